/** Gives numbers from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** A generator that gives the same numbers for the same seed: sfc32 (Doty-Humphrey, PractRand), 32 bits a number, period about 2^127. */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [0, seed | 0, (seed / 4_294_967_296) | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return (sum >>> 0) / 4_294_967_296;
  };
  for (let warm = 0; warm < 15; warm += 1) next();
  return next;
}

/** Draws counts whose probabilities are given, 0 first; what is missing to 1 goes to the last (Chen and Asau's guide table, 1974). */
export function countSampler(probabilities: Float64Array): (random: Random) => number {
  const last = probabilities.length - 1;
  const below = new Float64Array(probabilities.length);
  let sum = 0;
  for (let n = 0; n <= last; n += 1) below[n] = sum += probabilities[n] ?? 0;
  const guide = new Uint16Array(1024);
  for (let cell = 0, n = 0; cell < guide.length; cell += 1) {
    while (n < last && (below[n] ?? 1) <= cell / guide.length) n += 1;
    guide[cell] = n;
  }
  return (random) => {
    const u = random();
    let n = guide[(u * 1024) | 0] ?? 0;
    while (n < last && u >= (below[n] ?? 1)) n += 1;
    return n;
  };
}

/** A gamma variable of the given shape and scale 1 (Marsaglia and Tsang, 2000). */
export function drawGamma(random: Random, shape: number): number {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = drawNormal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** A Poisson variable: by products of uniforms for small means, split in halves for large ones (Ahrens and Dieter, 1974). */
export function drawPoisson(random: Random, mean: number): number {
  if (mean > 30) return drawPoisson(random, mean / 2) + drawPoisson(random, mean / 2);
  const enough = Math.exp(-mean);
  let count = 0;
  for (let product = 1 - random(); product > enough; product *= 1 - random()) count += 1;
  return count;
}

/** A standard normal variable (Box and Muller, 1958). */
export function drawNormal(random: Random): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}
