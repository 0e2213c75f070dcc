import { dimensionsOf, gather, groupCode, type Keys, project } from './group.ts';
import { type Release, type Statement, statementsOf } from './release.ts';

/** Statements that speak of the same people, and the groups that each release lists of them. */
export type Part = { readonly statements: ReadonlyMap<string, Statement>; readonly releases: readonly (readonly Keys[])[] };

/** Statements that differ in a dimension which all of them have (a period, an indicator) never speak of the same people: each part is attacked alone. */
export function partsOf(releases: readonly Release[]): Part[] {
  const statements = statementsOf(releases);
  const shared = sharedBy([...statements.values()]);
  const partOf = (keys: Keys) => groupCode(project(keys, shared));
  const listed = new Map<string, Keys[][]>();
  for (const { cells } of releases)
    for (const [code, group] of gather(cells.map(({ keys }) => keys), partOf)) listed.set(code, [...(listed.get(code) ?? []), group]);
  return [...gather(statements, ([, { keys }]) => partOf(keys))].map(([code, entries]) => ({ statements: new Map(entries), releases: listed.get(code) ?? [] }));
}

function sharedBy(statements: readonly Statement[]): string[] {
  const levels = new Map(statements.map(({ keys }) => dimensionsOf(keys)).map((level) => [JSON.stringify(level), level]));
  const [first = [], ...others] = levels.values();
  return others.reduce((common, level) => common.filter((dimension) => level.includes(dimension)), first);
}
