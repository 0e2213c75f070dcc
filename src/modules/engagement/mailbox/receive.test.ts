import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { openTestDatabase, type TestDatabase } from '#test/database.ts';
import { newId } from '#app/platform/db/id.ts';
import { receiveMail } from './receive.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await openTestDatabase();
});
beforeEach(() => database.clock.advance(3_700_000));
afterAll(async () => await database.close());

const mail = (headers: Record<string, string>, body: string) =>
  Buffer.from(`${Object.entries({ From: 'Pat Lee <pat@example.org>', To: 'plan@example.org', Subject: 'Dark stop', 'Message-ID': `<${newId()}@example.org>`, ...headers }).filter(([, v]) => v !== '').map(([k, v]) => `${k}: ${v}`).join('\r\n')}\r\n\r\n${body}`);
const receive = async (headers: Record<string, string>, body = 'It is dark at the stop.') => await receiveMail(database, mail(headers, body));
const lastIssue = async () => (await database.admin`select title, description, language from engagement.issue order by received_at desc, id desc limit 1`)[0];

test('a letter becomes an issue with a receipt, and the same letter twice is one', async () => {
  const headers = { 'Message-ID': '<same@example.org>' };
  const first = await receive(headers);
  expect(first).toMatchObject({ outcome: 'issue', reference: expect.stringMatching(/^CT-2019-\d{4}$/) });
  expect(await receive(headers)).toEqual({ outcome: 'duplicate' });
  const mails = await database.admin`select recipient, text_body from platform.mail_message where kind = 'issue-receipt'`;
  expect(mails).toHaveLength(1);
  expect(mails[0]?.text_body).toContain(first.reference);
});

test('HTML is never kept: the words stay, the script goes', async () => {
  expect(await receive({ 'Content-Type': 'text/html; charset=utf-8' }, '<p>Two &amp; three</p><script>alert(1)</script><img src=x onerror=alert(1)>')).toMatchObject({ outcome: 'issue' });
  expect((await lastIssue())?.description).toBe('Two & three');
});

test('French in quoted-printable is read as French', async () => {
  await receive({ Subject: '=?utf-8?Q?Arr=C3=AAt_sombre?=', 'Content-Type': 'text/plain; charset=utf-8', 'Content-Transfer-Encoding': 'quoted-printable' }, 'L=E2=80=99arr=C3=AAt est sombre pour les a=C3=AEn=C3=A9s dans le quartier.');
  expect(await lastIssue()).toMatchObject({ title: 'Arrêt sombre', description: 'L’arrêt est sombre pour les aînés dans le quartier.', language: 'fr' });
});

test('bounces, loops and the words of machines become no issue and get no answer', async () => {
  const count = async () => (await database.admin`select (select count(*) from engagement.issue) as issues, (select count(*) from platform.mail_message) as mails`)[0];
  const before = await count();
  expect(await receive({ From: 'MAILER-DAEMON@mx.example.org', 'Content-Type': 'multipart/report; report-type=delivery-status; boundary=b' }, '--b\r\n\r\nfailed\r\n--b--')).toEqual({ outcome: 'bounce' });
  expect(await receive({ 'X-Common-Table': 'x' })).toEqual({ outcome: 'loop' });
  expect(await receive({ 'Auto-Submitted': 'auto-replied' })).toEqual({ outcome: 'auto-reply' });
  expect(await receive({ Precedence: 'bulk' })).toEqual({ outcome: 'auto-reply' });
  expect(await receive({ 'List-Id': '<news.example.org>' })).toEqual({ outcome: 'auto-reply' });
  expect(await count()).toEqual(before);
});

test('an attachment is judged by its content: a program that calls itself a report is left out', async () => {
  const part = (name: string, content: Buffer) => `--b\r\nContent-Type: application/pdf; name="${name}"\r\nContent-Disposition: attachment; filename="${name}"\r\nContent-Transfer-Encoding: base64\r\n\r\n${content.toString('base64')}\r\n`;
  const program = Buffer.concat([Buffer.from('MZ'), Buffer.alloc(200, 1)]);
  const picture = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==', 'base64');
  const body = `--b\r\nContent-Type: text/plain\r\n\r\nSee both.\r\n${part('report.pdf', program)}${part('picture.pdf', picture)}--b--`;
  expect(await receive({ 'MIME-Version': '1.0', 'Content-Type': 'multipart/mixed; boundary=b' }, body)).toMatchObject({ outcome: 'issue' });
  expect(await database.admin`select media_type, name from platform.stored_file`).toEqual([{ media_type: 'image/png', name: 'picture.pdf' }]);
  expect((await database.admin`select refused_attachments from engagement.mailbox_message order by received_at desc limit 1`)[0]).toEqual({ refused_attachments: 1 });
});

test('an answer that names a reference becomes a message on that issue', async () => {
  const { reference = '' } = await receive({});
  expect(await receive({ Subject: `Re: We have your issue ${reference}` }, 'One more thing.')).toEqual({ outcome: 'answer', reference });
  expect((await database.admin`select body from engagement.issue_message`).map((row) => row.body)).toContain('One more thing.');
  expect(await receive({ Subject: `Re: ${reference}`, From: 'stranger@example.org' }, 'I am somebody else.')).toMatchObject({ outcome: 'issue' });
});

test('what is empty, too large, broken or without a sender is refused and breaks nothing', async () => {
  expect(await receiveMail(database, Buffer.alloc(0))).toEqual({ outcome: 'refused' });
  expect(await receiveMail(database, Buffer.alloc(26 * 1024 * 1024, 65))).toEqual({ outcome: 'refused' });
  expect(await receive({ From: '' })).toEqual({ outcome: 'refused' });
  expect(await receive({ 'Content-Type': 'multipart/mixed; boundary=never' }, '')).toEqual({ outcome: 'refused' });
  expect(await receive({ Subject: '' }, 'No subject, but words.')).toMatchObject({ outcome: 'issue' });
});

test('no more than five issues an hour come from one sender', async () => {
  const outcomes = [];
  for (let n = 0; n < 6; n += 1) outcomes.push((await receive({ From: 'many@example.org' }, `Number ${n}`)).outcome);
  expect(outcomes).toEqual(['issue', 'issue', 'issue', 'issue', 'issue', 'refused']);
});
