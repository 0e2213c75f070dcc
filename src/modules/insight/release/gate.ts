import { groupCode } from '#app/methods/disclosure/group.ts';
import { releaseHash } from '#app/methods/disclosure/ledger.ts';
import type { Release, ReleasedCell } from '#app/methods/disclosure/release.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { countedGroups, inputsHash, protectGroups, type TrueCell } from './candidate.ts';
import { completeCube, type Cube, type CubeDeclaration } from './cube.ts';
import { type Block, type Earlier, examine } from './examine.ts';
import { canMix, readPeriod } from './period.ts';
import { type Cell, endWaiting, findCube, findSameInputs, findSecret, insertBlocks, insertCells, listBlocks, listCells, listStanding, lockIndicator, markReplaced, type Standing, upsertCube, writeRelease } from './queries.ts';

export type Asked = {
  readonly cube: string; readonly period: string; readonly cells: readonly TrueCell[];
  /** The day on which the counts held; today where nothing is said. */
  readonly asOf?: string;
  /** The account that prepared it and so may not approve it; none where a rule did. */
  readonly preparedBy?: string | null;
  /** What is to happen where this cube and period was released before: it stands (the default), or these counts replace it. */
  readonly again?: 'stands' | 'revise';
  /** The line of the ledger that asked for this. */
  readonly ask?: string;
};
/** `filed`: it is published. `waiting`: it passed, and a person must approve it. `blocked`: nothing of it may be published; `blocks` say why, naming groups and never values. */
export type Outcome =
  | { readonly state: 'filed' | 'waiting'; readonly release: string; readonly cells: readonly Cell[] }
  | { readonly state: 'blocked'; readonly release: string; readonly blocks: readonly Block[] };

/** Declares a cube, or brings what is declared up to date. Throws RangeError when it asks for less protection than its kind. The worker's alone. */
export async function declareCube(scope: Scope, declaration: CubeDeclaration): Promise<Cube> {
  const cube = completeCube(declaration);
  await upsertCube(scope, cube);
  return cube;
}

/**
 * The one way to a published count: protects true cells (rounded by cell key, or exact with complementary suppression), attacks them together with every
 * earlier release of the indicator, compares them with each, and files the protected table or says why not. Nothing of `cells` is stored but its keyed
 * hash. Give every group, those that count 0 too: one that is left out is taken as known to be empty. The same counts a second time change nothing, and
 * what was withdrawn is released again only by a person who asks for it (`revise`).
 * Throws RangeError when cells do not fit the cube, Error when it is not declared or somebody other than the worker asks.
 */
export async function releaseThroughGate(scope: Scope, asked: Asked): Promise<Outcome> {
  if (scope.actor.kind !== 'worker') throw new Error('only the worker releases counts');
  const cube = await findCube(scope, asked.cube);
  if (!cube) throw new Error(`the cube ${asked.cube} is not declared`);
  await lockIndicator(scope, cube.indicator);
  const standing = await listStanding(scope, cube.indicator);
  // What stands of this cube and period, and what waits to take its place.
  const same = standing.filter((one) => one.cube === cube.slug && one.period === asked.period && one.state !== 'withdrawn' && !one.replaced);
  const [own] = same.toSorted((a, b) => Number(b.state === 'filed') - Number(a.state === 'filed'));
  if (own && asked.again !== 'revise') return await outcomeOf(scope, own.id, own.state);
  const [withdrawn] = own ? [] : standing.filter((one) => one.cube === cube.slug && one.period === asked.period && one.state === 'withdrawn');
  if (withdrawn && asked.again !== 'revise') return { state: 'blocked', release: withdrawn.id, blocks: [{ kind: 'withdrawn' }] };
  const secret = await findSecret(scope);
  const groups = countedGroups(cube, asked.period, asked.cells);
  const hash = inputsHash(secret, groups);
  const others = standing.filter((one) => !same.includes(one));
  const before = await findSameInputs(scope, cube.slug, asked.period, hash);
  if (before && (before.state !== 'blocked' || (before.compared === others.length && asked.ask === undefined))) return await outcomeOf(scope, before.id, before.state);
  const rules = ruleBlocks(cube, asked.period, others);
  const { root } = readPeriod(asked.period);
  const candidate = protectGroups(cube, secret, groups);
  const { release, withheld, blocks } = rules.length > 0 ? { release: candidate, withheld: 0, blocks: rules } : await examine(candidate, earlierOf(standing.filter((one) => readPeriod(one.period).root === root), same), cube.k);
  const state = blocks.length > 0 ? 'blocked' : cube.review === 'person' ? 'waiting' : 'filed';
  const id = asked.ask ?? newId();
  const filing = { id, cube, period: asked.period, inputsHash: hash, compared: others.length, asOf: asked.asOf ?? scope.today, preparedBy: asked.preparedBy ?? null, replaces: own?.state === 'filed' ? own.id : null };
  if (state !== 'blocked') for (const one of same) if (one.state === 'waiting') await endWaiting(scope, one.id);
  if (state === 'filed') await markReplaced(scope, cube.slug, asked.period);
  await writeRelease(scope, { ...filing, state, withheld, tableHash: state === 'blocked' ? null : releaseHash(release) }, asked.ask !== undefined);
  await writeAudit(scope, { action: `insight.release-${state}`, subject: { kind: 'release', id }, decision: state === 'blocked' ? 'refuse' : 'permit', detail: { cube: cube.slug, period: asked.period, compared: others.length } });
  if (state === 'blocked') {
    await insertBlocks(scope, id, blocks);
    return { state, release: id, blocks };
  }
  const cells = printedCells(release, groups);
  await insertCells(scope, id, cells);
  return { state, release: id, cells };
}

async function outcomeOf(scope: Scope, release: string, state: string): Promise<Outcome> {
  if (state === 'blocked') return { state, release, blocks: await listBlocks(scope, release) };
  return { state: state === 'filed' ? 'filed' : 'waiting', release, cells: await listCells(scope, release) };
}

/** Cubes of one indicator are read together, so they share k and base, and periods that nest. */
function ruleBlocks(cube: Cube, period: string, others: readonly Standing[]): Block[] {
  if (others.some((one) => one.k !== cube.k || (one.form === cube.form && one.base !== cube.base))) return [{ kind: 'rule' }];
  return canMix([period, ...others.map((one) => one.period)].map((one) => readPeriod(one).kind)) ? [] : [{ kind: 'period' }];
}

function earlierOf(standing: readonly Standing[], own: readonly Standing[]): Earlier {
  // What was withdrawn was read by people too.
  const gone = (one: Standing) => own.includes(one) || one.replaced || one.state === 'withdrawn';
  return { standing: standing.filter((one) => !gone(one)).map(asRelease), replaced: standing.filter(gone).map(asRelease) };
}

function asRelease({ k, base, form, cells }: Standing): Release {
  const lines = cells.map(({ keys, published }): ReleasedCell => ({ keys, published: published !== null && /^\d+$/.test(published) ? Number(published) : published }));
  return form === 'exact' ? { cells: lines } : { rule: { base, k }, cells: lines };
}

function printedCells(release: Release, groups: readonly TrueCell[]): Cell[] {
  const values = new Map(groups.map((group) => [groupCode(group.keys), group.value]));
  return release.cells.map(({ keys, published }) => {
    const value = typeof published === 'number' ? values.get(groupCode(keys)) : undefined;
    return { keys, published: published === null ? null : String(published), value: value === undefined ? null : String(value) };
  });
}
