import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { noteArrival } from '#app/platform/http/arrival.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { openWorld, type World } from '#test/world.ts';
import { closesAt, draft, loadPlanOf, openCall } from '../fund-year.test-tool.ts';
import { fundingRoutes } from '../index.ts';
import { secretOf } from './actions.ts';

const applicants = 60;
const deadline = new Date(closesAt).getTime();
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const codeOf = (n: number) => `${alphabet[Math.floor(n / 32)]}${alphabet[n % 32]}222-22222`;
let world: World;
let app: Awaited<ReturnType<World['http']>>['app'];
beforeAll(async () => {
  world = await openWorld();
  await loadPlanOf(world);
  const made = await draft(world, (await openCall(world)).id, 0, 1_000_000);
  const { admin } = world.database;
  // The same complete draft for each of them, and for two who come too late.
  const codes = Array.from({ length: applicants + 2 }, (_, n) => ({ id: randomUUID(), person: randomUUID(), hash: hashToken(secretOf(codeOf(n)) ?? ''), name: `Applicant ${n}` }));
  for (const one of codes) await admin`
    with a as (insert into funding.application select (jsonb_populate_record(a, jsonb_build_object('id', ${one.id}::text, 'organisation', ${one.name}::text))).* from funding.application a where a.id = ${made.id} returning id),
      l as (insert into funding.budget_line select gen_random_uuid(), ${one.id}, b.position, b.label, b.cost, b.from_fund from funding.budget_line b where b.application_id = ${made.id})
    insert into funding.applicant (id, application_id, code_hash, name, email, added_at) select ${one.person}, id, ${one.hash}, 'Robin Made-Up', 'robin@example.org', '2019-06-03' from a`;
  await admin`insert into funding.application_file select gen_random_uuid(), a.id, f.kind, f.name, f.media_type, f.size, f.content, f.added_at from funding.application_file f, funding.application a where f.application_id = ${made.id} and a.id <> ${made.id}`;
  app = world.http(fundingRoutes(() => world.site)).app;
}, 60_000);
afterAll(async () => await world.close());

/** A form that reached the program at a moment, and is worked on whenever the program gets to it. */
async function arrive(at: number, fields: Readonly<Record<string, string>>, language: 'en' | 'fr' = 'en'): Promise<string> {
  const request = new Request(`http://localhost/${language}/funding/applications/own`, { method: 'POST', body: new URLSearchParams(fields) });
  noteArrival(request, { remote: '127.0.0.1', at: new Date(at) });
  return await (await app.request(request)).text();
}
const receiptIn = (text: string) => /class="code">([\w-]+)</.exec(text)?.[1];

test('sixty who arrived by the deadline are in with a receipt each, none twice, though the program got to them seconds after it', async () => {
  await world.at(new Date(deadline + 9000).toISOString());
  // The last of them at the instant itself; each presses twice.
  const at = (n: number) => deadline - (applicants - 1 - n) * 10;
  const answers = await Promise.all(Array.from({ length: 2 * applicants }, async (_, n) => await arrive(at(n % applicants), { '~code': codeOf(n % applicants), '~save': 'send' })));
  const receipts = answers.map(receiptIn);
  const rows = await world.database.admin<{ n: number; receipt: string; stamp: Date }[]>`select substr(organisation, 11)::integer as n, receipt, submitted_at as stamp from funding.application where state = 'submitted' order by 1`;
  expect(rows.map(({ n, stamp }) => [n, stamp.getTime()])).toEqual(Array.from({ length: applicants }, (_, n) => [n, at(n)]));
  expect(receipts).toEqual([...rows, ...rows].map((row) => row.receipt));
  expect(new Set(receipts).size).toBe(applicants);
  expect(answers[applicants - 1]).toContain('1 November 2019, 14:00:00.000');
  const mails = await world.database.admin`select from platform.mail_message where kind = 'fund-receipt'`;
  expect(mails).toHaveLength(applicants);
});

test('who arrives a thousandth of a second later is refused with both times and what counts, and the draft stays', async () => {
  const late = await arrive(deadline + 1, { '~code': codeOf(applicants), '~save': 'send' });
  expect(receiptIn(late)).toBeUndefined();
  expect(late).toContain('arrived at 1 November 2019, 14:00:00.001. The deadline was 1 November 2019, 14:00:00.000. It has not been taken.');
  expect(late).toContain('when the beginning of what you sent reached our server');
  expect(await arrive(deadline + 1, { '~code': codeOf(applicants + 1), '~save': 'send' }, 'fr')).toContain('arrivée le 1er novembre 2019, 14\u00a0h\u00a000\u00a0min\u00a000,001\u00a0s');
  expect(await arrive(deadline + 2000, { '~code': codeOf(applicants) })).toContain('What project 0 does.');
});

test('a page that can no longer be saved is shown again with what was typed, and says why', async () => {
  const typed = { '~save': 'project', title: 'Typed at the last moment', summary: 'Words that nobody has elsewhere' };
  const closed = await arrive(deadline - 1, { ...typed, '~code': codeOf(applicants) });
  for (const words of ['The call closed on 1 November 2019, 14:00:00.000', typed.title, typed.summary]) expect(closed).toContain(words);
  expect(closed).not.toContain('value="save"');
  const sent = await arrive(deadline - 1, { ...typed, '~code': codeOf(0) });
  for (const words of ['The application has been sent in the meantime', typed.title, typed.summary]) expect(sent).toContain(words);
  expect(await arrive(deadline - 1, { '~save': 'people', name: 'Late', '~code': codeOf(0) })).toContain('The application has been sent in the meantime');
});
