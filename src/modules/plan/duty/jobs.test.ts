import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { commitmentJobs, listAbout, listOpen, standingOf } from '#app/modules/commitment/index.ts';
import { listReachable } from '#app/modules/identity/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { jobTools } from '#app/platform/jobs/job.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { openWorld, type World } from '#test/world.ts';
import { addDutyEvidence, recordAdoption, takeBack } from './actions.ts';
import { dutyJobs, mirrorDuties } from './jobs.ts';
import { findDuty, listAdoptions } from './queries.ts';

let world: World;
const load = async () => await world.as.worker(async (scope) => await loadCommunity(scope, await readPack(join(projectRoot(), 'communities', 'halton'))));
beforeAll(async () => {
  world = await openWorld();
  await load();
  await world.runJobs(dutyJobs);
});
afterAll(async () => await world.close());

const adoption = (date: string) => ({ date, resolution: '2019-1', by: { en: 'Council', fr: 'Conseil' }, url: undefined });
const owed = async () => Object.fromEntries((await world.as.manager(async (scope) => await listOpen(scope, { kind: 'duty', mine: true }))).map((one) => [one.subject.id, { due: one.due, rule: one.rule?.en.replaceAll('\u00a0', ' '), path: one.path }]));
const standing = async (id: string) => await world.as.manager(async (scope) => (await listAbout(scope, { kind: 'duty', id })).map((one) => standingOf(one.course, scope.now, scope.today)));
const duty = async (slug: string) => {
  const found = await world.as.manager(async (scope) => await findDuty(scope, slug));
  if (!found) throw new Error(`no duty ${slug}`);
  return found;
};

test('in June 2019 the plan office owes the adoption under the Act of then, and nothing that counts from it', async () => {
  expect(await owed()).toEqual({ adopt: { due: '2021-01-01', rule: 'Police Services Act, Part XI (ss. 143 and following)', path: '/plan/duties/office#adopt' } });
});

test('a recorded adoption keeps its duty and begins the 30 days, which evidence keeps', async () => {
  await world.as.manager(async (scope) => await recordAdoption(scope, adoption('2019-06-01')));
  await world.runJobs(dutyJobs);
  expect(await owed()).toMatchObject({ 'publish/2019-06-01': { due: '2019-07-01', path: '/plan/duties/office#publish' } });
  expect(await standing('adopt')).toEqual([{ kind: 'kept', late: false }]);
  const publish = await duty('publish');
  await world.as.manager(async (scope) => await addDutyEvidence(scope, publish, { kind: 'document', title: { en: 'On the web', fr: 'En ligne' }, date: '2019-06-02', url: undefined, group: undefined }));
  await world.runJobs(dutyJobs);
  expect(await standing('publish/2019-06-01')).toEqual([{ kind: 'kept', late: false }]);
});

test('a second run, and a second load of the pack, change nothing', async () => {
  const rows = async () => [await world.database.admin`select subject_id, due, kept_at, released_at from commitment.obligation order by subject_id`, await world.database.admin`select count(*) from commitment.obligation_change`];
  const before = await rows();
  await load();
  await world.runJobs(dutyJobs);
  await world.as.worker(mirrorDuties);
  expect(await rows()).toEqual(before);
});

test('an adoption taken back opens its duty again and ends the term that it began', async () => {
  await world.as.manager(async (scope) => await recordAdoption(scope, adoption('2019-06-03')));
  await world.runJobs(dutyJobs);
  expect(Object.keys(await owed())).toContain('publish/2019-06-03');
  for (const one of await world.as.manager(async (scope) => await listAdoptions(scope))) await world.as.manager(async (scope) => await takeBack(scope, { adoption: one }, 'Entered twice'));
  await world.runJobs(dutyJobs);
  expect(Object.keys(await owed())).toEqual(['adopt']);
  expect(await standing('publish/2019-06-03')).toEqual([{ kind: 'released' }]);
});

test('the day of the first plan moves with the law, the plan office is reminded, and the new Act is named once it is in force', async () => {
  const remind = async () => {
    for (const job of commitmentJobs({ listReachable, place: async () => ({ en: 'the plan', fr: 'le plan' }) })) await job.run({ id: '', kind: '', subject: null, detail: {} }, jobTools(world.database, 'http://localhost', job.name, inScope));
    return (await world.database.admin<{ text: string }[]>`select text_body as text from platform.mail_message where kind = 'reminder'`).map((mail) => mail.text);
  };
  await world.at('2020-12-24T14:00:00Z');
  await world.as.worker(mirrorDuties);
  expect(await owed()).toMatchObject({ adopt: { due: '2021-07-01' } });
  expect(await remind()).toEqual([]);
  await world.at('2021-06-29T14:00:00Z');
  expect((await remind()).join()).toContain('Adopt a plan');
  await world.at('2025-02-01T14:00:00Z');
  await world.as.worker(mirrorDuties);
  expect(await owed()).toMatchObject({ adopt: { due: '2021-07-01', rule: 'Community Safety and Policing Act, 2019, s. 248' } });
  expect(await standing('adopt')).toEqual([{ kind: 'late', days: 1311 }]);
});

test('the four-yearly review is owed from the adoption, marked as to be confirmed, and a review begins the next one', async () => {
  await world.as.manager(async (scope) => await recordAdoption(scope, adoption('2020-02-29')));
  await world.runJobs(dutyJobs);
  expect(await owed()).toMatchObject({ 'review/2020-02-29': { due: '2024-02-29', rule: expect.stringContaining('(to be confirmed)') } });
  const review = await duty('review');
  await world.as.manager(async (scope) => await addDutyEvidence(scope, review, { kind: 'review', title: { en: 'Reviewed', fr: 'Réexaminé' }, date: '2025-01-31', url: undefined, group: undefined }));
  await world.runJobs(dutyJobs);
  expect(await owed()).toMatchObject({ 'review/2025-01-31': { due: '2029-01-31' } });
});
