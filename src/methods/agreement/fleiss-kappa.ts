import { type Agreement, type Code, interval } from './cohen-kappa.ts';

/**
 * Fleiss' kappa of a team (Fleiss, Psychol. Bull. 76, 1971): each row holds the codes that the coders gave one subject; the coders need not be the
 * same ones for each subject, but their number is. The 95 % interval is by the linearised large-sample variance of Gwet (Educ. Psychol. Meas. 81,
 * 2021), which does not suppose kappa to be 0; with one subject there is none. Throws RangeError without a subject, with fewer than two coders, or
 * when the number of codes differs between subjects.
 */
export function fleissKappa(subjects: readonly (readonly Code[])[]): Agreement {
  const n = subjects.length;
  const coders = subjects[0]?.length ?? 0;
  if (n < 1) throw new RangeError('kappa asks for one subject or more');
  if (coders < 2) throw new RangeError('kappa asks for two coders or more');
  if (subjects.some((codes) => codes.length !== coders)) throw new RangeError('each subject must have the same number of codes');

  const rows = subjects.map((codes) => {
    const row = new Map<string, number>();
    for (const code of codes) row.set(String(code), (row.get(String(code)) ?? 0) + 1);
    return row;
  });
  const shares = new Map<string, number>();
  for (const row of rows) for (const [code, times] of row) shares.set(code, (shares.get(code) ?? 0) + times / (n * coders));
  const chance = sum([...shares.values()].map((p) => p * p));
  if (shares.size === 1) return { kappa: null, low: null, high: null, n };

  const agreed = rows.map((row) => sum([...row.values()].map((times) => times * (times - 1))) / (coders * (coders - 1)));
  const chances = rows.map((row) => sum([...row].map(([code, times]) => (times / coders) * (shares.get(code) ?? 0))));
  const kappa = (sum(agreed) / n - chance) / (1 - chance);
  if (n === 1) return { kappa, low: null, high: null, n };
  const deviations = agreed.map((own, i) => {
    const expected = chances[i] ?? 0;
    return (own - chance) / (1 - chance) - (2 * (1 - kappa) * (expected - chance)) / (1 - chance) - kappa;
  });
  const variance = sum(deviations.map((d) => d * d)) / (n * (n - 1));
  return { ...interval(kappa, Math.sqrt(variance)), n };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
