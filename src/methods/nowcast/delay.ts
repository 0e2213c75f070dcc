/**
 * Events by unit of time and by delay of their report: `triangle[t]?.[d]` happened in unit t and were reported d units later. The last row is the
 * present unit; cells that lie after it are not read. Every row has the same length, the longest delay plus one; later reports do not exist.
 */
export type Triangle = readonly (readonly number[])[];

/** Reports with exactly this delay, and with a shorter one, from the units for which both are known. */
export type Hazard = { readonly at: number; readonly before: number };

/**
 * The reverse-time hazards of the delay (Kalbfleisch and Lawless, 1991, Statistica Sinica 1; Lawless, 1994, Canadian Journal of Statistics 22): for each delay
 * the evidence on the probability that a report which came with it or sooner came exactly with it. Only the last `window` rows count, so that
 * the pattern may change.
 */
export function reverseHazards(triangle: Triangle, window: number): Hazard[] {
  const delays = triangle[0]?.length ?? 0;
  const first = Math.max(0, triangle.length - window);
  return Array.from({ length: delays }, (_, delay) => {
    let [at, before] = [0, 0];
    for (let t = first; t + delay < triangle.length; t += 1) {
      const row = triangle[t] ?? [];
      at += row[delay] ?? 0;
      for (let d = 0; d < delay; d += 1) before += row[d] ?? 0;
    }
    return { at, before };
  });
}

/** The share of events that is reported after 0, 1, 2 … units, from the probabilities of the hazards. */
export function sharesReported(hazards: readonly number[]): number[] {
  const shares = hazards.map(() => 1);
  for (let delay = hazards.length - 2; delay >= 0; delay -= 1) shares[delay] = (shares[delay + 1] ?? 1) * (1 - (hazards[delay + 1] ?? 0));
  return shares;
}
