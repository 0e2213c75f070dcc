import type { Bilingual } from '#app/platform/language/language.ts';

/** What is counted decides from how many people on a count may be told. */
export const smallestByKind = { service: 5, health: 6, 'small-area': 11, 'overdose-area': 20, 'sexual-violence': 20, identity: 20 } as const;
export type Kind = keyof typeof smallestByKind;

export type Label = Bilingual & { readonly values?: Readonly<Record<string, Bilingual>> };
/**
 * A table that may be published, declared before anything is counted. `indicator`: who is counted; cubes of one indicator are about the same people and
 * are attacked together. `geography`: dimensions that every cell has; `breakdowns`: further ones, of which a cell has at most one. `totals`: the
 * dimensions over which sums are published too; none where groups overlap. `exact`: complementary suppression instead of rounding, for planners alone.
 * `statistic`: each cell also carries a median or the like, which stands only where the number of people does. `review`: whether a person approves each
 * release, or the rule alone suffices.
 */
export type Cube = {
  readonly slug: string; readonly indicator: string; readonly title: Bilingual; readonly owner: string; readonly kind: Kind; readonly k: number; readonly base: number;
  readonly form: 'rounded' | 'exact'; readonly measure: 'count' | 'statistic'; readonly geography: readonly string[]; readonly breakdowns: readonly string[]; readonly totals: readonly string[];
  readonly labels: Readonly<Record<string, Label>>; readonly readers: 'public' | 'planners'; readonly review: 'person' | 'rule'; readonly page: string | null;
};

/** What a module says of a cube; everything else follows from the kind. `k` may only be larger than what the kind asks for. */
export type CubeDeclaration = Pick<Cube, 'slug' | 'indicator' | 'title' | 'owner' | 'kind'> & Partial<Omit<Cube, 'slug' | 'indicator' | 'title' | 'owner' | 'kind'>>;

/** Names that the gate writes into every group itself. */
export const ownDimensions = ['indicator', 'year', 'quarter', 'month', 'week', 'period'] as const;

/** The whole cube. Throws RangeError when it asks for less protection than its kind, or when a dimension is named twice or is one of the gate's own. */
export function completeCube(given: CubeDeclaration): Cube {
  const smallest = smallestByKind[given.kind];
  const form = given.form ?? 'rounded';
  const cube: Cube = {
    k: smallest, base: form === 'exact' ? 1 : 5, measure: 'count', geography: [], breakdowns: [], totals: [...(given.geography ?? []), ...(given.breakdowns ?? [])], labels: {}, readers: form === 'exact' ? 'planners' : 'public',
    review: 'person', page: null, ...given, form,
  };
  const dimensions = [...cube.geography, ...cube.breakdowns];
  if (cube.k < smallest) throw new RangeError(`cube ${cube.slug}: k must be ${smallest} or more for ${cube.kind}`);
  if (cube.form === 'exact' ? cube.base !== 1 || cube.readers !== 'planners' : cube.base < 5) throw new RangeError(`cube ${cube.slug}: rounded to 5 or more, or exact for planners`);
  if (new Set(dimensions).size !== dimensions.length || dimensions.some((name) => ownDimensions.some((own) => own === name))) throw new RangeError(`cube ${cube.slug}: its dimensions`);
  return cube;
}
