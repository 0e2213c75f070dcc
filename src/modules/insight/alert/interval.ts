import { gammaTails } from '#app/methods/distribution/gamma.ts';

/** The exact 95 % interval of a rate after `count` events in `exposure` (Garwood, 1936, Biometrika 28): the two Poisson means under which so few or so many are just possible. */
export function poissonInterval(count: number, exposure: number): { readonly low: number; readonly high: number } {
  const low = count === 0 ? 0 : solve((mean) => gammaTails(count, mean).below, count);
  const high = solve((mean) => gammaTails(count + 1, mean).below, count + 1, 0.975);
  return { low: low / exposure, high: high / exposure };
}

/** The mean at which a rising function reaches `level`, by halving. */
function solve(rising: (mean: number) => number, near: number, level = 0.025): number {
  let [low, high] = [0, near + 10 * Math.sqrt(near) + 10];
  for (let round = 0; round < 80; round += 1) {
    const half = (low + high) / 2;
    if (rising(half) < level) low = half;
    else high = half;
  }
  return (low + high) / 2;
}
