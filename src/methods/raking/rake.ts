/** A unit: its category in each dimension, and the weight that it starts with (1 where nothing is said). */
export type Unit = { readonly in: Readonly<Record<string, string>>; readonly weight?: number };
/** For each dimension the total that each of its categories must reach. */
export type Margins = Readonly<Record<string, Readonly<Record<string, number>>>>;

export type RakeOptions = {
  /** How far a margin may stay from its target, as a part of the whole; 1e-10 where nothing is said. */
  readonly tolerance?: number;
  readonly maxRounds?: number;
  /** No weight may pass this many times the mean weight; margins are then reached only as far as the limit permits. */
  readonly trimAt?: number;
};

export type Raked = {
  /** One weight for each unit, in the order given; all positive; their sum is the total of the margins. */
  readonly weights: readonly number[];
  /** Rounds over all dimensions. */
  readonly rounds: number;
  /** The largest difference between a margin and its target, as a part of the whole. */
  readonly difference: number;
  /** How many weights stand at the limit of `trimAt`. */
  readonly trimmed: number;
};

/** The margins cannot be reached with these units; the message says why in one sentence. */
export class MarginsUnreachable extends Error {
  override name = 'MarginsUnreachable';
}

/**
 * Weights that reproduce known totals, by iterative proportional fitting (Deming and Stephan, Ann. Math. Statist. 11, 1940): each round scales the
 * weights to one dimension after the other until all agree. With `trimAt` the weights are cut and fitted again until no cut is needed, at most 50
 * times; what is left of the difference is reported.
 *
 * Throws MarginsUnreachable when a category with a total has no unit, a unit has no total above 0, the dimensions have different totals, or the
 * rounds do not settle.
 */
export function rake(units: readonly Unit[], margins: Margins, options: RakeOptions = {}): Raked {
  const { tolerance = 1e-10, maxRounds = 1000, trimAt } = options;
  const total = checkMargins(units, margins);
  const groups = groupsOf(units, margins);
  const start = units.map((unit) => unit.weight ?? 1);
  if (start.some((weight) => !(weight > 0 && Number.isFinite(weight)))) throw new MarginsUnreachable('A starting weight is not above 0.');
  const scale = total / sum(start);
  const fitted = settle(start.map((weight) => weight * scale), groups, total, tolerance, maxRounds);
  if (fitted.difference > tolerance)
    throw new MarginsUnreachable(`The margins cannot be reached together: after ${fitted.rounds} rounds one still differs by ${(fitted.difference * 100).toPrecision(2)} % of the whole.`);
  return trimAt === undefined ? { ...fitted, trimmed: 0 } : trim(fitted, groups, { total, tolerance, maxRounds, trimAt });
}

type Group = { readonly target: number; readonly members: readonly number[] };
type Fitted = { weights: number[]; rounds: number; difference: number };

function settle(from: readonly number[], groups: readonly Group[], total: number, tolerance: number, maxRounds: number): Fitted {
  const weights = [...from];
  let rounds = 0;
  let difference = largestDifference(weights, groups, total);
  while (difference > tolerance && rounds < maxRounds) {
    for (const { target, members } of groups) {
      const factor = target / sum(members.map((index) => weights[index] ?? 0));
      for (const index of members) weights[index] = (weights[index] ?? 0) * factor;
    }
    rounds += 1;
    difference = largestDifference(weights, groups, total);
  }
  return { weights, rounds, difference };
}

function trim(fitted: Fitted, groups: readonly Group[], given: { total: number; tolerance: number; maxRounds: number; trimAt: number }): Raked {
  const limit = (given.trimAt * given.total) / fitted.weights.length;
  let { weights, rounds, difference } = fitted;
  for (let cuts = 0; cuts < 50 && weights.some((weight) => weight > limit * (1 + 1e-9)); cuts += 1) {
    const again = settle(weights.map((weight) => Math.min(weight, limit)), groups, given.total, given.tolerance, given.maxRounds);
    weights = again.weights;
    rounds += again.rounds;
  }
  weights = spread(weights, limit, given.total);
  difference = largestDifference(weights, groups, given.total);
  return { weights, rounds, difference, trimmed: weights.filter((weight) => weight >= limit * (1 - 1e-9)).length };
}

/** Cuts at the limit and gives what was cut to the weights below it, so that the sum stays. */
function spread(weights: readonly number[], limit: number, total: number): number[] {
  let cut = weights.map((weight) => Math.min(weight, limit));
  for (let turn = 0; turn < 100 && total - sum(cut) > total * 1e-12; turn += 1) {
    const below = sum(cut.filter((weight) => weight < limit));
    if (below === 0) break;
    const factor = 1 + (total - sum(cut)) / below;
    cut = cut.map((weight) => (weight < limit ? Math.min(weight * factor, limit) : weight));
  }
  return cut;
}

function largestDifference(weights: readonly number[], groups: readonly Group[], total: number): number {
  return Math.max(...groups.map(({ target, members }) => Math.abs(sum(members.map((index) => weights[index] ?? 0)) - target) / total));
}

function groupsOf(units: readonly Unit[], margins: Margins): Group[] {
  return Object.entries(margins).flatMap(([dimension, categories]) =>
    Object.entries(categories).flatMap(([category, target]) => {
      const members = units.flatMap((unit, index) => (unit.in[dimension] === category ? [index] : []));
      return members.length > 0 ? [{ target, members }] : [];
    }),
  );
}

/** The total of the margins; throws where no weights can reach them. */
function checkMargins(units: readonly Unit[], margins: Margins): number {
  if (units.length === 0) throw new MarginsUnreachable('There is no unit to weight.');
  const totals = Object.entries(margins).map(([dimension, categories]) => ({ dimension, total: sum(Object.values(categories)) }));
  const [first] = totals;
  if (!first) throw new MarginsUnreachable('There is no margin to reach.');
  for (const { dimension, total } of totals) {
    if (!(total > 0)) throw new MarginsUnreachable(`The margin ${dimension} has no total above 0.`);
    if (Math.abs(total - first.total) > first.total * 1e-9) throw new MarginsUnreachable(`The margins ${first.dimension} (${first.total}) and ${dimension} (${total}) have different totals.`);
  }
  for (const [dimension, categories] of Object.entries(margins)) {
    const present = new Set(units.map((unit) => unit.in[dimension]));
    if (present.has(undefined)) throw new MarginsUnreachable(`A unit has no category of ${dimension}.`);
    for (const [category, target] of Object.entries(categories)) {
      if (target > 0 && !present.has(category)) throw new MarginsUnreachable(`Nobody is in ${category} of ${dimension}, which must reach ${target}.`);
    }
    for (const category of present) {
      if (!((categories[category ?? ''] ?? 0) > 0)) throw new MarginsUnreachable(`There are units in ${category} of ${dimension}, which has no total above 0.`);
    }
  }
  return first.total;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
