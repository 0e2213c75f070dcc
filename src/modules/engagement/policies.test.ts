import { afterAll, beforeAll, expect, test } from 'vitest';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { newId } from '#app/platform/db/id.ts';
import { insertCodes } from './coding/queries.ts';
import { seedConsultation, seedPiece } from './consultation/seed.test-tool.ts';
import { submitIssue } from './issue/actions.ts';
import { findOwnIssue, listIssues, readProposer } from './issue/queries.ts';
import { issueSecret } from './issue/rules.ts';

let world: World;
let first: { id: string; reference: string; code: string | undefined };
let second: typeof first;

beforeAll(async () => {
  world = await openWorld();
  const submit = async (title: string) => await world.as.public(async (scope) => await submitIssue(scope, { channel: 'web', language: 'en', title, description: 'Words', proposer: { email: 'resident@example.org' } }));
  [first, second] = [await submit('First'), await submit('Second')];
  const { admin } = world.database;
  const manager = await world.person('manager');
  await admin`insert into engagement.issue_message (id, issue_id, direction, body, at) values (${newId()}, ${first.id}, 'to-proposer', 'Hello', now())`;
  await admin`insert into engagement.screening_answer (issue_id, version, criterion_id, answer, account_id, at) values (${first.id}, 1, 'serious', 'yes', ${manager.account}, now())`;
  await admin`insert into engagement.call_outcome (day, outcome, calls) values ('2019-06-03', 'crisis', 1)`;
  await admin`select engagement.sign_up(${newId()}, 'reader@example.org', 'en', 'weekly', '{other}', '{}')`.catch(() => undefined);
  const subscriber = newId();
  await admin`insert into engagement.subscriber (id, address_hash, key_hash, state, language, frequency, topics, signed_up_at, consent) values (${subscriber}, 'a', 'b', 'confirmed', 'en', 'weekly', '{other}', now(), '{}')`;
  await admin`insert into engagement.subscriber_address (subscriber_id, email) values (${subscriber}, 'reader@example.org') on conflict do nothing`;
  const draft = newId();
  await admin`insert into engagement.bulletin (id, number, state, made_at) values (${draft}, 1, 'draft', now())`;
  await admin`insert into engagement.bulletin_line (id, bulletin_id, position, topic, body) values (${newId()}, ${draft}, 0, 'other', '{"en": "a", "fr": "b"}')`;
  await admin`insert into engagement.delivery (id, bulletin_id, subscriber_id) values (${newId()}, ${draft}, ${subscriber})`;
  await admin`insert into engagement.open311_key (key_hash, name) values ('k', 'demo')`;
  await admin`insert into engagement.mailbox_message (id, message_hash, received_at, outcome) values (${newId()}, 'm', now(), 'loop')`;
  const version = newId();
  await admin`insert into engagement.survey (slug, title, lead, opens_on, made_at) values ('one', '{"en": "a", "fr": "b"}', '{"en": "a", "fr": "b"}', '2019-06-01', now())`;
  await admin`insert into engagement.survey_version (id, survey_slug, number, questionnaire, made_at) values (${version}, 'one', 1, '{}', now())`;
  await admin`insert into engagement.survey_draft (code_hash, version_id, answers, once, language, saved_on, ends_on) values ('c', ${version}, '{}', 'o', 'en', '2019-06-03', '2019-07-03')`;
  const response = newId();
  await admin`insert into engagement.response (id, version_id, channel, language, received_on, answers, once) values (${response}, ${version}, 'online', 'en', '2019-06-03', '{}', 'o')`;
  await admin`insert into engagement.answer (response_id, place, link_id, path, kind, value) values (${response}, 0, 'q', 'q[0]=0', 'valueBoolean', 'true')`;
  await admin`insert into engagement.survey_result (version_id, results, counted_on) values (${version}, '{}', '2019-06-03')`;
  const file = newId();
  await admin`insert into platform.stored_file (id, sha256, size, media_type, name, content, stored_at) values (${file}, 'h', 1, 'text/plain', 'a.txt', 'x', now())`;
  await admin`insert into engagement.issue_attachment (file_id, issue_id) values (${file}, ${first.id})`;
  const [event, registration] = [newId(), newId()];
  await admin`insert into engagement.event (id, slug, title, about, place, on_date, starts_at, languages, demonstration, known_from, origin)
    values (${event}, 'talk', '{"en": "a", "fr": "b"}', '{"en": "a", "fr": "b"}', '{"en": "a", "fr": "b"}', '2019-06-18', '2019-06-18T22:30:00Z', '{en}', true, '2019-05-01', 'staff')`;
  await admin`insert into engagement.registration (id, event_id, key_hash, state, people, language, spoken, registered_at, changed_at) values (${registration}, ${event}, 'k', 'registered', 1, 'en', 'en', now(), now())`;
  await admin`insert into engagement.registrant (registration_id, email) values (${registration}, 'guest@example.org')`;
  await admin`insert into engagement.registration_need (registration_id, need, amount) values (${registration}, 'asl', 1)`;
  await admin`insert into engagement.need_total (event_id, need, amount) values (${event}, 'lsq', 1)`;
  await admin`insert into engagement.attendance_count (event_id, language, adults, youth, walk_ins, taken_at, account_id) values (${event}, 'en', 2, 1, 0, now(), ${manager.account})`;
  await admin`insert into engagement.note (id, event_id, kind, position, language, body, written_at, account_id) values (${newId()}, ${event}, 'table', 0, 'en', 'More light', now(), ${manager.account})`;
  const { themes } = await seedConsultation(world);
  const [piece, other] = [await seedPiece(world), newId()];
  for (const coder of [manager.account, other]) await world.as.worker(async (scope) => await insertCodes(scope, piece, coder, [themes.bus]));
  await admin`insert into engagement.settlement (contribution_id, theme_ids, account_id, at) values (${piece}, ${[themes.bus]}, ${manager.account}, now())`;
  await admin`insert into engagement.quote (id, contribution_id, theme_id, language, body, proposed_by, proposed_at) values (${newId()}, ${piece}, ${themes.bus}, 'en', 'Words', ${other}, now())`;
  await admin`insert into engagement.theme_answer (id, theme_id, kind, words, at) values (${newId()}, ${themes.bus}, 'no', '{"en": "No", "fr": "Non"}', now())`;
  await admin`insert into engagement.voice_report (consultation_slug, version, content, quotes, published_on, withdrawn_at) values ('spring', 1, '{}', '{}', '2019-06-01', now())`;
});
afterAll(async () => await world.close());

test('each role sees and changes exactly what the matrix says', async () => {
  const everybody = (letters: string) => ({ public: letters, manager: letters, operator: letters, leader: letters, chair: letters, partner: letters, auditor: letters, administrator: letters });
  const staff = (letters: string) => ({ manager: letters, operator: letters, leader: letters, chair: letters, partner: letters, auditor: letters, administrator: letters });
  await expectMatrix(world, 'engagement', {
    issue: { ...everybody('i'), manager: 'riu', worker: 'riu' },
    proposer: { ...everybody('i'), worker: 'ri' },
    issue_event: { ...everybody('i'), manager: 'ri', worker: 'ri' },
    issue_message: { ...everybody('i'), manager: 'ri', worker: 'ri' },
    criterion: everybody('r'),
    screening_answer: { manager: 'riu', operator: 'i', leader: 'i', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i' },
    call_outcome: { manager: 'r', operator: 'r' },
    subscriber: { manager: 'r', worker: 'r' },
    subscriber_address: { worker: 'r' },
    bulletin: { manager: 'riu', operator: 'i', leader: 'i', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i', worker: 'r' },
    bulletin_line: { manager: 'riu', operator: 'i', leader: 'i', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i', worker: 'r' },
    delivery: { worker: 'riu' },
    open311_service: { ...everybody('r'), worker: 'r' },
    open311_key: { worker: 'i' },
    mailbox_message: { manager: 'r', worker: 'ri' },
    issue_attachment: { manager: 'r', worker: 'ri' },
    // A version that was answered stands; the worker makes those of a demonstration.
    survey: { public: 'r', manager: 'riu', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'ri' },
    survey_version: { public: 'r', manager: 'ri', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'ri' },
    survey_draft: everybody('i'),
    survey_result: { manager: 'rd', worker: 'ri' },
    response: { ...everybody('i'), manager: 'ri', worker: 'r' },
    answer: { ...everybody('i'), manager: 'ri', worker: 'r' },
    event: { public: 'r', manager: 'riu', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'riu' },
    registration: { manager: 'r', worker: 'ru' },
    registrant: { worker: 'rd' },
    registration_need: { worker: 'rd' },
    need_total: { worker: 'i' },
    attendance_count: { manager: 'riu', operator: 'ri', leader: 'ri', chair: 'ri', partner: 'ri', auditor: 'ri', administrator: 'ri', worker: 'r' },
    note: { manager: 'rid', operator: 'i', leader: 'i', chair: 'i', partner: 'i', auditor: 'i', administrator: 'i', worker: 'r' },
    consultation: { ...everybody('r'), worker: 'riu' },
    census_margin: { ...everybody('r'), worker: 'riu' },
    heard_count: { manager: 'r', worker: 'riu' },
    contribution: { ...staff('i'), manager: 'ri', worker: 'ri' },
    theme: { ...staff('i'), manager: 'riu', worker: 'ri' },
    theme_name: { ...staff('i'), manager: 'ri', worker: 'ri' },
    coded: { ...staff('i'), manager: 'ri', worker: 'ri' },
    coding: { ...staff('i'), manager: 'ri', worker: 'ri' },
    settlement: { ...staff('i'), manager: 'riu' },
    quote: { ...staff('i'), manager: 'riu', worker: 'ri' },
    theme_answer: { ...staff('i'), manager: 'riu', worker: 'ri' },
    voice_report: { ...staff('i'), manager: 'riu', worker: 'riu' },
  });
});

test('an analyst types and reads notes of meetings, and sees nobody who registered', async () => {
  const seen = await world.as.analyst(async ({ sql }) => ({
    notes: (await sql`select body from engagement.note`).length, registrations: (await sql`select id from engagement.registration`).length,
    needs: (await sql`select * from engagement.event_needs((select id from engagement.event))`).length, door: (await sql`select * from engagement.read_door_list((select id from engagement.event))`).length,
  }));
  expect(seen).toEqual({ notes: 1, registrations: 0, needs: 0, door: 0 });
  const add = async (who: 'analyst' | 'operator') => await world.as[who](async ({ sql, actor }) => await sql`insert into engagement.note (id, event_id, kind, position, language, body, written_at, account_id)
    select ${newId()}, e.id, 'table', 0, 'en', 'Fewer steps', now(), ${actor.kind === 'staff' ? actor.account : null} from engagement.event e`);
  expect((await add('analyst')).count).toBe(1);
  await expect(add('operator')).rejects.toThrow('row-level security');
  await expect(world.as.analyst(async ({ sql }) => await sql`insert into engagement.attendance_count (event_id, language, adults, youth, walk_ins, taken_at, account_id)
    select e.id, 'fr', 1, 0, 0, now(), ${(await world.person('analyst')).account} from engagement.event e`)).rejects.toThrow('row-level security');
});

test('a code opens its own issue and no other', async () => {
  const open = async (code: string | undefined, reference: string) => await world.as.public(async (scope) => await findOwnIssue(scope, reference), issueSecret(code ?? ''));
  expect((await open(first.code, first.reference))?.id).toBe(first.id);
  expect(await open(first.code, second.reference)).toBeUndefined();
  expect(await open('AAAAA-AAAAA', first.reference)).toBeUndefined();
  expect(await world.as.public(async (scope) => await listIssues(scope))).toEqual([]);
});

test('the contact of a proposer is read through its function alone, by the plan office alone, and each try leaves an audit line', async () => {
  const lines = async () => (await world.database.admin<{ decision: string }[]>`select decision from platform.audit_entry where action = 'issue.read-proposer' order by id`).map((row) => row.decision);
  expect(await world.as.manager(async (scope) => await readProposer(scope, first.id))).toMatchObject({ email: 'resident@example.org' });
  expect(await world.as.leader(async (scope) => await readProposer(scope, first.id))).toBeUndefined();
  expect(await lines()).toEqual(['permit', 'refuse']);
});

test('an issue is hidden from the leadership group until it is put to it', async () => {
  const seen = async () => (await world.as.leader(async (scope) => await listIssues(scope))).map((issue) => issue.id);
  expect(await seen()).toEqual([]);
  await world.database.admin`update engagement.issue set to_leadership_at = now() where id = ${first.id}`;
  expect(await seen()).toEqual([first.id]);
});

test('the same form sent twice is one issue with the same reference and code', async () => {
  const given = { id: newId(), seed: 'a seed of sixteen characters', channel: 'web', language: 'en', title: 'Twice', description: 'Words' } as const;
  const send = async () => await world.as.public(async (scope) => await submitIssue(scope, given), issueSecret((await import('./issue/actions.ts')).codeOfSeed(given.seed)));
  const one = await send();
  expect(await send()).toEqual(one);
});
