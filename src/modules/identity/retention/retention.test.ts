import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { retentionJobs } from './jobs.ts';
import { jobTools } from '#app/platform/jobs/job.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { purgeSpent } from './queries.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());

test('counters of more than a day ago are gone after the night, younger ones stay, and nobody else may purge', async () => {
  const now = world.database.clock.now();
  const put = async (key: string, hours: number) => await world.database.admin`insert into platform.rate_window (key, opened_at, taken) values (${Buffer.from(key)}, ${new Date(now.getTime() - hours * 3_600_000)}, 1)`;
  await put('old', 30);
  await put('young', 3);
  await expect(world.as.manager(async (scope) => await purgeSpent(scope, now))).rejects.toMatchObject({ code: '42501' });
  for (const job of retentionJobs) await job.run({ id: '', kind: 'schedule', subject: null, detail: {} }, jobTools(world.database, 'http://localhost', job.name, inScope));
  expect((await world.database.admin<{ key: Buffer }[]>`select key from platform.rate_window`).map((row) => row.key.toString())).toEqual(['young']);
});
