import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { listReleased } from '../release/queries.ts';
import { releaseYears } from '../release/jobs.ts';
import { openSituationWorld, type Sitter, type SituationWorld, table } from '../situation-world.test-tool.ts';

let world: SituationWorld;
beforeAll(async () => {
  world = await openSituationWorld();
});
afterAll(async () => await world.close());

const owed = async (id: string) => (await world.database.admin<{ kind: string; owner: string | null; body: string | null; hours: number; kept: boolean; released: boolean }[]>`select kind, owed_by_account as owner, owed_by_body as body, round(extract(epoch from due_at - made_at) / 3600)::int as hours,
  kept_at is not null as kept, released_at is not null as released from commitment.obligation where split_part(subject_id, '/', 1) = ${id} order by made_at, kind`).map((row) => ({ ...row }));
const telling = { kind: 'person', age: '30-39', sex: 'female', stakes: ['interest', 'agencies'], risk: ['risk-one'], protective: ['protective-one'], flag: [], affected: [], words: '' };

test('from filter 1 to closing over the pages: statement, telling, votes, roles, disclosure with notice, door, report, reason', async () => {
  const [police, health, school, chair] = [await world.visit('police'), await world.visit('health'), await world.visit('school'), await world.visit('chair')];
  expect((await police.post(`/en/situation/tables/${table}/bring`, {})).status).toBe(422);
  const tell = (await police.post(`/en/situation/tables/${table}/bring`, { exhausted: 'yes' })).headers.get('location') ?? '';
  const page = tell.replace('/tell', '');
  const id = page.split('/').at(-1) ?? '';
  const step = async (who: typeof police, name: string, from: string, fields: Record<string, string | string[]> = {}) => await who.post(`${page}/steps/${name}`, { from, ...fields });
  for (const wrong of ['She lives on Elm Street', 'Aged 41', 'Ask Sarah Whitfield', 'since February']) {
    const answer = await police.post(tell, { ...telling, words: wrong });
    expect(answer.status, wrong).toBe(422);
    expect(await answer.text(), wrong).toContain(wrong);
  }
  const young = await police.post(tell, { ...telling, age: '12-17', risk: ['risk-crime'] });
  expect([young.status, await young.text()]).toEqual([422, expect.stringContaining('Criminal involvement is told of nobody under 18')]);
  expect((await police.post(tell, { ...telling, words: 'Nobody can reach her; her agencies are worried' })).status).toBe(303);
  expect(await (await school.get(page)).text()).toContain('Nobody can reach her');
  expect((await step(chair, 'accept', 'table')).status).toBe(422);
  for (const who of [police, health]) expect((await step(who, 'vote', 'table', { 'vote-vote': 'aer' })).status).toBe(303);
  expect((await step(school, 'accept', 'table')).status).toBe(422);
  expect((await step(chair, 'accept', 'table')).status).toBe(303);
  // Of two decisions at once one alone is taken; the other sees where it stands now.
  expect((await step(chair, 'reject', 'table', { 'reject-reason': 'reject-one' })).status).toBe(409);
  expect((await step(chair, 'plan', 'roles')).status).toBe(422);
  expect((await step(chair, 'name', 'roles', { 'name-agency': world.agency('elsewhere'), 'name-part': 'lead' })).status).toBe(422);
  expect((await step(chair, 'name', 'roles', { 'name-agency': world.agency('health'), 'name-part': 'lead' })).status).toBe(303);
  expect((await step(chair, 'name', 'roles', { 'name-agency': world.agency('police'), 'name-part': 'assisting' })).status).toBe(303);
  expect((await step(chair, 'plan', 'roles')).status).toBe(303);
  await world.settle();
  const lead = world.account('health');
  expect(await owed(id)).toEqual([['situation-knock', 48], ['situation-plan', 24], ['situation-report', expect.any(Number)]].map(([kind, hours]) => ({ kind, hours, owner: lead, body: null, kept: false, released: false })));
  expect((await step(health, 'disclose', 'planning', { 'disclose-agency': world.agency('police'), 'disclose-fields': ['name', 'safety'], 'disclose-authority': 'compelling-circumstances' })).status).toBe(303);
  expect((await step(health, 'disclose', 'planning', { 'disclose-agency': world.agency('school'), 'disclose-fields': ['name'], 'disclose-authority': 'consent' })).status).toBe(422);
  expect((await step(police, 'offer', 'planning', { 'offer-service': 'service-one' })).status).toBe(303);
  expect((await step(health, 'knock', 'planning', { 'knock-on': '2019-06-04', 'knock-knock': 'answered' })).status).toBe(422);
  expect((await step(health, 'knock', 'planning', { 'knock-on': '2019-06-03', 'knock-knock': 'answered', 'knock-consent': 'yes' })).status).toBe(303);
  await world.settle();
  expect((await owed(id)).map(({ kind, kept }) => `${kind} ${kept}`).toSorted()).toEqual(['situation-knock true', 'situation-notice false', 'situation-plan true', 'situation-report false']);
  expect(await (await health.get('/en/situation')).text()).toContain('Open the table');
  await world.at('2019-06-10T14:00:00Z');
  expect((await step(health, 'report', 'planning')).status).toBe(303);
  await world.settle();
  expect((await owed(id)).filter(({ kind }) => kind === 'situation-report').map(({ kept }) => kept)).toEqual([true, false]);
  await world.at('2019-06-17T14:00:00Z');
  expect((await step(police, 'close', 'planning', { 'close-reason': 'close-one' })).status).toBe(422);
  expect((await step(health, 'close', 'planning', { 'close-reason': 'close-one' })).status).toBe(303);
  await world.settle();
  expect((await owed(id)).filter(({ kept, released }) => !kept && !released).map(({ kind }) => kind)).toEqual(['situation-notice']);
  const seen = { health: await (await health.get(page)).text(), school: await (await school.get(page)).text() };
  expect(seen.health).toContain('Compelling circumstances');
  expect(seen.school).not.toContain('Compelling circumstances');
  expect(seen.school).toContain('close-one');
  // Somebody came to harm: the table looks back within thirty days.
  expect((await step(school, 'review', 'closed', { 'review-kind': 'serious-harm' })).status).toBe(303);
  await world.settle();
  expect((await owed(id)).filter(({ kind }) => kind === 'situation-review')).toEqual([{ kind: 'situation-review', owner: null, body: table, hours: expect.any(Number), kept: false, released: false }]);
  const [review] = await world.database.admin<{ id: string }[]>`select id from situation.review where discussion_id = ${id}`;
  expect((await step(chair, 'conclude', 'closed', { 'conclude-id': review?.id ?? '', 'conclude-finding': 'agency-missing' })).status).toBe(303);
  await world.settle();
  expect((await owed(id)).find(({ kind }) => kind === 'situation-review')?.kept).toBe(true);
  const [said] = await world.database.admin`select filter, fields, authority from situation.disclosure where discussion_id = ${id}`;
  expect({ ...said }).toEqual({ filter: 4, fields: ['name', 'safety'], authority: 'compelling-circumstances' });
});

test('at filter 3 nothing is disclosed unless the table’s setting lets identifiers be said, and then identifiers alone', async () => {
  const id = await world.accept('police');
  const say = async (fields: readonly string[]) => await world.take('police', id, 'roles', 'disclose', { id: newId(), agency: world.agency('health'), fields, authority: 'serious-bodily-harm' });
  expect(await say(['name'])).toBe('identifiers');
  expect((await (await world.visit('health')).post(`/en/situation/tables/${table}/setting`, { identifiers: 'limited' })).status).toBe(404);
  expect((await (await world.visit('chair')).post(`/en/situation/tables/${table}/setting`, { identifiers: 'limited' })).status).toBe(303);
  expect([await say(['name']), await say(['health'])]).toEqual(['done', 'identifiers']);
  // Who it was not said to does not see that it was.
  const seen = async (who: Sitter) => (await (await world.visit(who)).get(`/en/situation/discussions/${id}`)).text();
  expect([(await seen('health')).includes('significant risk of serious bodily harm</td>'), (await seen('school')).includes('significant risk of serious bodily harm</td>')]).toEqual([true, false]);
  await (await world.visit('chair')).post(`/en/situation/tables/${table}/setting`, { identifiers: 'none' });
});

test('an agency that brings the same file again is counted as a return, by its own words, and no other agency is', async () => {
  const tell = async (who: Sitter, secret: string, reference = 'file 9') => {
    const visitor = await world.visit(who);
    const id = await world.bring(who);
    const answer = await visitor.post(`/en/situation/discussions/${id}/tell`, { ...telling, reference, secret });
    if (answer.status === 303) for (const one of ['police', 'health'] as const) await world.take(one, id, 'table', 'vote', { vote: 'aer' });
    if (answer.status === 303) expect(await world.take('chair', id, 'table', 'accept')).toBe('done');
    return answer.status === 303 ? (await world.database.admin<{ earlier: number }[]>`select earlier from situation.discussion where id = ${id}`)[0]?.earlier : answer.status;
  };
  expect(await tell('school', 'the long grey corridor')).toBe(0);
  expect(await tell('school', 'the long grey corridor')).toBe(1);
  expect(await tell('school', 'another long corridor')).toBe(422);
  expect(await tell('school', 'too short')).toBe(422);
  expect(await tell('school', 'the long grey corridor', 'file 10')).toBe(0);
  expect(await tell('health', 'the long grey corridor')).toBe(0);
});

test('what has ended goes to the province in one line each, and of what was not taken on only what is left', async () => {
  const rejected = await world.bring('health');
  await world.tell('health', rejected);
  await world.take('police', rejected, 'table', 'vote', { vote: 'not-aer' });
  expect(await world.take('chair', rejected, 'table', 'reject', { reason: 'reject-one' })).toBe('done');
  expect((await (await world.visit('health')).get(`/en/situation/tables/${table}/tracking.csv`)).status).toBe(404);
  const answer = await (await world.visit('chair')).get(`/en/situation/tables/${table}/tracking.csv`);
  const lines = (await answer.text()).trim().split('\n');
  expect(lines[0]).toContain('Discussion number,Date opened,Type,Originating agency');
  expect(lines.find((line) => line.includes('Rejected'))).toMatch(/^2019-\d{3},2019-06-17,One person,Agency health \(demo\),,,30 to 39,Female,,,,,,Rejected,reject-one \(demo\) \[reject-one\],2019-06-17$/);
  expect(lines.find((line) => line.includes('Acutely'))).toMatch(/^2019-001,2019-06-03,One person,Agency police \(demo\),Agency health \(demo\),Agency police \(demo\),30 to 39,Female,risk-one \(demo\) \[risk-one\],protective-one/);
  expect(await (await (await world.visit('chair')).get(`/fr/situation/tables/${table}/counts`)).text()).toContain('Facteurs de risque les plus fréquents');
});

test('a year is released once when it is over, small counts hidden, and nothing of the running year', async () => {
  expect(await world.as.worker(releaseYears)).toBe(0);
  await world.at('2020-01-02T14:00:00Z');
  expect(await world.as.worker(releaseYears)).toBe(1);
  expect(await world.as.worker(releaseYears)).toBe(0);
  const rows = await world.as.public(listReleased);
  expect(rows.filter(({ published }) => /^\d+$/.test(published) && Number(published) < 5)).toEqual([]);
  expect(rows.find(({ series, value }) => series === 'decision' && value === 'not-taken-on')?.published).toBe('fewer than 6');
  expect(await (await (await world.visit()).get('/fr/situation')).text()).toContain('moins de 6');
});
