import { type CubeDeclaration, declareCube, listReleased, releaseThroughGate, type TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { roundedWait, type RoundedWait } from './measures.ts';
import { type GroupDimension, groupDimensions, groupWords } from './group-words.ts';

const smallest = 10;
/** One cube a dimension, all of the same people, so that they are attacked together. */
const groupCube = (dimension: GroupDimension): CubeDeclaration => ({
  slug: `access/wait-by-${dimension}`, indicator: 'access/wait-group', owner: 'access', kind: 'health', k: smallest, measure: 'statistic', geography: [dimension], totals: [], readers: 'planners', review: 'rule',
  title: { en: groupWords.en.cubes[dimension], fr: groupWords.fr.cubes[dimension] },
});

/** Sends how long groups of people waited through the gate, once a month, every group, those without people too. The worker's alone. */
export async function releaseWaitGroups(scope: Scope): Promise<void> {
  const rows = await scope.sql<{ dimension: GroupDimension; part: string; people: number; days: number | null }[]>`select dimension, part, people, median_days as days from access.count_wait_groups(${scope.timeZone})`;
  if (!rows.some(({ people }) => people > 0)) return;
  const places = await placeNames(scope);
  for (const dimension of groupDimensions) {
    const own = rows.filter((one) => one.dimension === dimension);
    const named = Object.fromEntries(own.map(({ part }) => [part, { en: groupWords.en.parts[part] ?? places.get(part)?.en ?? part, fr: groupWords.fr.parts[part] ?? places.get(part)?.fr ?? part }]));
    await declareCube(scope, { ...groupCube(dimension), labels: { [dimension]: { en: groupWords.en.dimensions[dimension], fr: groupWords.fr.dimensions[dimension], values: named } } });
    await releaseThroughGate(scope, { cube: groupCube(dimension).slug, period: scope.today.slice(0, 7), cells: own.map(({ part, people, days }): TrueCell => ({ keys: { [dimension]: part }, count: people, ...(days === null ? {} : { value: wholeDays(days) }) })) });
  }
}

const wholeDays = (days: number): number => {
  const { count, unit } = roundedWait(days);
  return unit === 'days' ? count : count * 7;
};

export type GroupWait = RoundedWait & { readonly part: string; readonly name: Bilingual };
export type GroupWaits = { readonly dimension: GroupDimension; readonly period: string; readonly groups: readonly GroupWait[]; /** Groups of too few people. */ readonly hidden: number };
/** How long groups waited, as the gate filed it last; only groups of enough people. */
export async function listGroupWaits(scope: Scope): Promise<GroupWaits[]> {
  const released = await listReleased(scope, groupDimensions.map((one) => groupCube(one).slug));
  const places = await placeNames(scope);
  return groupDimensions.flatMap((dimension) => {
    const latest = released.find(({ cube }) => cube === groupCube(dimension).slug);
    if (!latest) return [];
    const groups = latest.cells.flatMap(({ keys, value }): GroupWait[] => {
      const part = keys[dimension] ?? '';
      const name = { en: groupWords.en.parts[part] ?? places.get(part)?.en ?? part, fr: groupWords.fr.parts[part] ?? places.get(part)?.fr ?? part };
      return value === null ? [] : [{ part, name, ...roundedWait(Number(value)) }];
    });
    return [{ dimension, period: latest.period, groups, hidden: latest.cells.length - groups.length }];
  });
}

async function placeNames({ sql }: Scope): Promise<ReadonlyMap<string, Bilingual>> {
  const rows = await sql<{ slug: string; name: Bilingual }[]>`select distinct on (municipality_slug) municipality_slug as slug, name from access.service_area where municipality_slug is not null order by municipality_slug, id`;
  return new Map(rows.map(({ slug, name }) => [slug, name]));
}
