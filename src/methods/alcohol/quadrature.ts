const order = 20;
/** A panel spans at most this much of ln x. */
const widest = 0.35;

/**
 * The integral of a function that is smooth between the `knots` (ascending, above 0), which are the ends and every place where it bends or jumps:
 * Gauss-Legendre of order 20 on panels of ln x (NIST Digital Library of Mathematical Functions 3.5), since densities rise steeply near 0.
 */
export function integrate(f: (x: number) => number, knots: readonly number[]): number {
  let total = 0;
  for (let piece = 0; piece + 1 < knots.length; piece += 1) {
    const [from, to] = [Math.log(knots[piece] ?? 0), Math.log(knots[piece + 1] ?? 0)];
    const panels = Math.ceil((to - from) / widest);
    const half = (to - from) / panels / 2;
    for (let panel = 0; panel < panels; panel += 1) {
      const middle = from + (2 * panel + 1) * half;
      for (const { node, weight } of rule) {
        const x = Math.exp(middle + half * node);
        total += half * weight * f(x) * x;
      }
    }
  }
  return total;
}

/** The points of a rule, ascending and without repetition, that lie strictly between the ends, with the ends around them. */
export function knotsBetween(from: number, to: number, points: readonly number[]): number[] {
  if (to <= from) return [];
  return [from, ...[...new Set(points)].filter((point) => from < point && point < to).sort((a, b) => a - b), to];
}

/** Nodes are the roots of the Legendre polynomial, found by Newton's method from the usual cosine guess. */
const rule: readonly { readonly node: number; readonly weight: number }[] = Array.from({ length: order }, (_, n) => {
  let node = Math.cos((Math.PI * (n + 0.75)) / (order + 0.5));
  for (let step = 0; step < 50; step += 1) {
    const { value, slope } = legendre(node);
    node -= value / slope;
    if (Math.abs(value / slope) < 1e-16) break;
  }
  return { node, weight: 2 / ((1 - node * node) * legendre(node).slope ** 2) };
});

function legendre(x: number): { value: number; slope: number } {
  let [before, value] = [1, x];
  for (let n = 2; n <= order; n += 1) [before, value] = [value, ((2 * n - 1) * x * value - (n - 1) * before) / n];
  return { value, slope: (order * (x * value - before)) / (x * x - 1) };
}
