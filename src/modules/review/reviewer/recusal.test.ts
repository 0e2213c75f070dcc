import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { after, checklist, during, openReviewWorld, type ReviewWorld, review, type Seat } from '../review-world.test-tool.ts';

let it: ReviewWorld;
let files: Awaited<ReturnType<ReviewWorld['files']>>;
let left = '';
let recommended = newId();
beforeAll(async () => {
  it = await openReviewWorld();
  files = await it.files();
  left = files.find(({ code }) => code !== 'unfounded')?.id ?? '';
  await it.at(during);
});
afterAll(async () => await it.close());

const others = () => files.filter(({ id }) => id !== left).map(({ id }) => id);
const pages = () => ['/en/review/sessions', `/en/review/sessions/${it.session}`, `/fr/review/sessions/${it.session}`, `/en/review/files/${left}`, `/en/review/files/${left}/outcome`, `/en/review/files/${left}/answer`,
  ...others().flatMap((id) => [`/en/review/files/${id}`, `/en/review/files/${id}/outcome`]), '/en/commitment/my-day', '/en/commitment/obligations', '/en/review/oath', `/en/review/sessions/${it.session}/sheet`];

/** Whole answers to whoever asks, and every row that she can reach; the reference on a page of a problem is a new one each time. */
async function seenBy(who: Seat): Promise<string[]> {
  const answers: string[] = [];
  for (const path of pages()) {
    const answer = await it.visit(who).get(path);
    answers.push(`${path} ${answer.status} ${[...answer.headers].filter(([name]) => name !== 'date').join()}\n${(await answer.text()).replaceAll(/<code>[^<]*<\/code>/g, '')}`);
  }
  for (const table of ['file', 'file_place', 'stratum', 'recusal', 'outcome', 'police_answer'])
    answers.push(table, JSON.stringify(await it.as(who, async ({ sql }) => await sql`select * from ${sql(`review.${table}`)} t order by t::text`)));
  // What a checklist says is behind functions, which may tell of no file that she left either.
  answers.push(JSON.stringify(await it.as(who, async ({ sql }) => [
    await sql`select id, file_id, account_id, slot, handed_in_at from review.checklist order by id`, await sql`select * from review.read_pairs(${it.session}) order by 1`, await sql`select answers from review.read_answers(${recommended}) order by answers::text`,
    ...(await Promise.all(files.map(async ({ id }) => await sql`select *, review.said_alike(${id}, 'agree', null) as alike, review.said_alike(${id}, 'investigate', null) as both from review.read_checklists(${id})`))),
    await sql`select f.id, review.said_alike(f.id, 'agree', null) as alike from unnest(${files.map(({ id }) => id)}::uuid[]) as f(id)`,
  ])));
  answers.push(JSON.stringify(await it.as(who, async ({ sql }) => await sql`select * from review.file_progress(${it.session}) order by 1`)));
  answers.push(JSON.stringify(await it.as(who, async ({ sql }) => await sql`select kind, subject_id, due from commitment.obligation order by 1, 2`)));
  return answers;
}

test('a reviewer leaves a file in one step: what she wrote is wiped, the file is gone for her, and her place is free for another', async () => {
  await it.visit('cat').post(`/en/review/files/${left}/begin`, {});
  await it.visit('cat').post(`/en/review/files/${left}`, checklist({ do: 'save', conclusion: 'investigate', more: ['contact'] }));
  const answer = await it.visit('cat').post(`/en/review/files/${left}/recusal`, {});
  expect(answer.headers.get('location')).toContain('done=left');
  expect(await it.world.database.admin`select answers, conclusion, contact, voided_at is not null as void from review.checklist where file_id = ${left}`).toEqual([{ answers: {}, conclusion: null, contact: false, void: true }]);
  expect((await it.visit('cat').get(`/en/review/files/${left}`)).status).toBe(404);
  for (const path of ['begin', 'recusal', 'outcome']) expect((await it.visit('cat').post(`/en/review/files/${left}/${path}`, {})).status, path).toBe(404);
  await expect(it.as('cat', async ({ sql }) => await sql`insert into review.checklist (id, file_id, account_id, slot, answers, version, begun_at, saved_at) values (${newId()}, ${left}, ${it.account.cat}, 2, '{}', 'x', now(), now())`)).rejects.toMatchObject({ code: '42501' });
  for (const who of ['ann', 'ben'] as const) expect((await review(it.visit(who), left)).status).toBe(303);
  expect(await it.world.database.admin`select way from review.outcome where file_id = ${left}`).toEqual([{ way: 'same' }]);
});

test('nothing that a recused reviewer or a recused chair can open tells one world from another that differs in the file she left', async () => {
  expect((await it.visit('chair').post(`/en/review/sessions/${it.session}/recusals`, { file: left, account: it.account.chair })).headers.get('location')).toContain('done=left');
  await review(it.visit('ann'), others()[0] ?? '');
  await review(it.visit('cat'), others()[0] ?? '');
  const made = await it.visit('chair').post('/en/review/recommendations/new', { addressee: 'police', 'what-en': 'x', 'what-fr': 'x', 'why-en': 'x', 'why-fr': 'x', due: '2019-12-31', question: 'supervised' });
  recommended = made.headers.get('location')?.split('/').at(-1) ?? '';
  const told = async () => ({ cat: await seenBy('cat'), chair: await seenBy('chair') });
  const first = await told();
  const name = files.find(({ id }) => id === left)?.pseudonym ?? '';
  expect(first.cat.concat(first.chair).join('\n').replaceAll(`/files/${left}`, '')).not.toContain(name);
  const { admin } = it.world.database;
  const worlds = [
    `update review.checklist set conclusion = 'investigate', answers = '{"item": []}' where file_id = '${left}' and voided_at is null; update review.outcome set conclusion = 'investigate', way = 'discussion', reason = 'law', note = 'Canary words' where file_id = '${left}'`,
    `update review.outcome set sent_at = '2019-06-10T14:00:00Z' where file_id = '${left}'; insert into review.police_answer (file_id, answer, new_code, answered_by, answered_at) values ('${left}', 'done', 'otherwise', '${it.account.liaison}', now());
     insert into commitment.obligation (id, kind, subject_kind, subject_id, what, owed_to, owed_by_role, unit, due, first_due, due_at, path, made_at) values ('${newId()}', 'police-answer', 'review-file', '${left}', '{"en":"Canary","fr":"Canary"}', '{"en":"x","fr":"x"}', 'review-chair', 'days', '2019-07-01', '2019-07-01', '2019-07-02', '/x', now());
     insert into commitment.obligation (id, kind, subject_kind, subject_id, what, owed_to, owed_by_role, unit, due, first_due, due_at, path, made_at) values ('${newId()}', 'other', 'review-file', '${left}', '{"en":"Canary","fr":"Canary"}', '{"en":"x","fr":"x"}', 'case-reviewer', 'days', '2019-07-01', '2019-07-01', '2019-07-02', '/x', now())`,
    `delete from commitment.obligation where subject_kind = 'review-file'; delete from review.police_answer; delete from review.outcome where file_id = '${left}'; delete from review.checklist where file_id = '${left}' and account_id <> '${it.account.cat}'`,
    `update review.file set code = 'victim-declines', pseudonym = 'ZZ-ZZ' where id = '${left}'; update review.stratum set drawn = drawn - 1 where code = 'insufficient-evidence' and drawn > 0; update review.file_place set position = 9 where file_id = '${left}'`,
  ];
  for (const change of worlds) {
    await admin.unsafe(change);
    const next = await told();
    for (const who of ['cat', 'chair'] as const) expect(next[who].filter((one, index) => one !== first[who][index]), change).toEqual([]);
  }
});

test('after the session and for good the file stays closed to whoever left it, also under another role', async () => {
  await it.world.database.admin`insert into identity.membership (id, account_id, role, from_date) values (${newId()}, ${it.account.cat}, 'review-chair', '2018-01-01')`;
  await it.at(after);
  expect(await it.as('cat', async ({ sql }) => (await sql`select 1 from review.file where session_id = ${it.session}`).length)).toBe(files.length - 1);
  expect(await it.as('cat', async ({ sql }) => [(await sql`select 1 from review.file where id = ${left}`).length, (await sql`select 1 from review.stratum`).length, (await sql`select 1 from review.recusal where file_id = ${left}`).length])).toEqual([0, 0, 0]);
  await it.world.database.admin`delete from identity.membership where account_id = ${it.account.cat} and role = 'review-chair'`;
});

test('only a reviewer for herself, and the chair for a reviewer of the session, can declare a recusal', async () => {
  await it.at(during);
  const other = others()[1] ?? '';
  const declare = async (who: Seat, account: string) => await it.as(who, async ({ sql }) => (await sql<{ done: boolean }[]>`select review.declare_recusal(${other}, ${account}, ${newId()}) as done`)[0]?.done);
  expect(await declare('ann', it.account.ben)).toBe(false);
  expect(await declare('eve', it.account.eve)).toBe(false);
  expect(await declare('liaison', it.account.ben)).toBe(false);
  expect(await declare('chair', it.account.eve)).toBe(false);
  expect(await it.world.database.admin`select 1 from review.recusal where file_id = ${other}`).toHaveLength(0);
  expect(await declare('chair', it.account.ben)).toBe(true);
  expect((await it.visit('ben').get(`/en/review/files/${other}`)).status).toBe(404);
  await it.at(after);
  expect(await declare('ann', it.account.ann)).toBe(false);
});
