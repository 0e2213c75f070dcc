import { afterAll, beforeAll, expect, test } from 'vitest';
import { after, before, checklist, during, openReviewWorld, type ReviewWorld, review } from '../review-world.test-tool.ts';

let it: ReviewWorld;
let files: Awaited<ReturnType<ReviewWorld['files']>>;
beforeAll(async () => {
  it = await openReviewWorld();
  files = await it.files();
});
afterAll(async () => await it.close());

const file = (index: number) => files[index]?.id ?? '';
const status = async (who: Parameters<ReviewWorld['visit']>[0], path: string) => (await it.visit(who).get(path)).status;
const text = async (who: Parameters<ReviewWorld['visit']>[0], path: string) => await (await it.visit(who).get(path)).text();

test('every unfounded file is drawn, and of the others as many as were asked for', () => {
  expect(files.map(({ code }) => code === 'unfounded').filter(Boolean)).toHaveLength(4);
  expect(files).toHaveLength(7);
  expect(new Set(files.map(({ pseudonym }) => pseudonym)).size).toBe(7);
});

test('a file opens in the hours of its session and to its reviewers alone: before and after it is as absent as one that never was', async () => {
  const page = `/en/review/files/${file(0)}`;
  await it.at(before);
  expect(await status('ann', page)).toBe(404);
  await it.at(during);
  expect(await status('ann', page)).toBe(200);
  for (const other of ['eve', 'liaison', 'chair'] as const) expect(await status(other, page), other).toBe(404);
  await it.at('2019-06-10T19:59:59Z');
  expect(await status('ann', page)).toBe(200);
  await it.at(after);
  expect(await status('ann', page)).toBe(404);
  expect(await it.as('ann', async ({ sql }) => await sql`select 1 from review.file`)).toHaveLength(0);
});

test('nobody without a seat learns that anything is there, the administrator and the plan office included', async () => {
  await it.at(during);
  for (const name of ['administrator', 'manager', 'leader', 'chair', 'partner', 'auditor', 'analyst', 'operator'] as const) {
    const who = await it.app.as(name);
    for (const path of ['sessions', 'sessions/new', `sessions/${it.session}`, `sessions/${it.session}/sheet`, `sessions/${it.session}/counts`, `files/${file(0)}`, `files/${file(0)}/outcome`, `files/${file(0)}/answer`, 'reviewers', 'oath'])
      expect((await who.get(`/en/review/${path}`)).status, `${name} ${path}`).toBe(404);
    for (const path of [`sessions/${it.session}/outcomes`, `sessions/${it.session}/recusals`, `files/${file(0)}/begin`, `files/${file(0)}/recusal`, `files/${file(0)}`, `files/${file(0)}/outcome`])
      expect((await who.post(`/en/review/${path}`, {})).status, `${name} posts ${path}`).toBe(404);
  }
});

test('without an oath that holds, a training or a check no file opens', async () => {
  await it.at(during);
  for (const [set, back] of [[`update review.oath set expires_on = '2019-06-09'`, `update review.oath set expires_on = '2020-06-03'`], [`update review.reviewer set trained_on = null`, `update review.reviewer set trained_on = '2019-02-10'`],
    [`update review.reviewer set background_check_on = null`, `update review.reviewer set background_check_on = '2019-01-10'`], [`update review.reviewer set left_on = '2019-06-01'`, 'update review.reviewer set left_on = null']] as const) {
    await it.world.database.admin.unsafe(set);
    expect(await status('ann', `/en/review/files/${file(0)}`), set).toBe(404);
    await it.world.database.admin.unsafe(back);
  }
  expect(await status('ann', `/en/review/files/${file(0)}`)).toBe(200);
});

test('neither reviewer sees what the other chose before both are in, the chair neither', async () => {
  await it.at(during);
  const seen = async (who: 'ann' | 'ben' | 'chair') => await it.as(who, async ({ sql }) => (await sql<{ account: string }[]>`select account_id as account from review.checklist where file_id = ${file(0)}`).map(({ account }) => account));
  expect((await review(it.visit('ann'), file(0), { conclusion: 'recode', 'to-code': files[0]?.code === 'unfounded' ? 'insufficient-evidence' : 'unfounded', more: ['contact'] })).status).toBe(303);
  await it.visit('ben').post(`/en/review/files/${file(0)}/begin`, {});
  expect(await seen('ann')).toEqual([it.account.ann]);
  expect(await seen('ben')).toEqual([it.account.ben]);
  expect(await seen('chair')).toEqual([]);
  expect(await status('ben', `/en/review/files/${file(0)}/outcome`)).toBe(404);
  expect(await text('ann', `/en/review/files/${file(0)}`)).toContain('neither of you sees what the other chose');
  await it.visit('ben').post(`/en/review/files/${file(0)}`, checklist({}, 2));
  for (const who of ['ann', 'ben', 'chair'] as const) expect((await seen(who)).sort()).toEqual([it.account.ann, it.account.ben].sort());
  expect(await seen('ann')).toHaveLength(2);
  expect(await it.as('cat', async ({ sql }) => await sql`select 1 from review.checklist`)).toHaveLength(0);
});

test('a third reviewer finds both places taken, and what was handed in stands', async () => {
  await it.visit('cat').post(`/en/review/files/${file(0)}/begin`, {});
  expect(await text('cat', `/en/review/files/${file(0)}`)).toContain('Two others review this file');
  expect((await it.as('ann', async ({ sql }) => await sql`update review.checklist set conclusion = 'agree', to_code = null where file_id = ${file(0)}`)).count).toBe(0);
});

test('a checklist with open questions is refused with what was chosen, and saved for now as it is', async () => {
  await it.visit('ann').post(`/en/review/files/${file(1)}/begin`, {});
  const { interviewed: _, ...rest } = checklist();
  const answer = await it.visit('ann').post(`/en/review/files/${file(1)}`, { ...rest, conclusion: 'recode', 'to-code': '' });
  expect(answer.status).toBe(422);
  const page = await answer.text();
  for (const words of ['Choose the right code', 'Was she or he interviewed']) expect(page).toContain(words);
  expect((await it.visit('ann').post(`/en/review/files/${file(1)}`, { ...rest, do: 'save' })).status).toBe(303);
  expect(await text('ann', `/en/review/files/${file(1)}`)).toMatch(/checked/);
});

test('what two reviewers differ in is shown to both, and a discussion is recorded only without names, numbers and dates; nothing typed is lost', async () => {
  const page = `/en/review/files/${file(0)}/outcome`;
  const shown = await text('ben', page);
  for (const words of ['First reviewer', 'Re-code (', 'Code is right']) expect(shown).toContain(words);
  for (const [note, sentence] of [['Spoke to Jane Miller about it', 'may be a name'], ['It was the 3rd file', 'is a number'], ['Since last March it differs', 'is a date'], ['In December it differs', 'is a date']] as const) {
    const answer = await it.visit('ben').post(page, { conclusion: 'agree', reason: 'overlooked', note });
    expect(answer.status, note).toBe(422);
    const html = await answer.text();
    expect(html, note).toContain(sentence);
    expect(html).toContain(note);
  }
  expect(await it.world.database.admin`select 1 from review.outcome`).toHaveLength(0);
  expect((await it.visit('ben').post(page, { conclusion: 'investigate', reason: 'overlooked', note: 'The recording of the interview was missed.' })).status).toBe(303);
  expect(await it.world.database.admin`select conclusion, way, reason from review.outcome`).toEqual([{ conclusion: 'investigate', way: 'discussion', reason: 'overlooked' }]);
});

test('two who come to the same settle a file at once', async () => {
  for (const who of ['ben', 'cat'] as const) await review(it.visit(who), file(2));
  expect(await it.world.database.admin`select conclusion, way from review.outcome where file_id = ${file(2)}`).toEqual([{ conclusion: 'agree', way: 'same' }]);
});

test('the police see an outcome once it was sent, never a checklist; they owe an answer, and what they re-coded is counted', async () => {
  await it.at(after);
  expect(await it.as('liaison', async ({ sql }) => await sql`select 1 from review.outcome`)).toHaveLength(0);
  const sent = await it.visit('chair').post(`/en/review/sessions/${it.session}/outcomes`, {});
  expect(sent.headers.get('location')).toContain('done=sent&n=2');
  expect(await it.as('liaison', async ({ sql }) => [(await sql`select 1 from review.outcome`).length, (await sql`select 1 from review.checklist`).length])).toEqual([2, 0]);
  expect(await text('liaison', '/en/commitment/my-day')).toContain('Answer to an outcome of the case review');
  expect(await (await (await it.app.as('manager')).get('/en/commitment/obligations')).text()).not.toContain('Answer to an outcome');
  const path = `/en/review/files/${file(0)}/answer`;
  expect((await it.visit('liaison').post(path, { answer: 'partly', note: 'Call 905-555-0143' })).status).toBe(422);
  expect((await it.visit('liaison').post(`/en/review/files/${file(2)}/answer`, { answer: 'done' })).status).toBe(404);
  expect((await it.visit('liaison').post(path, { answer: 'done', 'new-code': files[0]?.code === 'otherwise' ? 'unfounded' : 'otherwise' })).status).toBe(303);
  expect(await it.world.database.admin`select kept_at is not null as kept from commitment.obligation where kind = 'police-answer'`).toEqual([{ kept: true }]);
  expect((await text('chair', `/en/review/sessions/${it.session}`)).replaceAll(/\s+/g, ' ')).toMatch(/Re-coded by the police<\/dt><dd>1</);
});

test('every look at a file, a sheet or a comparison leaves a line in the audit', async () => {
  await it.at(during);
  const lines = async () => (await it.world.as.auditLine(async ({ sql }) => await sql<{ action: string }[]>`select action from platform.audit_entry where action like 'review.%'`)).map(({ action }) => action);
  const had = await lines();
  await it.visit('cat').get(`/en/review/files/${file(3)}`);
  await it.visit('liaison').get(`/en/review/sessions/${it.session}/sheet`);
  await it.visit('chair').get(`/en/review/files/${file(0)}/outcome`);
  expect((await lines()).slice(had.length).sort()).toEqual(['review.compare-checklists', 'review.read-checklists', 'review.read-file', 'review.read-sheet']);
});

test('what a checklist says cannot be read past the function that writes its audit row, whatever seat asks', async () => {
  await it.at(during);
  for (const who of ['ann', 'ben', 'chair', 'liaison'] as const) for (const column of ['answers', 'conclusion', 'to_code', 'contact', 'systemic'])
    await expect(it.as(who, async ({ sql }) => await sql`select ${sql(column)} from review.checklist`), `${who} ${column}`).rejects.toMatchObject({ code: '42501' });
  const read = async (who: Parameters<ReviewWorld['visit']>[0], index: number) => await it.as(who, async ({ sql }) => (await sql`select 1 from review.read_checklists(${file(index)})`).length);
  // 0: both are in. 1: ann alone began. 2: ben and cat are in.
  expect([await read('ann', 0), await read('chair', 0), await read('cat', 0), await read('liaison', 0), await read('eve', 0), await read('office', 0)]).toEqual([2, 2, 0, 0, 0, 0]);
  expect([await read('ann', 1), await read('chair', 1), await read('ben', 1)]).toEqual([1, 0, 0]);
  await it.visit('dee').post(`/en/review/sessions/${it.session}/recusals`, { file: file(0), account: it.account.dee });
  expect([await read('dee', 0), await read('dee', 2)]).toEqual([0, 2]);
  const pairs = async (who: Parameters<ReviewWorld['visit']>[0]) => await it.as(who, async ({ sql }) => (await sql`select 1 from review.read_pairs(${it.session})`).length);
  expect([await pairs('chair'), await pairs('dee'), await pairs('ann'), await pairs('liaison'), await pairs('eve')]).toEqual([2, 1, 1, 0, 0]);
  await it.at(after);
  expect([await read('ann', 0), await pairs('ann'), await read('chair', 0)]).toEqual([0, 0, 2]);
  const [last] = await it.world.as.auditLine(async ({ sql }) => await sql`select action, subject_id as file, account_id as by from platform.audit_entry where action = 'review.read-checklists' order by id desc limit 1`);
  expect({ ...last }).toEqual({ action: 'review.read-checklists', file: file(0), by: it.account.chair });
});
