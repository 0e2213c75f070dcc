import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Visitor } from '#test/world.ts';
import type { AccessWorld } from '../access-world.test-tool.ts';
import { asked, codeOf, newOnce, openIntakeWorld } from './intake-world.test-tool.ts';

let world: AccessWorld;
let anybody: Visitor;
beforeAll(async () => {
  world = await openIntakeWorld();
  anybody = await world.visit();
});
afterAll(async () => await world.close());
const rows = async () => (await world.database.admin<{ n: number }[]>`select count(*)::integer as n from access.intake`)[0]?.n ?? 0;
const send = async (fields: Record<string, string>, point = 'children', door = 'ask') => {
  const before = await rows();
  const answer = await anybody.post(`/en/access/points/${point}/${door}`, fields);
  return { status: answer.status, text: await answer.text(), made: (await rows()) - before };
};
const professional = { knows: 'agrees', profession: 'school', 'professional-name': 'Pat Teacher (demo)', 'professional-phone': '905-555-0188' };

test('a point that is not there, whose agency is not there, or without that door is not found', async () => {
  for (const path of ['nowhere/ask', 'orphan/ask', 'homeless/refer', 'older/print', 'nowhere/print']) expect((await anybody.get(`/en/access/points/${path}`)).status, path).toBe(404);
  expect(await (await anybody.get('/en/access/points')).text()).not.toContain('Point orphan');
  expect(await send(asked(), 'orphan')).toMatchObject({ status: 404, made: 0 });
});

test('the entry by staff is closed to everybody else, and to another agency than the one that runs the point', async () => {
  for (const name of [undefined, 'volunteer', 'clinician', 'officer'] as const) {
    const visitor = await world.visit(name);
    expect([name, (await visitor.get('/en/access/intakes/new')).status]).toEqual([name, name ? 404 : 303]);
    expect([200, 201]).not.toContain((await visitor.post('/en/access/intakes/new', { ...asked(), point: 'children', door: 'telephone' })).status);
  }
  expect((await (await world.visit('outside')).post('/en/access/intakes/new', { ...asked(), point: 'children', door: 'telephone' })).status).toBe(404);
  await expect(world.by('outside', async ({ sql }) => (await sql<{ o: string }[]>`select access.receive_intake(${sql.json({ id: newOnce(), point_slug: 'children', door: 'telephone' })}, '{}') as o`)[0]?.o)).resolves.toBe('closed');
  expect(await rows()).toBe(0);
});

test('crisis lines stand before the questions, in both languages, and no script is needed', async () => {
  for (const [language, word] of [['en', 'name="story"'], ['fr', 'name="story"']] as const) {
    const html = await (await anybody.get(`/${language}/access/points/children/ask`)).text();
    expect(html.indexOf('9-8-8')).toBeGreaterThan(0);
    expect(html.indexOf('class="crisis"')).toBeLessThan(html.indexOf(word));
    expect(html).not.toContain('<script');
  }
});

test('what is missing is said at its field and nothing typed is lost', async () => {
  const { status, text, made } = await send({ ...asked({ story: '', phone: '', age: 'twelve', times: 'Never on Sundays' }) });
  expect([status, made]).toEqual([422, 0]);
  for (const part of ['href="#story"', 'href="#phone"', 'href="#age"', 'Never on Sundays', 'value="Zofia"']) expect(text).toContain(part);
  expect((await send({ once: newOnce() })).text).toContain('href="#preference"');
});

test('without a name, without an age and with "do not contact me" one is helped all the same', async () => {
  const { status, text, made } = await send({ story: 'I need to talk.', preference: 'none', phone: '905-555-0177', share: 'no', once: newOnce() });
  expect([status, made]).toEqual([200, 1]);
  expect(text).toContain('We do not get in touch, as you asked');
  const [row] = await world.database.admin`select i.anonymous, i.do_not_contact, i.may_share, d.phone from access.intake i join access.intake_detail d on d.intake_id = i.id`;
  expect(row).toEqual({ anonymous: true, do_not_contact: true, may_share: false, phone: null });
});

test('an age that does not fit leads to the right point with everything typed, to Find help and to 211', async () => {
  const eighteen = await send(asked({ age: '18' }));
  expect([eighteen.status, eighteen.made]).toEqual([200, 0]);
  for (const part of ['This access point is for younger people', '/en/access/points/dual/ask', '/en/access/points/homeless/ask', '/en/find-help', '211', 'I cannot sleep since the spring.']) expect(eighteen.text).toContain(part);
  expect(eighteen.text).not.toContain('/en/access/points/older/ask');
  const carried = await send(asked({ age: '18', carried: 'yes' }), 'dual');
  expect([carried.status, carried.made]).toEqual([200, 0]);
  expect(carried.text).toContain('I cannot sleep since the spring.');
  expect((await send(asked({ age: '17' }))).made).toBe(1);
});

test('from 18 to 21 school decides, the condition is asked, and 55 opens the point for older adults', async () => {
  expect(await send(asked({ age: '21' }), 'dual')).toMatchObject({ status: 422, made: 0 });
  expect(await send(asked({ age: '21', school: 'yes', condition: 'unsure' }), 'dual')).toMatchObject({ status: 200, made: 1 });
  expect(await send(asked({ age: '22', school: 'yes' }), 'dual')).toMatchObject({ made: 0 });
  expect(await send(asked({ age: '18', school: 'no' }), 'dual')).toMatchObject({ made: 0 });
  expect((await send(asked({ age: '10', condition: 'no' }), 'dual')).text).toContain('with that condition');
  expect(await send(asked({ age: '54' }), 'older')).toMatchObject({ made: 0 });
  expect(await send(asked({ age: '55' }), 'older')).toMatchObject({ made: 1 });
});

test('a professional says whether the person knows and agrees; of somebody who does not know nothing is kept', async () => {
  const unknown = await send({ ...asked(), ...professional, knows: 'no' }, 'children', 'refer');
  expect([unknown.status, unknown.made]).toEqual([200, 0]);
  for (const part of ['Please speak with the person first', 'children’s aid society', 'I cannot sleep since the spring.']) expect(unknown.text).toContain(part);
  expect((await send({ ...asked(), ...professional, knows: '' }, 'children', 'refer')).text).toContain('href="#knows"');
  expect((await send({ ...asked(), ...professional, 'professional-phone': '' }, 'children', 'refer')).status).toBe(422);
  const sent = await send({ ...asked(), ...professional }, 'children', 'refer');
  expect([sent.status, sent.made, codeOf(sent.text)]).toEqual([200, 1, '']);
  const sixteen = await send({ ...asked({ age: '16' }), ...professional, profession: 'police' }, 'children', 'refer');
  const seventeen = await send({ ...asked({ age: '17' }), ...professional, profession: 'police' }, 'children', 'refer');
  expect([sixteen.made, seventeen.made]).toEqual([1, 0]);
  expect(seventeen.text).toContain('/en/access/points/children/ask');
});

test('the form on paper has the numbers of the form on the screen', async () => {
  const numbers = (html: string) => [...html.matchAll(/>(\d+\. [^<]+)</g)].map(([, text]) => text);
  const [screen, paper] = [await (await anybody.get('/en/access/points/dual/ask')).text(), await (await anybody.get('/en/access/points/dual/print')).text()];
  expect(numbers(screen)).toHaveLength(12);
  expect(numbers(paper)).toEqual(numbers(screen));
});

test('five hundred forms at once are five hundred requests, also when each is posted twice', async () => {
  const before = await rows();
  const forms = Array.from({ length: 250 }, () => asked());
  const answers = await Promise.all([...forms, ...forms].map(async (form) => await anybody.post('/en/access/points/children/ask', form)));
  expect(new Set(answers.map((one) => one.status))).toEqual(new Set([200]));
  const codes = await Promise.all(answers.map(async (one) => codeOf(await one.text())));
  expect((await rows()) - before).toBe(250);
  expect(new Set(codes).size).toBe(250);
  expect((await world.database.admin<{ n: number }[]>`select count(*)::integer as n from access.intake_detail d right join access.intake i on i.id = d.intake_id where d.intake_id is null`)[0]?.n).toBe(0);
}, 30_000);

test('a form that is posted again later is still one request and shows no code', async () => {
  const form = asked();
  expect(codeOf((await send(form)).text)).not.toBe('');
  expect(await send(form)).toMatchObject({ status: 200, made: 0 });
  await world.at('2019-06-03T13:11:00Z');
  const later = await send(form);
  expect([later.made, codeOf(later.text)]).toEqual([0, '']);
});

test('nothing of what was written stands in an audit line, an event or an address', async () => {
  const [found] = await world.database.admin`select (select count(*)::integer from platform.audit_entry where audit_entry::text ~ 'Zofia|sleep|0177') as audit, (select count(*)::integer from platform.event where event::text ~ 'Zofia|sleep|0177') as events`;
  expect(found).toEqual({ audit: 0, events: 0 });
});
