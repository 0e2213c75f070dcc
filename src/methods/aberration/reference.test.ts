import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { cusum } from './cusum.ts';
import { transformNames } from './cusum-transform.ts';
import { countsOf, type Detection } from './detection.ts';
import { type EarsRule, ears } from './ears.ts';
import { farringtonFlexible } from './farrington/flexible.ts';
import { farrington } from './farrington/original.ts';

const path = join(projectRoot(), '../shared/cases/aberration/salmonella-agona.json');
const answer = { firstIndex0: z.number(), upperbound: z.array(z.number().nullable()), alarm: z.array(z.number().nullable()) };
const pair = z.tuple([z.number(), z.number()]);
const control = z.object({
  b: z.number(), w: z.number(), alpha: z.number(), trend: z.boolean(), reweight: z.boolean(), limit54: pair, powertrans: z.enum(['2/3', '1/2', 'none']), noPeriods: z.number(),
  weightsThreshold: z.number(), pastWeeksNotIncluded: z.number(), pThresholdTrend: z.number(), thresholdMethod: z.enum(['delta', 'nbPlugin', 'muan']),
}).partial();
const reference = z.object({
  observed: z.object({ observed: z.array(z.number()) }),
  ears: z.array(z.object({ ...answer, method: z.enum(['C1', 'C2', 'C3']), baseline: z.number(), minSigma: z.number(), alpha: z.number() })),
  farrington: z.array(z.object({ ...answer, config: z.string(), control })),
  cusum: z.array(z.object({ ...answer, control: z.object({ k: z.number(), h: z.number(), trans: z.enum(transformNames) }) })),
});

function compare(found: Detection, wanted: { upperbound: (number | null)[]; alarm: (number | null)[] }, tolerance: number) {
  expect([...found.alarm]).toEqual(wanted.alarm.map((alarm) => alarm ?? 0));
  expect(found.upperBound.length).toBe(wanted.upperbound.length);
  const far = wanted.upperbound.flatMap((bound, at) => {
    const own = found.upperBound[at] ?? Number.NaN;
    return (bound === null ? Number.isNaN(own) : Math.abs(own - bound) <= tolerance * Math.abs(bound)) ? [] : [{ at, own, bound }];
  });
  expect(far).toEqual([]);
}

test.runIf(existsSync(path))('bounds and alarms for salmonella.agona are those of the reference results', () => {
  const { observed, ears: earsCases, farrington: farringtonCases, cusum: cusumCases } = reference.parse(JSON.parse(readFileSync(path, 'utf8')));
  const counts = countsOf(observed.observed);
  const rangeOf = (one: { firstIndex0: number; alarm: unknown[] }) => ({ first: one.firstIndex0, last: one.firstIndex0 + one.alarm.length - 1 });
  for (const one of earsCases) {
    const rule: EarsRule = one.method;
    compare(ears(rule, counts, rangeOf(one), one), one, 1e-9);
  }
  for (const one of farringtonCases) {
    const options = Object.fromEntries(Object.entries(one.control).filter(([, value]) => value !== undefined));
    compare((one.config === 'original' ? farrington : farringtonFlexible)(counts, rangeOf(one), options), one, 1e-6);
  }
  for (const one of cusumCases) compare(cusum(counts, rangeOf(one), one.control), one, 1e-6);
  expect(earsCases.length + farringtonCases.length + cusumCases.length).toBeGreaterThan(20);
});
