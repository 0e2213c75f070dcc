import { expect, test } from 'vitest';
import { turnsOf } from './limits.ts';
import { ProblemRaised } from './problem.ts';

const unavailable = new ProblemRaised('unavailable');

test('what comes beyond the bound is refused at once, and a session still finds its turn', async () => {
  const turns = turnsOf({ most: 2, kept: 1, seconds: 60 });
  const ends: (() => void)[] = [];
  const work = async () => await new Promise<string>((resolve) => ends.push(() => resolve('done')));
  const running = [turns({ as: 'public' }, work), turns({ as: 'public' }, work)];
  await expect(turns({ as: 'public' }, work)).rejects.toEqual(unavailable);
  running.push(turns({ as: 'session' }, work));
  await expect(turns({ as: 'session' }, work)).rejects.toEqual(unavailable);
  expect(ends).toHaveLength(3);
  for (const end of ends) end();
  expect(await Promise.all(running)).toEqual(['done', 'done', 'done']);
  expect(await turns({ as: 'public' }, async () => 'after')).toBe('after');
});

test('work that fails gives its place back', async () => {
  const turns = turnsOf({ most: 1, kept: 1, seconds: 60 });
  await expect(turns({ as: 'public' }, async () => await Promise.reject(new Error('broken')))).rejects.toThrow('broken');
  expect(await turns({ as: 'public' }, async () => 'after')).toBe('after');
});

test('work that never ends is given up, and its place is free again', async () => {
  const turns = turnsOf({ most: 1, kept: 1, seconds: 0.02 });
  await expect(turns({ as: 'public' }, async () => await new Promise(() => {}))).rejects.toEqual(unavailable);
  expect(await turns({ as: 'public' }, async () => 'after')).toBe('after');
});
