import type { Keys } from '#app/methods/disclosure/group.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { countedGroups, ownKeys, protectGroups } from '../release/candidate.ts';
import type { Cube, CubeDeclaration } from '../release/cube.ts';
import { examine } from '../release/examine.ts';
import { releaseThroughGate } from '../release/gate.ts';
import { blockSentence } from '../release/sentences.ts';
import type { Axis, PeriodCounts } from './count.ts';
import type { Computation } from './queries.ts';

/** A protected number: as the gate prints it, null where it is left out for its neighbours' sake. Keys are those of the computation; without a place or part they count all. */
export type ProtectedCell = { readonly keys: Keys; readonly published: number | string | null };
export type Passed = { readonly release: string; readonly filed: boolean; readonly cells: readonly ProtectedCell[] };

/** The cube under which the numbers of a computation go through the gate. All numbers of one column of one dataset are about the same people. */
export function cubeOf(computation: Computation, axes: readonly Axis[]): CubeDeclaration {
  const { recipe, dataset, series, name, kind } = computation;
  const plain = (text: string) => text.replaceAll('_', '-');
  const { where } = recipe;
  const fixed = where && where.column !== recipe.place && where.column !== recipe.breakdown ? [where.column] : [];
  const [place, breakdown] = [recipe.place, recipe.breakdown].map((one) => axes.filter(({ column }) => column.name === one).map(({ column }) => column.name));
  return {
    slug: series, indicator: `${dataset}/${recipe.measure.kind === 'count' ? 'rows' : plain(recipe.measure.column)}`, title: name, owner: 'insight', kind, geography: [...(place ?? []), ...fixed], breakdowns: breakdown ?? [], totals: [...(place ?? []), ...(breakdown ?? [])],
    labels: Object.fromEntries(axes.map(({ column, values }) => [column.name, { ...column.label, values: Object.fromEntries(values.map(({ slug, name: said }) => [slug, said])) }])), readers: 'public', review: 'person', page: `/plan/figures#${series}`,
  };
}

/** The numbers of a period as they would be printed if nothing else were published: for whoever decides on a release. Nothing is filed. */
export async function previewOf(cube: Cube, secret: string, { period, cells }: PeriodCounts): Promise<ProtectedCell[]> {
  const { release } = await examine(protectGroups(cube, secret, countedGroups(cube, period.gate, cells)), { standing: [], replaced: [] }, cube.k);
  return release.cells.map(({ keys, published }) => ({ keys: ownKeys(cube, keys), published }));
}

/** Takes a period through the gate; blocked, it gives a sentence for each reason, and the caller undoes everything. */
export async function passGate(scope: Scope, cube: Cube, { period, cells }: PeriodCounts, asOf: string, preparedBy: string): Promise<Passed | { readonly blocked: readonly Bilingual[] }> {
  const outcome = await releaseThroughGate(scope, { cube: cube.slug, period: period.gate, cells, asOf, preparedBy, again: 'revise' });
  if (outcome.state === 'blocked') return { blocked: outcome.blocks.map((block) => ({ en: blockSentence('en', cube, block, cube.k), fr: blockSentence('fr', cube, block, cube.k) })) };
  return { release: outcome.release, filed: outcome.state === 'filed', cells: outcome.cells.map(({ keys, published }) => ({ keys: ownKeys(cube, keys), published: published !== null && /^\d+$/.test(published) ? Number(published) : published })) };
}

