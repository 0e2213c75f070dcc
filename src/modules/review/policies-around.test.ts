import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { attemptEach } from './policy-attempts.test-tool.ts';
import { during, openReviewWorld, type ReviewWorld, type Seat } from './review-world.test-tool.ts';

/** Recommendations, years, training and sealed reports: who sees how many rows and who does what, and whether each policy that is broken is noticed. */
const seats = ['chair', 'liaison', 'ann', 'eve', 'office', 'reader', 'head'] as const satisfies readonly Seat[];
/** `owner` and `keeper` show the id of a mailbox: one for the committee, one that its writer keeps for herself. */
const actors = [...seats, 'public', 'owner', 'keeper', 'worker'] as const;
type Actor = (typeof actors)[number];
type Attempt = { readonly what: string; readonly table: string; readonly statement: (own: string) => string; readonly may: readonly Actor[] };

let it: ReviewWorld;
const secret = { owner: 'sesame', keeper: 'to myself' } as const;
const [police, board, later, course, nextCourse, unit, held, box, own, upload, headKey] = [newId(), newId(), newId(), newId(), newId(), newId(), newId(), randomUUID(), randomUUID(), randomUUID(), newId()];

beforeAll(async () => {
  it = await openReviewWorld();
  await it.at(during);
  const { admin } = it.world.database;
  const { account } = it;
  const key = (letter: string) => `age1${letter.repeat(58)}`;
  const sign = `${'A'.repeat(43)}=`;
  for (const [id, to, on] of [[police, 'police', '2019-06-01'], [board, 'board', '2019-06-01'], [later, 'police', '2019-12-01']] as const)
    await admin`insert into review.recommendation (id, addressee, title, reason, due, made_by, made_on) values (${id}, ${to}, '{"en":"x","fr":"x"}', '{"en":"x","fr":"x"}', '2020-01-01', ${account.chair}, ${on})`;
  for (const [of, at, step, on] of [[police, 1, 'accepted', '2019-06-02'], [police, 2, 'reported-done', '2019-06-03'], [later, 1, 'accepted', '2019-12-02']] as const)
    await admin`insert into review.recommendation_step (id, recommendation_id, position, step, evidence, by_account, taken_on) values (${newId()}, ${of}, ${at}, ${step}, 'x', ${account.liaison}, ${on})`;
  for (const [id, on] of [[course, '2019-01-01'], [nextCourse, '2019-12-01']] as const)
    await admin`insert into review.training_course (id, title, covers, hours, made_by, made_on) values (${id}, '{"en":"x","fr":"x"}', '{"en":"x","fr":"x"}', 7, ${account.office}, ${on})`;
  for (const [id, on] of [[unit, '2019-01-01'], [newId(), '2019-12-01']] as const) await admin`insert into review.training_unit (id, name, made_by, made_on) values (${id}, '{"en":"x","fr":"x"}', ${account.office}, ${on})`;
  for (const [id, on] of [[held, '2019-02-01'], [newId(), '2019-12-01']] as const)
    await admin`insert into review.training_session (id, course_id, held_on, place, provider, entered_by, entered_on) values (${id}, ${course}, ${on}, 'x', 'x', ${account.office}, '2019-02-01')`;
  await admin`insert into review.training_attendance (session_id, unit_id, rank_band, attended, first_time) values (${held}, ${unit}, 'constable', 30, 20)`;
  await admin`insert into review.training_strength (unit_id, counted_on, officers, entered_by, entered_on) values (${unit}, '2019-01-01', 120, ${account.office}, '2019-01-01')`;
  for (const of of [police, later]) await admin`insert into review.recommendation_course (recommendation_id, course_id, linked_by, linked_on) values (${of}, ${course}, ${account.chair}, '2019-06-05')`;
  await admin`insert into review.year (year, reported, unfounded, entered_by, entered_on) values (2018, 300, 40, ${account.liaison}, '2019-06-01')`;
  await admin`insert into review.recipient_list (version, text, signer, signature, signed_by, signed_on) values (1, '{}', ${sign}, ${`${'A'.repeat(86)}==`}, ${account.head}, '2019-06-03')`;
  for (const [id, of, letter] of [[headKey, account.head, 'q'], [newId(), account.reader, 'p']] as const)
    await admin`insert into review.member_key (id, account_id, recipient, sign_public, seat, made_on) values (${id}, ${of}, ${key(letter)}, ${sign}, 'Centre', '2019-06-03')`;
  await admin`insert into review.key_wrap (id, key_id, kind, wrapped, made_on) values (${newId()}, ${headKey}, 'phrase', ${Buffer.alloc(200)}, '2019-06-03')`;
  for (const [id, hash, open] of [[box, hashToken(secret.owner), true], [own, hashToken(secret.keeper), false], [upload, null, true]] as const) {
    await admin`insert into review.sealed_mailbox (id, id_hash, received_on, for_members) values (${id}, ${hash}, '2019-06-03', ${open})`;
    if (hash) await admin`insert into review.sealed_message (id, mailbox_id, direction, sequence, received_on, for_members, bucket, list_version, cipher) values (${randomUUID()}, ${id}, 'in', 1, '2019-06-03', ${open}, 4096, ${open ? 1 : 0}, ${Buffer.alloc(300)})`;
  }
  await admin`insert into review.sealed_notice (told_on) values ('2019-06-01')`;
});
afterAll(async () => await it.close());

/** How many rows of a table each actor sees; nobody who is not named sees one. */
const seen: Readonly<Record<string, Partial<Record<Actor, number>>>> = {
  recommendation: { chair: 3, liaison: 3, ann: 3, eve: 3, office: 3, public: 2, owner: 2, keeper: 2 },
  recommendation_step: { chair: 3, liaison: 3, ann: 3, eve: 3, public: 2, owner: 2, keeper: 2, worker: 3 },
  recommendation_course: { chair: 2, liaison: 2, ann: 2, eve: 2, office: 2, public: 1, owner: 1, keeper: 1 },
  year: { chair: 1, liaison: 1, worker: 1 },
  training_course: { ...everybody(1), worker: 2 }, training_unit: { ...everybody(1), worker: 2 }, training_session: { ...everybody(1), worker: 2 },
  training_attendance: { chair: 1, liaison: 1, office: 1, worker: 1 }, training_strength: { chair: 1, liaison: 1, office: 1, worker: 1 },
  sealed_mailbox: { reader: 2, head: 2, owner: 1, keeper: 1 }, sealed_message: { reader: 1, head: 1, owner: 1, keeper: 1 },
  member_key: { reader: 2, head: 2 }, key_wrap: { head: 1 }, recipient_list: { ...everybody(1), worker: 1 }, sealed_notice: { worker: 1 },
};
function everybody(count: number): Partial<Record<Actor, number>> {
  return Object.fromEntries(actors.filter((one) => one !== 'worker').map((one) => [one, count]));
}

function attempts(): Attempt[] {
  const { account } = it;
  const other = (by: string) => (by === account.chair ? account.liaison : account.chair);
  const on = (what: string, table: string, may: readonly Actor[], statement: (by: string) => string): Attempt => ({ what, table, statement, may });
  const recommend = (by: string, day = '2019-06-10') => `insert into review.recommendation (id, addressee, title, reason, due, made_by, made_on) values ('${newId()}', 'police', '{"en":"x","fr":"x"}', '{"en":"x","fr":"x"}', '2020-01-01', '${by}', '${day}')`;
  const step = (of: string, at: number, name: string, by: string, day = '2019-06-10') => `insert into review.recommendation_step (id, recommendation_id, position, step, evidence, by_account, taken_on) values ('${newId()}', '${of}', ${at}, '${name}', 'x', '${by}', '${day}')`;
  const link = (by: string, day = '2019-06-10') => `insert into review.recommendation_course (recommendation_id, course_id, linked_by, linked_on) values ('${board}', '${course}', '${by}', '${day}')`;
  const year = (of: number, by: string) => `insert into review.year (year, reported, unfounded, entered_by, entered_on) values (${of}, 1, 1, '${by}', '2019-06-10')`;
  const addCourse = (by: string, day = '2019-06-10') => `insert into review.training_course (id, title, covers, hours, made_by, made_on) values ('${newId()}', '{"en":"x","fr":"x"}', '{"en":"x","fr":"x"}', 7, '${by}', '${day}')`;
  const addUnit = (by: string, day = '2019-06-10') => `insert into review.training_unit (id, name, made_by, made_on) values ('${newId()}', '{"en":"x","fr":"x"}', '${by}', '${day}')`;
  const hold = (by: string, day = '2019-06-10') => `insert into review.training_session (id, course_id, held_on, place, provider, entered_by, entered_on) values ('${newId()}', '${course}', '${day}', 'x', 'x', '${by}', '2019-06-10')`;
  const strength = (by: string, day = '2019-06-10') => `insert into review.training_strength (unit_id, counted_on, officers, entered_by, entered_on) values ('${unit}', '${day}', 130, '${by}', '2019-06-10')`;
  const begin = (hash: string, more = `true, 'open', '2019-06-10'`) => `insert into review.sealed_mailbox (id, id_hash, for_members, state, received_on) values (gen_random_uuid(), ${hash}, ${more})`;
  const hashed = (of: 'owner' | 'keeper') => `'\\x${Buffer.from(hashToken(secret[of])).toString('hex')}'`;
  const write = (to: string, direction = 'in', at = 2, day = '2019-06-10', list = 1) => `insert into review.sealed_message (id, mailbox_id, direction, sequence, received_on, for_members, bucket, list_version, cipher) values (gen_random_uuid(), '${to}', '${direction}', ${at}, '${day}', true, 4096, ${list}, decode(repeat('00', 300), 'hex'))`;
  const makeKey = (by: string, day = '2019-06-10', ended = 'null') => `insert into review.member_key (id, account_id, recipient, sign_public, seat, made_on, ended_on) values ('${newId()}', '${by}', 'age1${'z'.repeat(58)}', '${'B'.repeat(43)}=', 'x', '${day}', ${ended})`;
  const wrap = (day = '2019-06-10') => `insert into review.key_wrap (id, key_id, kind, wrapped, made_on) values ('${newId()}', '${headKey}', 'phrase', decode(repeat('00', 200), 'hex'), '${day}')`;
  const signs = (by: string, day = '2019-06-10') => `insert into review.recipient_list (version, text, signer, signature, signed_by, signed_on) values (2, '{}', '${'A'.repeat(43)}=', '${'A'.repeat(86)}==', '${by}', '${day}')`;
  return [
    on('recommends', 'recommendation', ['chair'], (by) => recommend(by)), on('recommends for another', 'recommendation', [], (by) => recommend(other(by))), on('recommends for another day', 'recommendation', [], (by) => recommend(by, '2019-06-09')),
    on('answers the board’s', 'recommendation_step', ['chair'], (by) => step(board, 1, 'accepted', by)), on('answers for another day', 'recommendation_step', [], (by) => step(board, 1, 'accepted', by, '2019-06-09')),
    on('answers for another', 'recommendation_step', [], (by) => step(board, 1, 'accepted', other(by))),
    on('verifies', 'recommendation_step', ['chair', 'ann'], (by) => step(police, 3, 'verified', by)), on('verifies for another day', 'recommendation_step', [], (by) => step(police, 3, 'verified', by, '2019-06-09')),
    on('links', 'recommendation_course', ['chair', 'liaison'], (by) => link(by)), on('links for another', 'recommendation_course', [], (by) => link(other(by))), on('links for another day', 'recommendation_course', [], (by) => link(by, '2019-06-09')),
    on('unlinks', 'recommendation_course', ['chair', 'liaison'], () => 'delete from review.recommendation_course'),
    on('gives a year', 'year', ['liaison'], (by) => year(2017, by)), on('gives this year', 'year', [], (by) => year(2019, by)), on('gives a year for another', 'year', [], (by) => year(2017, other(by))),
    on('corrects a year', 'year', ['liaison'], (by) => `update review.year set reported = 301, entered_by = '${by}'`), on('corrects it for another', 'year', [], (by) => `update review.year set entered_by = '${other(by)}'`),
    on('adds a course', 'training_course', ['liaison', 'office'], (by) => addCourse(by)), on('adds one for another', 'training_course', [], (by) => addCourse(other(by))), on('adds one for another day', 'training_course', [], (by) => addCourse(by, '2019-06-09')),
    on('changes a course', 'training_course', ['liaison', 'office'], () => 'update review.training_course set hours = 8'),
    on('adds a unit', 'training_unit', ['liaison', 'office'], (by) => addUnit(by)), on('adds a unit for another', 'training_unit', [], (by) => addUnit(other(by))), on('adds a unit for another day', 'training_unit', [], (by) => addUnit(by, '2019-06-09')),
    on('enters a session', 'training_session', ['liaison', 'office'], (by) => hold(by)), on('enters one for another', 'training_session', [], (by) => hold(other(by))), on('enters one to come', 'training_session', [], (by) => hold(by, '2019-06-11')),
    on('corrects sessions', 'training_session', ['liaison', 'office'], () => `update review.training_session set held_on = '2019-03-01'`), on('moves them into the future', 'training_session', [], () => `update review.training_session set held_on = '2019-12-24'`),
    on('enters attendance', 'training_attendance', ['liaison', 'office'], () => `insert into review.training_attendance (session_id, unit_id, rank_band, attended, first_time) values ('${held}', '${unit}', 'senior', 3, 3)`),
    on('corrects attendance', 'training_attendance', ['liaison', 'office'], () => 'update review.training_attendance set attended = 31'),
    on('counts officers', 'training_strength', ['liaison', 'office'], (by) => strength(by)), on('counts for another', 'training_strength', [], (by) => strength(other(by))), on('counts ahead', 'training_strength', [], (by) => strength(by, '2019-06-11')),
    on('corrects a count', 'training_strength', ['liaison', 'office'], (by) => `update review.training_strength set officers = 121, entered_by = '${by}'`), on('corrects it for another', 'training_strength', [], (by) => `update review.training_strength set entered_by = '${other(by)}'`),
    on('begins its own mailbox', 'sealed_mailbox', ['owner'], () => begin(hashed('owner'))), on('begins one without a way back', 'sealed_mailbox', ['public', 'owner', 'keeper'], () => begin('null')),
    on('begins one without a way back for nobody', 'sealed_mailbox', [], () => begin('null', `false, 'open', '2019-06-10'`)), on('begins one on another day', 'sealed_mailbox', [], () => begin('null', `true, 'open', '2019-06-09'`)),
    on('begins a closed one', 'sealed_mailbox', [], () => begin('null', `true, 'closed', '2019-06-10'`)),
    on('hands on what it kept', 'sealed_mailbox', ['keeper'], () => 'update review.sealed_mailbox set for_members = true'), on('takes back', 'sealed_mailbox', [], () => 'update review.sealed_mailbox set for_members = false'),
    on('marks', 'sealed_mailbox', ['reader', 'head'], () => `update review.sealed_mailbox set state = 'closed'`),
    on('writes', 'sealed_message', ['owner'], () => write(box)), on('writes on another day', 'sealed_message', [], () => write(box, 'in', 2, '2019-06-09')), on('writes to oneself', 'sealed_message', ['keeper'], () => write(own)),
    on('uploads', 'sealed_message', ['public', 'owner', 'keeper'], () => write(upload, 'in', 1)), on('uploads a second one', 'sealed_message', [], () => write(upload, 'in', 2)),
    on('answers', 'sealed_message', ['reader', 'head'], () => write(box, 'out', 1)), on('answers what is kept', 'sealed_message', [], () => write(own, 'out', 1)), on('answers for an older list', 'sealed_message', [], () => write(box, 'out', 1, '2019-06-10', 7)),
    on('makes a key', 'member_key', ['reader', 'head'], (by) => makeKey(by)), on('makes a key for another', 'member_key', [], (by) => makeKey(other(by))), on('makes one for another day', 'member_key', [], (by) => makeKey(by, '2019-06-09')), on('makes an ended one', 'member_key', [], (by) => makeKey(by, '2019-06-10', `'2019-06-10'`)),
    on('ends a key', 'member_key', ['reader', 'head'], () => `update review.member_key set ended_on = '2019-06-10'`), on('ends it for another day', 'member_key', [], () => `update review.member_key set ended_on = '2019-06-09'`),
    on('wraps the key of the chair', 'key_wrap', ['head'], () => wrap()), on('wraps it for another day', 'key_wrap', [], () => wrap('2019-06-09')),
    on('signs a list', 'recipient_list', ['head'], (by) => signs(by)), on('signs for another', 'recipient_list', [], (by) => signs(other(by))), on('signs for another day', 'recipient_list', [], (by) => signs(by, '2019-06-09')),
    on('notes the day', 'sealed_notice', ['worker'], () => `insert into review.sealed_notice (told_on) values ('2019-06-10')`), on('notes another day', 'sealed_notice', [], () => `insert into review.sealed_notice (told_on) values ('2019-06-09')`),
  ];
}

async function as<T>(who: Actor, work: (scope: Scope) => Promise<T>): Promise<T> {
  if (who === 'worker') return await it.world.as.worker(work);
  if (who === 'public') return await it.world.as.public(work);
  return who === 'owner' || who === 'keeper' ? await it.world.as.public(work, secret[who]) : await it.as(who, work);
}
const accountOf = (who: Actor) => seats.filter((one) => one === who).map((one) => it.account[one])[0] ?? it.account.ann;

/** Everything that differs from what it should be, in one table or in all. */
async function wrongCells(only?: string): Promise<string[]> {
  const tables = Object.keys(seen).filter((one) => only === undefined || one === only);
  const tried = attempts().filter(({ table }) => tables.includes(table));
  const wrong: string[] = [];
  for (const who of actors) {
    if (only !== undefined && wrong.length > 0) return wrong;
    await as(who, async ({ sql }) => {
      for (const table of tables) {
        const [may] = await sql<{ may: boolean }[]>`select has_any_column_privilege(${`review.${table}`}, 'select') as may`;
        const found = may?.may ? Number((await sql`select count(*) as n from ${sql(`review.${table}`)}`)[0]?.n) : 0;
        if (found !== (seen[table]?.[who] ?? 0)) wrong.push(`${who} sees ${found} of ${table}`);
      }
      const done = await attemptEach(sql, tried.map(({ statement }) => statement(accountOf(who))));
      wrong.push(...tried.filter((one, at) => done[at] !== one.may.includes(who)).map(({ what }) => `${who}: ${what}`));
    });
  }
  return wrong;
}

test('recommendations, years, training and sealed reports are seen and changed by those who may, and by nobody else', async () => {
  expect(await wrongCells()).toEqual([]);
});

test('each of their policies that is broken is noticed', async () => {
  const { admin } = it.world.database;
  const policies = await admin<{ table: string; name: string; using: string | null; check: string | null }[]>`
    select tablename as table, policyname as name, qual as using, with_check as check from pg_policies
    where schemaname = 'review' and tablename = any (${Object.keys(seen)}) and roles::text[] && array['ct_public', 'ct_staff', 'ct_worker'] order by 1, 2`;
  const survivors: string[] = [];
  for (const policy of policies) for (const [part, text] of [['using', policy.using], ['with check', policy.check]] as const) {
    if (text === null) continue;
    const alter = async (condition: string) => await admin.unsafe(`alter policy ${policy.name} on review.${policy.table} ${part} (${condition})`);
    // What asks for the actor alone cannot be told from true: the role that it is for has no other.
    for (const mutant of /^\W*SELECT platform\.ctx_actor\(\)[^(]*$/i.test(text) ? ['false'] : ['true', 'false']) {
      await alter(mutant);
      const noticed = (await wrongCells(policy.table)).length > 0;
      await alter(text);
      if (!noticed) survivors.push(`${policy.table} ${policy.name} ${part} ${mutant}`);
    }
  }
  expect(policies.length).toBeGreaterThan(35);
  expect(survivors).toEqual([]);
}, 120_000);
