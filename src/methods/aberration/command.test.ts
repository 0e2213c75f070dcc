import { expect, test } from 'vitest';
import { z } from 'zod';
import { aberration } from './command.ts';
import { examples } from './surveillance.examples.ts';

const answer = z.object({
  json: z.object({ upperBound: z.array(z.number().nullable()), alarm: z.array(z.boolean()), statedFalseAlarmsPerYear: z.number().optional(), statedUnitsInAlarmPerYear: z.number().optional() }),
});
const ask = async (input: unknown) => answer.parse(await aberration.run(input)).json;

for (const { upperBound, alarm, ...input } of examples) {
  test(`${input.method} with ${JSON.stringify(input.options)} gives the bounds and alarms of R's surveillance`, async () => {
    const found = await ask(input);
    expect(found.alarm).toEqual(alarm);
    const tolerance = input.method.startsWith('ears') ? 1e-9 : 1e-6;
    upperBound.forEach((bound, at) => {
      const own = found.upperBound[at] ?? null;
      if (bound === null || own === null) expect(own).toBe(bound);
      else expect(Math.abs(own - bound)).toBeLessThanOrEqual(tolerance * Math.abs(bound));
    });
  });
}

test('without a range every unit that the rule can judge is judged', async () => {
  const counts = Array.from({ length: 40 }, (_, n) => n % 4);
  expect((await ask({ method: 'ears-c1', counts })).alarm).toHaveLength(33);
  expect((await ask({ method: 'ears-c3', counts, options: { baseline: 14 } })).alarm).toHaveLength(22);
  expect((await ask({ method: 'farrington-flexible', frequency: 12, counts: [...counts, ...counts], options: { b: 3, w: 1 } })).alarm).toHaveLength(43);
});

test('a bound that cannot be computed is null and no alarm', async () => {
  const { upperBound, alarm } = await ask({ method: 'ears-c2', counts: [1, 2, null, 1, 0, 2, 1, 9, 3, 1, 2, 0, 50], range: [5, 12] });
  expect(upperBound.map((bound) => bound === null)).toEqual([true, true, true, true, true, true, true, false]);
  expect(alarm).toEqual([false, false, false, false, false, false, false, true]);
  expect(await ask({ method: 'farrington-flexible', counts: Array.from({ length: 100 }, () => 3), range: [98, 99] })).toEqual({ upperBound: [null, null], alarm: [false, false] });
});

test('a false-alarm rate is stated for small counts, and left out where there is none', async () => {
  const counts = Array.from({ length: 260 }, (_, n) => (n * 7) % 3);
  expect((await ask({ method: 'cusum', counts, range: [208, 259] })).statedFalseAlarmsPerYear).toBeGreaterThan(0);
  expect((await ask({ method: 'ears-c1', counts, range: [208, 259] })).statedFalseAlarmsPerYear).toBeGreaterThan(0);
  expect((await ask({ method: 'cusum', counts, range: [208, 259], options: { m: 'glm' } })).statedFalseAlarmsPerYear).toBeUndefined();
  expect((await ask({ method: 'exact', counts: [null, null, 1], range: [2, 2] })).upperBound).toEqual([null]);
  expect((await ask({ method: 'exact', counts: [1_000_000, 900_000], range: [1, 1] })).statedFalseAlarmsPerYear).toBeUndefined();
});

test.each([
  [{ method: 'ears', counts: [1] }, 'method'],
  [{ method: 'exact', counts: [1, -1] }, 'counts.1'],
  [{ method: 'exact', counts: [1, 2.5] }, 'counts.1'],
  [{ method: 'exact', counts: [1, 2], range: [1, 2] }, 'range'],
  [{ method: 'exact', counts: [1, 2], range: [1, 0] }, 'range'],
  [{ method: 'ears-c1', counts: [1, 2], options: { baseline: 2 } }, 'options.baseline'],
  [{ method: 'cusum', counts: [1, 2], options: { alpha: 1 } }, 'options.alpha'],
  [{ method: 'cusum', counts: [1, 2], options: { treshold: 1 } }, 'options'],
  [{ method: 'farrington', frequency: 12, counts: [1, 2], options: { w: 12 } }, 'options.w'],
])('%j is refused, and the field is named: %s', async (input, field) => {
  const { error } = await z.promise(z.unknown()).safeParseAsync(Promise.resolve().then(async () => await aberration.run(input))).catch((error: unknown) => ({ error }));
  expect(error).toBeInstanceOf(z.ZodError);
  if (error instanceof z.ZodError) expect(error.issues[0]?.path.join('.')).toBe(field);
});
