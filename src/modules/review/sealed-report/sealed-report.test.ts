import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Mailbox, openMailbox } from '#app/methods/sealing/mailbox.ts';
import { makeMemberKey, type MemberKey, signingKey, wrapByPhrase } from '#app/methods/sealing/member-key.ts';
import { type Direction, open, packMessage, replyOf, seal, unpackMessage } from '#app/methods/sealing/message.ts';
import { hashOf, type RecipientList, signList } from '#app/methods/sealing/recipient-list.ts';
import { base64, fromBase64 } from '#app/methods/sealing/text.ts';
import { findWork } from '#app/methods/sealing/work.ts';
import { newId } from '#app/platform/db/id.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { openWorld, people, type PersonName, type Visitor, visitor, type World } from '#test/world.ts';
import { tellReaders } from '../sealed-desk/notice.ts';
import { sealedDeskRoutes } from '../sealed-desk/routes.tsx';
import { makeLimiter } from './limit.ts';
import { sealedReportRoutes } from './routes.tsx';

let world: World;
let app: ReturnType<World['http']>['app'];
let [anybody, chair, reader]: Visitor[] = [];
let [chairKey, readerKey]: MemberKey[] = [];
let box: Mailbox;
const page = '/en/review/sealed-report';
const desk = '/en/review/sealed-desk';
const seat = 'Centre (demo)';
const mark = 'kx7canary91';
const made = <T>(one: T | undefined): T => {
  if (one === undefined) throw new Error('made before the tests');
  return one;
};

async function member(role: string): Promise<Visitor> {
  const [account, token] = [newId(), newToken()];
  const { admin, clock } = world.database;
  await admin`insert into identity.account (id, email, name, demonstration, created_at) values (${account}, ${`${role}@example.org`}, ${`${role} (demo)`}, true, ${clock.now()})`;
  await admin`insert into identity.membership (id, account_id, role, from_date) values (${newId()}, ${account}, ${role}, '2018-01-01')`;
  await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at) values (${newId()}, ${hashToken(token)}, ${account}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01')`;
  return visitor(app, token);
}

const keepKey = async (who: Visitor, key: MemberKey) => (await who.post(`${desk}/key`, { recipient: key.recipient, 'sign-public': key.signPublic, seat, 'phrase-wrap': base64(await wrapByPhrase(key.secret, ['a', 'b'])) })).status;
const listTexts: string[] = [];
async function publish(by: MemberKey, members: readonly MemberKey[], more: Partial<RecipientList> = {}, who = made(chair)): Promise<number> {
  const last = listTexts.at(-1);
  const list = { version: listTexts.length + 1, previous: last ? await hashOf(last) : '', date: '2019-06-03', chair: made(chairKey).signPublic, members: members.map(({ recipient }) => ({ recipient, seat })), ...more };
  const signed = await signList(list, by.signPublic, await signingKey(by.secret));
  const { status } = await who.post(`${desk}/recipients`, { ...signed });
  if (status === 303) listTexts.push(signed.text);
  return status;
}

type Given = { box?: Mailbox; sequence?: number; list?: number; nonce?: number; to?: readonly MemberKey[]; text?: string };
async function send(given: Given = {}): Promise<Response> {
  const { sequence = 1, list = 1, to = [made(chairKey)], text = 'said' } = given;
  const own = given.box ?? box;
  const binding = { mailbox: own.name, direction: 'in', sequence, list } as const;
  const files = [{ name: `${mark}.txt`, type: 'text/plain', bytes: new TextEncoder().encode(`${mark} in a file`) }];
  const cipher = await seal(await packMessage({ binding, wish: 'ask', answers: [{ question: 'what', text: `${mark} ${text}` }], files, reply: replyOf(own) }, own.secret), [...to.map(({ recipient }) => recipient), own.recipient]);
  const form = new FormData();
  for (const [name, value] of [['mailbox', own.id], ['sequence', sequence], ['list', list], ['nonce', given.nonce ?? (await findWork(cipher))]] as const) form.append(name, String(value));
  form.append('file', new Blob([cipher]), 'sealed');
  return await made(anybody).post(`${page}/messages`, form);
}
type Row = { direction: Direction; sequence: number; cipher: string };
async function mailbox(id = box.id): Promise<{ found: boolean; messages: Row[] }> {
  return await (await made(anybody).post(`${page}/mailbox`, { mailbox: id })).json();
}
const reportOf = async () => (await world.database.admin<{ id: string }[]>`select id from review.sealed_mailbox where for_members order by id_hash = ${hashToken(box.id)} desc`)[0]?.id ?? '';

beforeAll(async () => {
  world = await openWorld();
  await world.at('2019-06-03T14:00:00Z');
  ({ app } = world.http([...sealedReportRoutes(() => world.site), ...sealedDeskRoutes(() => world.site)]));
  anybody = visitor(app, undefined);
  [chair, reader, chairKey, readerKey, box] = [await member('sealed-chair'), await member('sealed-reader'), await makeMemberKey(), await makeMemberKey(), await openMailbox(['a', 'b', 'c', 'd', 'e', 'f', 'g'])];
});
afterAll(async () => await world.close());

test('nobody without a seat finds the committee’s pages, the administrator included, and the public signs in first', async () => {
  const paths = [desk, `${desk}/key`, `${desk}/recipients`, `${desk}/rewrap`, `${desk}/reports/${randomUUID()}`, `${desk}/reports/${randomUUID()}/messages`];
  const names = Object.keys(people).filter((name): name is PersonName => name in people);
  for (const name of names) {
    const who = visitor(app, (await world.person(name)).token);
    for (const path of paths) expect((await who.get(path)).status, `${name} ${path}`).toBe(404);
    expect((await who.post(`${desk}/recipients`, {})).status).toBe(404);
  }
  expect((await made(anybody).get(desk)).status).toBe(303);
  expect((await made(reader).get(`${desk}/reports/${randomUUID()}`)).status).toBe(404);
});

test('the page is closed until the chair’s key has signed a list; a reader, a stranger’s key and a broken chain sign nothing', async () => {
  expect(await (await made(anybody).get(page)).text()).toContain('Writing here is not open yet');
  expect((await send()).status).toBe(409);
  expect([await keepKey(made(chair), made(chairKey)), await keepKey(made(reader), made(readerKey)), await keepKey(made(reader), await makeMemberKey())]).toEqual([303, 303, 422]);
  expect(await publish(made(readerKey), [made(chairKey)])).toBe(422);
  expect(await publish(made(chairKey), [await makeMemberKey()])).toBe(422);
  expect(await publish(made(chairKey), [made(chairKey)], {}, made(reader))).toBe(404);
  expect(await publish(made(chairKey), [made(chairKey)])).toBe(303);
  expect(await publish(made(chairKey), [made(chairKey)], { previous: '' })).toBe(422);
  expect(await publish(made(chairKey), [made(chairKey)], { version: 1, previous: '' })).toBe(422);
  await expect(world.database.admin`update review.recipient_list set text = '{}'`).rejects.toThrow('stays as it was signed');
  const [line] = await world.database.admin`select subject_id, detail from platform.audit_entry where action = 'review.sign-recipient-list'`;
  expect(line).toMatchObject({ subject_id: '1', detail: { hash: await hashOf(listTexts[0] ?? ''), members: 1 } });
});

test('the page has a policy of its own, sets no cookie, is not kept, and leads out with a request to forget', async () => {
  for (const [language, text] of [['en', 'You are in danger, or hurt'], ['fr', 'En danger ou blessée']] as const) {
    const answer = await made(anybody).get(`/${language}/review/sealed-report`);
    const policy = answer.headers.get('content-security-policy') ?? '';
    for (const part of ["default-src 'none'", "script-src 'sha256-", "require-trusted-types-for 'script'", "trusted-types 'none'"]) expect(policy).toContain(part);
    expect([answer.headers.get('set-cookie'), answer.headers.get('cache-control'), answer.headers.get('referrer-policy')]).toEqual([null, 'no-store', 'no-referrer']);
    const body = await answer.text();
    for (const part of [text, '<title>Information</title>', 'tel:988']) expect(body).toContain(part);
    expect(body.replace(/id="code-words">[^<]*/, '').match(/\b(why|pourquoi)\b/gi)).toBeNull();
    expect([...body.matchAll(/<script(?! type="(?:application\/json|text\/plain)")/g)]).toHaveLength(1);
  }
  const out = await made(anybody).get(`${page}/leave`);
  expect([out.status, out.headers.get('location'), out.headers.get('clear-site-data')]).toEqual([303, 'https://weather.gc.ca/', '"cache", "cookies", "storage"']);
});

test('what no browser of ours made is refused: no padding, no work, an old list, a place that is taken', async () => {
  expect((await send({ nonce: 1 })).status).toBe(422);
  expect((await send({ list: 7 })).status).toBe(409);
  expect((await send({ sequence: 0 })).status).toBe(422);
  expect((await send()).status).toBe(200);
  expect((await send()).status).toBe(409);
  expect(await (await made(anybody).post(`${page}/upload`, new FormData())).text()).toContain('This is no file locked with age');
});

test('the words alone find the mailbox; a member reads and answers, the writer knows the answer for hers, and the day is all that is kept', async () => {
  expect(await mailbox('x'.repeat(43))).toEqual({ found: false, messages: [] });
  const id = await reportOf();
  const shown = await (await made(reader).get(`${desk}/reports/${id}`)).text();
  const [row] = JSON.parse(/id="desk-data">(.*?)<\/script>/s.exec(shown)?.[1] ?? '{}').report.messages;
  const first = await unpackMessage(await open(fromBase64(row.cipher), made(chairKey).secret.identity), { mailbox: box.name, direction: 'in', sequence: 1 });
  expect(first.answers[0]?.text).toBe(`${mark} said`);
  await expect(open(fromBase64(row.cipher), made(readerKey).secret.identity)).rejects.toThrow('closed');
  const reply = made(first.reply);
  const answer = await packMessage({ binding: { mailbox: box.name, direction: 'out', sequence: 1, list: 1 }, wish: '', answers: [{ question: 'what', text: `${mark} heard` }], files: [] }, fromBase64(reply.secret));
  const post = async (list: string) => (await made(reader).post(`${desk}/reports/${id}/answer`, { sequence: '1', list, cipher: base64(await seal(answer, [made(chairKey).recipient, reply.recipient])) })).status;
  expect([await post('2'), await post('1'), await post('1')]).toEqual([409, 200, 409]);
  const { messages } = await mailbox();
  const back = messages.find(({ direction }) => direction === 'out');
  expect((await unpackMessage(await open(fromBase64(back?.cipher ?? ''), box.identity), { mailbox: box.name, direction: 'out', sequence: 1 }, box.secret)).answers[0]?.text).toBe(`${mark} heard`);
  const columns = await world.database.admin<{ name: string }[]>`select attrelid::regclass || '.' || attname as name from pg_attribute where attrelid in ('review.sealed_mailbox'::regclass, 'review.sealed_message'::regclass) and atttypid in ('timestamptz'::regtype, 'timestamp'::regtype, 'time'::regtype) and attnum > 0`;
  expect(columns.map(({ name }) => name)).toEqual([]);
  const ids = await world.database.admin<{ version: number }[]>`select distinct uuid_extract_version(id) as version from (select id from review.sealed_mailbox union all select id from review.sealed_message) t`;
  expect(ids.map(({ version }) => version)).toEqual([4]);
});

test('cipher texts have no grant for staff, reading leaves an audit line, and what was written for oneself is not there for members until handed on', async () => {
  const own = await openMailbox(['h', 'i', 'j', 'k', 'l', 'm', 'n']);
  expect((await send({ box: own, list: 0, to: [] })).status).toBe(200);
  expect(await (await made(chair).get(desk)).text()).not.toContain('2 reports');
  const rows = async () => (await (await made(chair).get(desk)).text()).match(/sealed-desk\/reports\//g)?.length ?? 0;
  expect(await rows()).toBe(1);
  expect((await send({ box: own, sequence: 2, text: 'handed on' })).status).toBe(200);
  expect(await rows()).toBe(2);
  const [hidden] = await world.database.admin<{ id: string }[]>`select mailbox_id as id from review.sealed_message where not for_members`;
  const read = await (await made(chair).get(`${desk}/reports/${hidden?.id}/messages`)).json();
  expect(read.map(({ sequence }: Row) => sequence)).toEqual([2]);
  const lines = await world.database.admin<{ n: number }[]>`select count(*)::integer as n from platform.audit_entry where action = 'review.read-sealed-report' and subject_id = ${hidden?.id ?? ''}`;
  expect(lines[0]?.n).toBe(1);
  const traces = await world.database.admin<{ n: number }[]>`select count(*)::integer as n from platform.audit_entry where actor_kind = 'public'`.catch(() => [{ n: 0 }]);
  expect(traces[0]?.n).toBe(0);
  await expect(world.as.administrator(async ({ sql }) => await sql`select cipher from review.sealed_message`)).rejects.toThrow('permission denied');
  expect(await world.as.administrator(async ({ sql }) => (await sql`select id from review.sealed_mailbox`).length)).toBe(0);
  expect(await world.as.administrator(async ({ sql }) => (await sql`select id from review.read_sealed(${hidden?.id ?? ''})`).length)).toBe(0);
});

test('after a new list a message is wrapped anew by whoever opens it, never for an older list, and keeps its place', async () => {
  expect(await publish(made(chairKey), [made(chairKey), made(readerKey)])).toBe(303);
  const [message] = await (await made(reader).get(`${desk}/reports/${await reportOf()}/messages`)).json();
  const padded = await open(fromBase64(message.cipher), made(chairKey).secret.identity);
  const wrap = async (who: Visitor, list: string, cipher: Uint8Array<ArrayBuffer>) => {
    const form = new FormData();
    form.append('list', list);
    form.append('file', new Blob([cipher]), 'sealed');
    return (await who.post(`${desk}/messages/${message.id}/wrap`, form)).status;
  };
  const anew = await seal(padded, [made(chairKey).recipient, made(readerKey).recipient, box.recipient]);
  expect(await wrap(made(chair), '1', anew)).toBe(404);
  expect(await wrap(made(chair), '2', new Uint8Array(400))).toBe(404);
  expect(await wrap(visitor(app, (await world.person('administrator')).token), '2', anew)).toBe(404);
  expect([await wrap(made(chair), '2', anew), await wrap(made(chair), '2', anew)]).toEqual([200, 404]);
  const [after] = await (await made(reader).get(`${desk}/reports/${await reportOf()}/messages`)).json();
  expect((await unpackMessage(await open(fromBase64(after.cipher), made(readerKey).secret.identity), { mailbox: box.name, direction: after.direction, sequence: after.sequence }, box.secret)).binding.list).toBe(1);
});

test('ten reports leave no word of theirs in any table, nor a code or a mailbox id', async () => {
  const boxes: Mailbox[] = [];
  for (let n = 0; n < 10; n += 1) {
    const own = await openMailbox(['swept', 'word', String.fromCharCode(97 + n), 'o', 'p', 'q', 'r']);
    boxes.push(own);
    expect((await send({ box: own, list: 2, text: `number ${n}` })).status).toBe(200);
  }
  const tables = await world.database.admin<{ name: string }[]>`select c.oid::regclass::text as name from pg_class c join pg_namespace n on n.oid = c.relnamespace where c.relkind in ('r', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast') and n.nspname not like 'pg_temp%'`;
  const texts = (await Promise.all(tables.map(async ({ name }) => (await world.database.admin.unsafe(`select string_agg(t::text, ' ') as text from ${name} t`))[0]?.text ?? ''))).join(' ');
  expect(texts).toContain('review.sign-recipient-list');
  for (const spelled of [mark, Buffer.from(mark).toString('hex'), 'swept-word', 'AGE-SECRET', ...boxes.map(({ id }) => id), ...boxes.map(({ id }) => Buffer.from(id).toString('hex'))]) expect(texts.includes(spelled), spelled).toBe(false);
  expect(texts).toContain(Buffer.from(hashToken(made(boxes[0]).id)).toString('hex'));
}, 60_000);

test('the limit counts a source for ten minutes at most and keeps nothing of it', () => {
  const limiter = makeLimiter({ max: 2, all: 4, seconds: 6000 });
  const at = (minute: number) => new Date(Date.UTC(2019, 5, 3, 12, minute));
  expect([limiter('a', at(0)), limiter('a', at(1)), limiter('a', at(2)), limiter('b', at(3)), limiter('c', at(4)), limiter('a', at(10))]).toEqual([true, true, false, true, false, true]);
});

test('members are told on the next morning that there is something to read, once, and nothing of it; the desk marks what waits', async () => {
  const tell = async () => await world.as.worker(async (scope) => await tellReaders(scope, 'https://plan.example.org'));
  expect(await tell()).toBe(0);
  await world.at('2019-06-04T11:15:00Z');
  expect([await tell(), await tell()]).toEqual([2, 0]);
  const mails = await world.database.admin<{ to: string; subject: string; text: string; at: Date }[]>`select recipient as to, subject, text_body as text, queued_at as at from platform.mail_message where kind = 'notice' order by 1`;
  expect(mails.map(({ to }) => to)).toEqual(['sealed-chair@example.org', 'sealed-reader@example.org']);
  for (const { subject, text, at } of mails) {
    expect(subject).toBe('There is something to read');
    expect(text).not.toMatch(/seal|report|sexual|mailbox|\d{4}-\d{2}|[1-9] /i);
    expect(at.toISOString()).toBe('2019-06-04T11:15:00.000Z');
  }
  await world.at('2019-06-05T11:15:00Z');
  expect(await tell()).toBe(0);
  const kept = await openMailbox(['s', 't', 'u', 'v', 'w', 'x', 'y']);
  expect((await send({ box: kept, list: 0, to: [] })).status).toBe(200);
  await world.at('2019-06-06T11:15:00Z');
  expect(await tell()).toBe(0);
  expect((await send({ box: kept, sequence: 2, list: 2 })).status).toBe(200);
  await world.at('2019-06-07T11:15:00Z');
  expect(await tell()).toBe(2);
  expect(await (await made(chair).get(desk)).text()).toMatch(/\d+ reports wait for an answer/);
  for (const who of ['manager', 'administrator'] as const) expect(await world.as[who](async ({ sql }) => (await sql<{ may: boolean }[]>`select has_table_privilege('review.sealed_notice', 'select') as may`)[0]?.may)).toBe(false);
});
