import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { expectMatrix } from '#test/policy-matrix.ts';
import { attemptEach } from './policy-attempts.test-tool.ts';
import { seedSealed } from './sealed-report/seed.test-tool.ts';
import { after, before, during, openReviewWorld, type ReviewWorld, review, type Seat } from './review-world.test-tool.ts';

let it: ReviewWorld;
let later = '';
const lone = newId();
let files: Awaited<ReturnType<ReviewWorld['files']>>;
const file = (index: number) => files[index]?.id ?? '';
beforeAll(async () => {
  it = await openReviewWorld();
  files = await it.files();
  await it.at(during);
  // 0: ann and ben differ, sent, answered. 1: ann and ben agree. 2: ann alone is in, ben began. 3: cat left it.
  await review(it.visit('ann'), file(0), { conclusion: 'investigate' });
  await review(it.visit('ben'), file(0));
  await it.visit('ann').post(`/en/review/files/${file(0)}/outcome`, { conclusion: 'investigate', reason: 'law', note: '' });
  await it.visit('chair').post(`/en/review/sessions/${it.session}/outcomes`, {});
  await it.visit('liaison').post(`/en/review/files/${file(0)}/answer`, { answer: 'done' });
  for (const who of ['ann', 'ben'] as const) await review(it.visit(who), file(1));
  await review(it.visit('ann'), file(2));
  await it.visit('ben').post(`/en/review/files/${file(2)}/begin`, {});
  await it.visit('cat').post(`/en/review/files/${file(3)}/recusal`, {});
  // dee, who is chair too, left 0. Another session is not drawn yet; one file stands in it without its place.
  await it.visit('dee').post(`/en/review/sessions/${it.session}/recusals`, { file: file(0), account: it.account.dee });
  const planned = await it.visit('chair').post('/en/review/sessions/new', { 'period-from': '2019-01-01', 'period-until': '2019-03-31', day: '2019-07-08', opens: '09:00', closes: '16:00', place: 'Room', sample: '3' });
  later = planned.headers.get('location')?.split('/').at(-1) ?? '';
  await seedSealed(it.world.database, it.account.chair);
  await it.visit('liaison').post('/en/review/years', { year: '2018', reported: '300', unfounded: '40' });
  const made = await it.visit('chair').post('/en/review/recommendations/new', { addressee: 'police', 'what-en': 'x', 'what-fr': 'x', 'why-en': 'x', 'why-fr': 'x', due: '2019-12-31' });
  await it.visit('liaison').post(made.headers.get('location') ?? '', { step: 'accepted', evidence: '' });
  const session = newId();
  await it.visit('liaison').post('/en/review/training/office/courses/new', { 'title-en': 'x', 'title-fr': 'x', 'covers-en': 'x', 'covers-fr': 'x', hours: '7' });
  await it.visit('liaison').post('/en/review/training/office/units', { unit: 'new', 'unit-en': 'x', 'unit-fr': 'x', 'counted-on': '2019-01-01', officers: '120' });
  const { admin } = it.world.database;
  const [course] = await admin<{ id: string }[]>`select id from review.training_course`;
  await admin`insert into review.training_session (id, course_id, held_on, place, provider, entered_by, entered_on) values (${session}, ${course?.id ?? ''}, '2019-03-01', 'x', 'x', ${it.account.liaison}, '2019-03-01')`;
  await admin`insert into review.training_attendance (session_id, unit_id, rank_band, attended, first_time) select ${session}, id, 'constable', 30, 30 from review.training_unit`;
  await it.visit('chair').post(`${made.headers.get('location')}/courses`, { course: course?.id ?? '' });
  await admin`insert into review.sealed_notice (told_on) values ('2019-06-01')`;
  await it.world.database.admin`insert into review.file (id, session_id, code, pseudonym) values (${lone}, ${later}, 'unfounded', 'QQ-QQ')`;
});
afterAll(async () => await it.close());

type SittingSeat = Exclude<Seat, 'office' | 'reader' | 'head'>;
const tables = ['reviewer', 'oath', 'session', 'session_reviewer', 'stratum', 'file', 'file_place', 'recusal', 'checklist', 'outcome', 'police_answer'] as const;
/** How many rows of each table, in that order, a seat sees before, during and after the session. */
const seen: Readonly<Record<SittingSeat, readonly [string, string, string]>> = {
  chair: ['3 3 2 3 5 8 0 2 4 2 1', '3 3 2 3 5 8 0 2 4 2 1', '3 3 2 3 5 8 0 2 4 2 1'],
  dee: ['3 3 2 3 0 7 0 1 2 1 0', '3 3 2 3 0 7 0 1 2 1 0', '3 3 2 3 0 7 0 1 2 1 0'],
  liaison: ['0 0 2 0 5 8 7 0 0 1 1', '0 0 2 0 5 8 7 0 0 1 1', '0 0 2 0 5 8 7 0 0 1 1'],
  ann: ['1 1 1 1 0 0 0 0 0 0 0', '1 1 1 1 0 7 0 0 5 2 0', '1 1 1 1 0 0 0 0 0 0 0'],
  ben: ['1 1 1 1 0 0 0 0 0 0 0', '1 1 1 1 0 7 0 0 5 2 0', '1 1 1 1 0 0 0 0 0 0 0'],
  cat: ['1 1 1 1 0 0 0 0 0 0 0', '1 1 1 1 0 6 0 0 0 0 0', '1 1 1 1 0 0 0 0 0 0 0'],
  eve: ['0 0 0 0 0 0 0 0 0 0 0', '0 0 0 0 0 0 0 0 0 0 0', '0 0 0 0 0 0 0 0 0 0 0'],
};

const seats: readonly SittingSeat[] = ['chair', 'dee', 'liaison', 'ann', 'ben', 'cat', 'eve'];
type Attempt = { readonly what: string; readonly at: string; readonly statement: (own: string) => string; readonly may: readonly Seat[] };
const attempts = (): Attempt[] => {
  const { account, session } = it;
  const id = () => newId();
  const [reviewer] = [`(select id from review.reviewer where account_id = '${account.ann}')`];
  const plan = (by: string, opens: string) => `insert into review.session (id, period_from, period_until, place, opens_at, closes_at, sample_size, seed, planned_by, planned_at) values ('${id()}', '2019-01-01', '2019-03-31', 'x', '${opens}', timestamptz '${opens}' + interval '1 hour', 0, '${'0'.repeat(32)}', '${by}', now())`;
  const begin = (by: string, of: string) => `insert into review.checklist (id, file_id, account_id, slot, answers, version, begun_at, saved_at) values ('${id()}', '${of}', '${by}', 2, '{}', 'x', now(), now())`;
  const outcome = (by: string, of: string, more = `'agree', null, false, false, 'discussion', 'law'`) => `insert into review.outcome (file_id, conclusion, to_code, contact, systemic, way, reason, recorded_by, recorded_at) values ('${of}', ${more}, '${by}', now())`;
  return [
    { what: 'plans a session', at: during, statement: (own) => plan(own, '2019-07-01T13:00:00Z'), may: ['chair', 'dee'] },
    { what: 'plans one in the past', at: during, statement: (own) => plan(own, '2019-05-01T13:00:00Z'), may: [] },
    { what: 'plans in the name of another', at: during, statement: (own) => plan(own === account.ann ? account.ben : account.ann, '2019-07-01T13:00:00Z'), may: [] },
    { what: 'moves the hours before', at: before, statement: () => `update review.session set place = 'y' where id = '${session}'`, may: ['chair', 'dee'] },
    { what: 'moves the hours when open', at: during, statement: () => `update review.session set closes_at = '2019-06-10T21:00:00Z' where id = '${session}'`, may: [] },
    { what: 'reopens by new hours', at: before, statement: () => `update review.session set opens_at = '2019-06-01T13:00:00Z', closes_at = '2019-06-01T14:00:00Z' where id = '${session}'`, may: [] },
    { what: 'postpones an open one', at: during, statement: () => `update review.session set opens_at = '2019-06-11T13:00:00Z', closes_at = '2019-06-11T20:00:00Z' where id = '${session}'`, may: [] },
    { what: 'draws once more', at: during, statement: () => `update review.session set drawn_at = platform.ctx_now() where id = '${session}'`, may: [] },
    { what: 'draws again', at: before, statement: () => `update review.session set drawn_at = '2019-06-02' where id = '${session}'`, may: [] },
    { what: 'adds to the frame after the draw', at: before, statement: () => `insert into review.stratum (session_id, code, files, drawn) values ('${session}', 'x', 1, 1)`, may: [] },
    { what: 'adds a file after the draw', at: before, statement: () => `insert into review.file (id, session_id, code, pseudonym) values ('${id()}', '${session}', 'x', 'BB-BB')`, may: [] },
    { what: 'seats a reviewer', at: during, statement: () => `insert into review.session_reviewer (session_id, reviewer_id) select '${session}', id from review.reviewer limit 1`, may: ['chair', 'dee'] },
    { what: 'seats herself', at: during, statement: (own) => `insert into review.reviewer (id, account_id, added_by, added_at) values ('${id()}', '${own}', '${own}', now())`, may: [] },
    { what: 'gives another a seat', at: during, statement: (own) => `insert into review.reviewer (id, account_id, added_by, added_at) values ('${id()}', '${account.eve}', '${own}', now())`, may: ['chair', 'dee'] },
    { what: 'gives a seat without the role', at: during, statement: (own) => `insert into review.reviewer (id, account_id, added_by, added_at) values ('${id()}', '${account.liaison}', '${own}', now())`, may: [] },
    { what: 'changes a seat', at: during, statement: () => `update review.reviewer set trained_on = '2019-01-01' where account_id = '${account.ann}'`, may: ['chair', 'dee'] },
    { what: 'takes a reviewer out when open', at: during, statement: () => `delete from review.session_reviewer where true`, may: [] },
    { what: 'takes a reviewer out before', at: before, statement: () => `delete from review.session_reviewer where true`, may: ['chair', 'dee'] },
    { what: 'signs the oath of ann', at: during, statement: () => `insert into review.oath (id, reviewer_id, wording, signed_at, expires_on) select '${id()}', ${reviewer}, '1', platform.ctx_now(), '2020-06-01' where ${reviewer} is not null`, may: ['ann'] },
    { what: 'signs for ten years', at: during, statement: () => `insert into review.oath (id, reviewer_id, wording, signed_at, expires_on) select '${id()}', ${reviewer}, '1', platform.ctx_now(), '2029-06-01' where ${reviewer} is not null`, may: [] },
    { what: 'begins a file', at: during, statement: (own) => begin(own, file(4)), may: ['ann', 'ben', 'cat'] },
    { what: 'begins a file that cat left', at: during, statement: (own) => begin(own, file(3)), may: ['ann', 'ben'] },
    { what: 'begins a file after', at: after, statement: (own) => begin(own, file(4)), may: [] },
    { what: 'begins for another', at: during, statement: (own) => begin(own === account.ann ? account.ben : account.ann, file(4)), may: [] },
    { what: 'changes what was handed in', at: during, statement: () => `update review.checklist set contact = true where handed_in_at is not null`, may: [] },
    { what: 'changes what ben began', at: during, statement: () => `update review.checklist set contact = true where file_id = '${file(2)}'`, may: ['ben'] },
    { what: 'hands in for an earlier hour', at: during, statement: () => `update review.checklist set conclusion = 'agree', handed_in_at = '2019-06-10T13:00:00Z' where file_id = '${file(2)}'`, may: [] },
    { what: 'changes it after', at: after, statement: () => `update review.checklist set contact = true where file_id = '${file(2)}'`, may: [] },
    { what: 'settles what is not in', at: during, statement: (own) => outcome(own, file(2)), may: [] },
    { what: 'settles once more', at: during, statement: (own) => outcome(own, file(1)), may: ['ann', 'ben', 'chair', 'dee'] },
    { what: 'settles after', at: after, statement: (own) => outcome(own, file(1)), may: ['chair', 'dee'] },
    { what: 'says alike what was not', at: during, statement: (own) => outcome(own, file(0), `'agree', null, false, false, 'same', null`), may: [] },
    { what: 'sends', at: during, statement: () => `update review.outcome set sent_at = platform.ctx_now() where sent_at is null`, may: ['chair', 'dee'] },
    { what: 'sends again', at: during, statement: () => `update review.outcome set sent_at = platform.ctx_now() where sent_at is not null`, may: [] },
    { what: 'sends for another hour', at: during, statement: () => `update review.outcome set sent_at = '2019-06-01T13:00:00Z' where sent_at is null`, may: [] },
    { what: 'sends 0, which dee left', at: during, statement: (own) => outcome(own, file(0)), may: ['ann', 'ben', 'chair'] },
    { what: 'gives the counts', at: before, statement: () => `insert into review.stratum (session_id, code, files, drawn) values ('${later}', 'x', 1, 1)`, may: ['liaison'] },
    { what: 'draws a file', at: before, statement: () => `insert into review.file (id, session_id, code, pseudonym) values ('${id()}', '${later}', 'x', 'BB-BB')`, may: ['liaison'] },
    { what: 'places a file', at: before, statement: () => `insert into review.file_place (file_id, position) values ('${lone}', 1)`, may: ['liaison'] },
    { what: 'places a file of a drawn session', at: before, statement: () => `insert into review.file_place (file_id, position) values ('${file(0)}', 1)`, may: [] },
    { what: 'moves an undrawn one', at: during, statement: () => `update review.session set place = 'y' where id = '${later}'`, may: ['chair', 'dee'] },
    { what: 'marks the draw', at: during, statement: () => `update review.session set drawn_at = platform.ctx_now() where id = '${later}' and drawn_at is null`, may: ['liaison'] },
    { what: 'marks it for another hour', at: during, statement: () => `update review.session set drawn_at = '2019-01-01' where id = '${later}'`, may: [] },
    { what: 'answers', at: during, statement: (own) => `insert into review.police_answer (file_id, answer, answered_by, answered_at) values ('${file(0)}', 'done', '${own}', now())`, may: ['liaison'] },
    { what: 'answers what was not sent', at: during, statement: (own) => `insert into review.police_answer (file_id, answer, answered_by, answered_at) values ('${file(1)}', 'done', '${own}', now())`, may: [] },
    { what: 'answers for another', at: during, statement: (own) => `insert into review.police_answer (file_id, answer, answered_by, answered_at) values ('${file(0)}', 'done', '${own === account.ann ? account.ben : account.ann}', now())`, may: [] },
  ];
};

/** Everything that differs from what it should be. */
async function wrongCells(only = ''): Promise<string[]> {
  const wrong: string[] = [];
  for (const [index, at] of [before, during, after].entries()) {
    await it.at(at);
    for (const who of seats) {
      const counts = await it.as(who, async ({ sql }) => await sql.unsafe(`select ${tables.map((name) => `(select count(*) from review.${name}) as ${name}`).join(', ')}`));
      const found = tables.map((name) => String(counts[0]?.[name])).join(' ');
      if (found !== seen[who][index]) wrong.push(`${who} at ${at} sees ${found} instead of ${seen[who][index]}`);
      if (only !== '' && wrong.length > 0) return wrong;
    }
    const tried = attempts().filter((each) => each.at === at && (only === '' || each.statement('').includes(` review.${only} `)));
    for (const who of tried.length > 0 ? seats : []) {
      const done = await it.as(who, async ({ sql }) => await attemptEach(sql, tried.map((one) => one.statement(it.account[who]))));
      wrong.push(...tried.filter((one, place) => done[place] !== one.may.includes(who)).map((one) => `${who}: ${one.what}`));
      if (only !== '' && wrong.length > 0) return wrong;
    }
  }
  return wrong;
}

test('every seat sees and does what it should, before, during and after the session', async () => {
  expect(await wrongCells()).toEqual([]);
});

test('everybody else sees the codes and nothing more, and changes nothing', async () => {
  await it.at(during);
  const who = ['manager', 'operator', 'leader', 'chair', 'partner', 'auditor', 'administrator'] as const;
  const staff = (found: string) => (found === '' ? {} : Object.fromEntries(who.map((name) => [name, found])));
  await expectMatrix(it.world, 'review', {
    ...Object.fromEntries(tables.map((name) => [name, staff(name === 'recusal' ? '' : 'i')])),
    clearance_code: { public: 'r', ...staff('r'), worker: 'riu' }, centre: { public: 'r', ...staff('r'), worker: 'riu' }, recipient_list: { public: 'r', ...staff('ri'), worker: 'r' },
    sealed_mailbox: { public: 'i' }, sealed_message: { public: 'i', ...staff('i') }, member_key: staff('i'), key_wrap: staff('i'),
    year: { ...staff('i'), worker: 'r' }, recommendation: { public: 'r', ...staff('i'), manager: 'ri' }, recommendation_step: { public: 'r', ...staff('i'), worker: 'r' }, sealed_notice: { worker: 'ri' },
    recommendation_course: { public: 'r', ...staff('i'), manager: 'ri' }, training_course: { public: 'r', ...staff('ri'), manager: 'riu', worker: 'r' }, training_unit: { public: 'r', ...staff('ri'), worker: 'r' },
    training_session: { public: 'r', ...staff('ri'), manager: 'riu', worker: 'r' }, training_attendance: { ...staff('i'), manager: 'riu', worker: 'r' }, training_strength: { ...staff('i'), manager: 'ri', worker: 'r' },
  });
});

test('each policy that is broken one term at a time is noticed', async () => {
  const { admin } = it.world.database;
  const policies = await admin<{ table: string; name: string; using: string | null; check: string | null; kind: string }[]>`
    select tablename as table, policyname as name, qual as using, with_check as check, cmd as kind from pg_policies
    where schemaname = 'review' and 'ct_staff' = any (roles::text[]) and tablename = any (${[...tables]}) order by 1, 2`;
  const survivors: string[] = [];
  for (const policy of policies) for (const [part, text] of [['using', policy.using], ['with check', policy.check]] as const) {
    if (text === null) continue;
    const alter = async (condition: string) => await admin.unsafe(`alter policy ${policy.name} on review.${policy.table} ${part} (${condition})`);
    for (const mutant of ['true', 'false']) {
      await alter(mutant);
      const noticed = (await wrongCells(policy.table)).length > 0;
      await alter(text);
      if (!noticed) survivors.push(`${policy.table} ${policy.name} ${part} ${mutant}`);
    }
  }
  expect(survivors).toEqual([]);
}, 300_000);
