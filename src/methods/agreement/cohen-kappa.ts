/** A code that a coder gave; the number 1 and the text "1" are the same code. */
export type Code = string | number;

/** Chance-corrected agreement with its 95 % interval; all three are null when chance alone would give full agreement. */
export type Agreement = { readonly kappa: number | null; readonly low: number | null; readonly high: number | null; readonly n: number };

/** Full credit for the same code, and for a near one by how many steps (or squared steps) lie between the two. */
export type Weighting = 'none' | 'linear' | 'quadratic';

const normal975 = 1.959963984540054;

/**
 * Cohen's kappa of two coders (Cohen, Educ. Psychol. Meas. 20, 1960), weighted on request (Cohen, Psychol. Bull. 70, 1968; linear weights after
 * Cicchetti and Allison, quadratic after Fleiss and Cohen), with the large-sample standard error of Fleiss, Cohen and Everitt (Psychol. Bull. 72,
 * 1969) that does not suppose kappa to be 0. The interval is cut at -1 and 1.
 *
 * `order` gives the codes from lowest to highest and is asked for when `weighting` is not `none`. Throws RangeError without a pair, or when a
 * weighted code is not in `order`.
 */
export function cohenKappa(pairs: readonly (readonly [Code, Code])[], weighting: Weighting = 'none', order: readonly Code[] = []): Agreement {
  const n = pairs.length;
  if (n < 1) throw new RangeError('kappa asks for one pair of codes or more');
  const cells = count(pairs.map(([a, b]) => JSON.stringify([String(a), String(b)])));
  const first = count(pairs.map(([a]) => String(a)));
  const second = count(pairs.map(([, b]) => String(b)));
  const credit = weighting === 'none' ? undefined : creditOf(weighting, order);
  const [ofFirst, ofSecond] = credit ? [meanCredit(credit, second, n), meanCredit(credit, first, n)] : [share(second, n), share(first, n)];

  const table = [...cells].map(([key, times]) => {
    const [a, b] = pairOf(key);
    return { p: times / n, w: credit ? credit(a, b) : Number(a === b), margin: ofFirst(a) + ofSecond(b) };
  });
  const observed = sum(table.map(({ p, w }) => p * w));
  const expected = sum([...first].map(([code, times]) => (times / n) * ofFirst(code)));
  const same = first.size === 1 && second.size === 1 && [...first.keys()][0] === [...second.keys()][0];
  if (same || 1 - expected <= Number.EPSILON) return { kappa: null, low: null, high: null, n };

  const kappa = (observed - expected) / (1 - expected);
  const spread = sum(table.map(({ p, w, margin }) => p * (w * (1 - expected) - margin * (1 - observed)) ** 2));
  const variance = (spread - (observed * expected - 2 * expected + observed) ** 2) / (n * (1 - expected) ** 4);
  return { ...interval(kappa, Math.sqrt(Math.max(0, variance))), n };
}

/** The 95 % interval of a coefficient of agreement, cut at -1 and 1. */
export function interval(kappa: number, standardError: number): { kappa: number; low: number; high: number } {
  return { kappa, low: Math.max(-1, kappa - normal975 * standardError), high: Math.min(1, kappa + normal975 * standardError) };
}

function creditOf(weighting: Exclude<Weighting, 'none'>, order: readonly Code[]): (a: string, b: string) => number {
  const place = new Map(order.map((code, index) => [String(code), index]));
  const find = (code: string) => {
    const index = place.get(code);
    if (index === undefined) throw new RangeError(`the code ${code} is not in the order`);
    return index;
  };
  const steps = Math.max(1, order.length - 1);
  return (a, b) => 1 - (Math.abs(find(a) - find(b)) / steps) ** (weighting === 'linear' ? 1 : 2);
}

/** The credit that a code gets on average against what the other coder gives. */
function meanCredit(credit: (a: string, b: string) => number, other: ReadonlyMap<string, number>, n: number): (code: string) => number {
  const known = new Map<string, number>();
  return (code) => {
    const mean = known.get(code) ?? sum([...other].map(([theirs, times]) => (times / n) * credit(code, theirs)));
    known.set(code, mean);
    return mean;
  };
}

function share(counts: ReadonlyMap<string, number>, n: number): (code: string) => number {
  return (code) => (counts.get(code) ?? 0) / n;
}

function pairOf(key: string): [string, string] {
  const [a, b]: unknown[] = JSON.parse(key);
  return [String(a), String(b)];
}

function count(keys: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const key of keys) counts.set(key, (counts.get(key) ?? 0) + 1);
  return counts;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
