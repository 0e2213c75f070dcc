import { afterAll, beforeAll, expect, test } from 'vitest';
import { inScope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { type AccessWorld, openAccessWorld } from '../access-world.test-tool.ts';
import { fillMatrix } from '../matrix.test-tool.ts';
import { sections } from '../oracle.test-tool.ts';
import { remindOfEnding } from './jobs.ts';
import { withdrawnField } from './input.ts';
import { explain } from './rules.ts';

let world: AccessWorld;
let kim: string;
beforeAll(async () => {
  world = await openAccessWorld();
  kim = await world.enter('intake', { given: 'Kim', family: 'Lavoie', birth: '1990-05-05' });
  await (await world.visit('intake')).post(`/en/access/persons/${kim}/sections/housing`, { text: 'On a couch.' });
});
afterAll(async () => await world.close());
const at = (path = '') => `/en/access/persons/${kim}${path}`;
const given = () => ({ 'given-by': 'self', purposes: ['care'], categories: ['identity', 'housing'], agencies: [world.agencies.south], how: 'spoken', language: 'fr', expires: '2019-07-03' });
const consentId = async () => (await world.database.admin<{ id: string }[]>`select id from access.consent where person_id = ${kim}`)[0]?.id ?? '';

test('consent is refused to whoever does not hold the record, and an incomplete one comes back as typed', async () => {
  expect((await (await world.visit('outside')).get(at('/consents'))).status).toBe(404);
  expect((await (await world.visit('outside')).post(at('/consents/new'), given())).status).toBe(404);
  const wrong = await (await world.visit('intake')).post(at('/consents/new'), { ...given(), 'given-by': 'substitute', purposes: [], expires: '2019-06-02' });
  expect(wrong.status).toBe(422);
  const body = await wrong.text();
  for (const part of ['Write the relation', 'Write the authority', 'Choose at least one purpose', 'Give a day from today on', 'value="2019-06-02"']) expect(body).toContain(part);
});

test('made-up organisations and real ones never stand beside each other in a consent', async () => {
  const intake = await world.visit('intake');
  const [form, name] = [async () => await (await intake.get(at('/consents/new'))).text(), `value="${world.agencies.south}"`];
  expect(await form()).toContain(name);
  expect(await form()).not.toContain(`value="${world.agencies.north}"`);
  await world.database.admin`update identity.agency set demonstration = not demonstration where id = ${world.agencies.south}`;
  expect(await form()).not.toContain(name);
  expect((await intake.post(at('/consents/new'), given())).status).toBe(422);
  await world.database.admin`update identity.agency set demonstration = not demonstration where id = ${world.agencies.south}`;
});

test('consent opens exactly the listed sections to the named agency, with a receipt in the person’s language', async () => {
  const [intake, outside] = [await world.visit('intake'), await world.visit('outside')];
  expect((await outside.get(at())).status).toBe(404);
  expect((await intake.post(at('/consents/new'), given())).status).toBe(303);
  const body = await (await outside.get(at())).text();
  for (const part of ['Kim Lavoie', 'On a couch.', 'consented to share it with your organisation']) expect(body).toContain(part);
  expect(body).not.toContain('section-contact');
  expect((await outside.get(at('/sections/housing'))).status).toBe(404);
  const receipt = await (await intake.get(`/fr/access/persons/${kim}/consents/${await consentId()}/receipt`)).text();
  for (const part of ['Ce que vous avez accepté', 'Organisme south (démo)', 'Jusqu’au 3 juillet 2019 (inclus)', 'ne vous prive jamais d’aide']) expect(receipt).toContain(part);
});

test('an instruction in plain words masks a section at once, and lifting it shows the section again', async () => {
  const [intake, outside] = [await world.visit('intake'), await world.visit('outside')];
  expect((await intake.post(at('/instructions/new'), { said: '', what: 'housing', whom: '' })).status).toBe(422);
  expect((await intake.post(at('/instructions/new'), { said: 'Not where I sleep.', what: 'housing', whom: `agency:${world.agencies.south}` })).status).toBe(303);
  const body = await (await outside.get(at())).text();
  expect(body).toContain('Some information is withheld at the person’s direction.');
  expect(body).not.toContain('On a couch.');
  expect(await (await intake.get(at())).text()).toContain('On a couch.');
  const [lock] = await world.database.admin<{ id: string }[]>`select id from access.instruction`;
  expect((await intake.post(at(`/instructions/${lock?.id}/lift`), {})).status).toBe(303);
  expect(await (await outside.get(at())).text()).toContain('On a couch.');
});

test('broken glass shows what the person agreed to, and offers nothing that it would refuse', async () => {
  const [clinician, id] = [await world.visit('clinician'), await consentId()];
  expect((await clinician.post('/en/access/glass/new', { record: kim, ground: 'emergency-care', reason: 'Unconscious at the door', minutes: '5' })).status).toBe(303);
  const body = await (await clinician.get(at('/consents'))).text();
  expect(body).toContain('Agency south (demo)');
  for (const part of ['consents/new', 'instructions/new', '/withdraw', '/scans']) expect(body, part).not.toContain(part);
  expect((await clinician.post(at(`/consents/${id}/withdraw`), { [withdrawnField(id)]: 'No' })).status).toBe(404);
  expect(await (await (await world.visit('intake')).get(at('/consents'))).text()).toContain('/withdraw');
  await world.database.admin`delete from access.break_glass`;
});

test('thirty days before its end the agency owes a question, once, and a withdrawal takes it back', async () => {
  const open = async () => (await world.database.admin`select owed_by_agency as agency, due from commitment.obligation where kind = 'consent' and released_at is null`).map((row) => row);
  await world.as.worker(remindOfEnding);
  await world.as.worker(remindOfEnding);
  expect(await open()).toEqual([{ agency: world.agencies.north, due: '2019-07-03' }]);
  const [intake, id] = [await world.visit('intake'), await consentId()];
  expect((await intake.post(at(`/consents/${id}/withdraw`), {})).status).toBe(422);
  expect((await intake.post(at(`/consents/${id}/withdraw`), { [withdrawnField(id)]: 'Said so on the phone' })).status).toBe(303);
  expect((await (await world.visit('outside')).get(at())).status).toBe(404);
  expect((await intake.post(at(`/consents/${id}/withdraw`), { [withdrawnField(id)]: 'again' })).status).toBe(404);
  await world.as.worker(remindOfEnding);
  expect(await open()).toEqual([]);
});

test('who has looked is told to the supervisor and the privacy officer, by agency, role and section, and asking is a line too', async () => {
  for (const name of ['intake', 'outside', 'clinician'] as const) expect((await (await world.visit(name)).get(at('/looks'))).status).toBe(404);
  for (const name of ['supervisor', 'officer'] as const) {
    const body = await (await (await world.visit(name)).get(at('/looks'))).text();
    for (const part of ['Agency south (demo)', 'Intake worker', 'Housing', 'Asked who has looked']) expect(body).toContain(part);
    for (const part of ['intake (demo)', 'On a couch.', 'Lavoie']) expect(body).not.toContain(part);
  }
  expect((await (await world.visit('supervisor')).get('/en/access/persons/5b0f2a52-6c1e-4a40-8f5b-9e4a3f1d2c10/looks')).status).toBe(404);
});

test('the reasons that a page gives agree with what the database decides', async () => {
  const matrix = await fillMatrix(world.database, 10, 7, { agencies: 2, roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator', 'volunteer'] });
  const opens: Readonly<Record<string, readonly string[]>> = { 'intake-worker': ['identity', 'contact', 'housing'], clinician: [...sections], 'access-supervisor': [...sections], coordinator: ['identity', 'contact'] };
  const [today, now] = ['2019-06-03', world.database.clock.now().getTime()];
  const outcomes = new Map<string, number>();
  for (const account of matrix.accounts) {
    const ids = matrix.persons.map((one) => one.id);
    const rows = await inScope(world.database, { as: 'session', token: hashToken(account.token), purpose: 'test' }, async ({ sql }) => await sql<{ id: string; section: string; decided: string; facts: Parameters<typeof explain>[0] | null }[]>`
      select p.id, s.section, access.decide(p.id, s.section) as decided, access.decision_facts(p.id, s.section) as facts from unnest(${ids}::uuid[]) p(id), unnest(${[...sections]}::text[]) s(section)`);
    for (const { id, section, decided, facts } of rows) {
      const person = matrix.persons.find((one) => one.id === id);
      if (!person) throw new Error(id);
      const locks = person.instructions.filter((one) => !one.lifted && (one.category === null || one.category === section));
      const own = explain({
        barred: person.bars.some((one) => one.account === account.id), opened: person.glasses.some((one) => one.account === account.id && one.openedAt <= now && one.endsAt > now),
        roleOpens: account.roles.some((role) => opens[role]?.includes(section)), ownAgency: person.agency === account.agency, supervisor: account.roles.includes('access-supervisor'),
        assigned: person.assignments.some((one) => one.account === account.id && one.from <= today && (one.to === null || one.to >= today)),
        shared: person.consents.some((one) => one.to.includes(account.agency) && one.categories.some((name) => name === section) && one.purposes.includes('care') && !one.withdrawn && one.starts <= today && (one.expires === null || one.expires >= today)),
        locked: locks.some((one) => (one.agency === null || one.agency === account.agency) && (one.account === null || one.account === account.id)), hideMark: locks.some((one) => one.hide),
      });
      expect(own.outcome).toBe(decided);
      expect(facts ? explain(facts).outcome : 'deny').toBe(decided);
      outcomes.set(own.outcome, (outcomes.get(own.outcome) ?? 0) + 1);
    }
  }
  expect([...outcomes.keys()].toSorted()).toEqual(['deny', 'mask', 'permit']);
}, 120_000);
