/** Ways to bring counts near a standard normal variable before they are summed; named as in R's `surveillance`. */
export const transformNames = ['standard', 'rossi', 'anscombe', 'anscombe2nd', 'pearsonNegBin', 'anscombeNegBin', 'none'] as const;
export type TransformName = (typeof transformNames)[number];

type Transform = {
  /** The transformed count, given its mean. */
  readonly score: (count: number, mean: number, alpha: number) => number;
  /** The count at which the sum reaches the limit, given what is still missing to it (`room`) before and after the count. */
  readonly bound: (room: number, mean: number, alpha: number, roomAfter: number) => number;
};

const power = (base: number) => (base < 0 ? 0 : base ** 1.5);

/**
 * Standardised counts; Rossi, Lampugnani and Marchi (1999, Statistics in Medicine 18); Anscombe residuals, also to second order (Pierce and
 * Schafer, 1986); Pearson and Anscombe residuals of the negative binomial (Hilbe, 2007), variance = mean + alpha mean².
 * The bounds are those of R's `surveillance`, with their conventions: rounded up for `standard`; for `none` and `anscombeNegBin` what is
 * missing to the limit after the count; a term mean^(1/3) / 9 for `anscombe2nd` where the score has mean^(-1/3) / 9.
 */
export const transforms: Readonly<Record<TransformName, Transform>> = {
  standard: { score: (x, m) => (x - m) / Math.sqrt(m), bound: (room, m) => Math.ceil(Math.sqrt(m) * room + m) },
  rossi: {
    score: (x, m) => (x - 3 * m + 2 * Math.sqrt(x * m)) / (2 * Math.sqrt(m)),
    bound: (room, m) => 2 * room * Math.sqrt(m) + 5 * m - 2 * Math.sqrt(4 * m * m + 2 * m ** 1.5 * room),
  },
  anscombe: {
    score: (x, m) => (1.5 * (x ** (2 / 3) - m ** (2 / 3))) / m ** (1 / 6),
    bound: (room, m) => power((2 / 3) * m ** (1 / 6) * room + m ** (2 / 3)),
  },
  anscombe2nd: {
    score: (x, m) => (x ** (2 / 3) - (m ** (2 / 3) - m ** (-1 / 3) / 9)) / ((2 / 3) * m ** (1 / 6)),
    bound: (room, m) => power((2 / 3) * m ** (1 / 6) * room + (m ** (2 / 3) - m ** (1 / 3) / 9)),
  },
  pearsonNegBin: { score: (x, m, a) => (x - m) / Math.sqrt(m + a * m * m), bound: (room, m, a) => Math.sqrt(m + a * m * m) * room + m },
  anscombeNegBin: {
    score: (x, m, a) => (1.5 * (x ** (2 / 3) * hypergeometric(-a * x) - m ** (2 / 3) * hypergeometric(-a * m))) / (m + a * m * m) ** (1 / 6),
    bound: (_room, _m, _a, roomAfter) => roomAfter,
  },
  none: { score: (x) => x, bound: (_room, _m, _a, roomAfter) => roomAfter },
};

const known = new Map<number, number>();

/**
 * 2F1(1/3, 2/3; 5/3; x) for x from -100 to 0, at the grid on which R's `surveillance` looks it up (hundredths to -10, then straight lines between
 * whole numbers), so that scores agree; NaN below -100.
 */
function hypergeometric(x: number): number {
  if (!(x >= -100)) return Number.NaN;
  if (x >= -10) return onGrid(-Math.ceil(-x * 100 - 0.5) / 100);
  const low = Math.floor(x);
  return low === x ? onGrid(low) : onGrid(low) + (onGrid(low + 1) - onGrid(low)) * (x - low);
}

/** Pfaff's transformation of the series (Abramowitz and Stegun, 15.3.4), which converges for every negative x. */
function onGrid(x: number): number {
  const found = known.get(x);
  if (found !== undefined) return found;
  const w = x / (x - 1);
  let [term, sum] = [1, 1];
  for (let n = 0; term > 1e-18; n += 1) {
    term *= ((1 / 3 + n) / (5 / 3 + n)) * w;
    sum += term;
  }
  const value = sum * (1 - x) ** (-1 / 3);
  known.set(x, value);
  return value;
}
