import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { staffNames } from '../access-world.test-tool.ts';
import { type ListWorld, openListWorld } from '../list/list-world.test-tool.ts';
import { joinHousehold, leaveHousehold, listHouseholds, readHousehold } from './queries.ts';

let world: ListWorld;
beforeAll(async () => {
  world = await openListWorld();
});
afterAll(async () => await world.close());

const form = '/en/access/households/new';
const stay = { kind: 'hidden', place: 'A cousin (demo)', start: '2019-05-20', end: '', evidence: 'reported' };
const idIn = (answer: Response) => answer.headers.get('location')?.split('/').at(-2) ?? '';
/** Enters a mother with a child; gives both. */
async function family(given: string): Promise<{ mother: string; child: string }> {
  const intake = await world.visit('intake');
  const fields = { 'given-1': given, 'family-1': `${given}son`, 'birth-1': '1990-01-01', 'relation-1': 'head', 'given-2': `Little ${given}`, 'family-2': `${given}son`, 'birth-2': '2015-02-03', 'relation-2': 'child', language: 'en', ...stay, needs: 'A door that locks' };
  const first = await intake.post(form, fields);
  const checked = first.status === 200 ? [...(await first.clone().text()).matchAll(/name="checked-(\d)" value="([^"]*)"/g)].flatMap(([, place = '', key = '']) => [[`checked-${place}`, key], [`use-${place}`, 'new']]) : [];
  const answer = checked.length > 0 ? await intake.post(form, { ...fields, ...Object.fromEntries(checked) }) : first;
  const mother = idIn(answer);
  const child = (await world.by('intake', async (scope) => await readHousehold(scope, mother))).find((one) => one.relation === 'child')?.person ?? '';
  expect([answer.status, child.length]).toEqual([303, 36]);
  return { mother, child };
}

test('one form enters everybody, the same stay for each, what they need once, and leads to consent and needs of each', async () => {
  const { mother, child } = await family('Aster');
  const stays = await world.database.admin<{ n: number }[]>`select count(*)::int as n from access.stay where person_id in ${world.database.admin([mother, child])} and kind = 'hidden' and start_date = '2019-05-20'`;
  expect(stays[0]?.n).toBe(2);
  expect(await world.database.admin`select body from access.person_housing where person_id = ${mother}`).toEqual([{ body: 'A door that locks' }]);
  const intake = await world.visit('intake');
  const page = await (await intake.get(`/en/access/persons/${mother}/household`)).text();
  for (const piece of ['Little Aster', 'Head of the household', `/access/persons/${child}/consents/new`, `/access/persons/${child}/assessments/new/needs`]) expect(page).toContain(piece);
  expect(await (await intake.get(`/fr/access/persons/${mother}/household`)).text()).toContain('Responsable du ménage');
  expect(await (await intake.get(`/en/access/persons/${child}/stays`)).text()).toContain('Household: Aster Asterson (head), Little Aster Asterson');
});

test('a form that cannot be is refused with what was typed, and nobody is entered', async () => {
  const count = async () => (await world.database.admin<{ n: number }[]>`select count(*)::int as n from access.person`)[0]?.n;
  const before = await count();
  const answer = await (await world.visit('intake')).post(form, { 'given-1': 'Briar', 'family-1': '', 'relation-1': 'head', 'given-2': 'Burr', 'family-2': 'Kept', 'birth-2': '2030-01-01', 'relation-2': 'head', kind: 'shelter', start: 'soon', needs: 'Kept needs' });
  expect(answer.status).toBe(422);
  const text = await answer.text();
  for (const piece of ['Give both names of the first person', 'One person only can be the head', 'leave it empty', 'Give a day up to today', 'Kept needs', 'value="Kept"', 'value="soon"']) expect(text).toContain(piece);
  expect(await count()).toBe(before);
  for (const who of ['volunteer', 'officer', 'manager'] as const) expect((await (await world.visit(who)).get(form)).status).toBe(404);
});

test('somebody who is known already is asked about, and chosen instead of entered again', async () => {
  const known = await world.enter('intake', { given: 'Clover', family: 'Meadow', birth: '1991-04-04' });
  const intake = await world.visit('intake');
  const fields = { 'given-1': 'Clover', 'family-1': 'Meadow', 'birth-1': '1991-04-04', 'relation-1': 'head', 'given-2': 'Comfrey', 'family-2': 'Meadow', 'birth-2': '2016-04-04', 'relation-2': 'child', language: 'en' };
  const asked = await intake.post(form, fields);
  expect(asked.status).toBe(200);
  const text = await asked.text();
  expect(text).toContain(`value="${known}"`);
  expect(text).toContain('Clover Meadow: could it be one of these?');
  // The relative with the same family name may be asked about as well; each question is answered.
  const checked = Object.fromEntries([...text.matchAll(/name="(checked-\d)" value="([^"]*)"/g)].map(([, name, value]) => [name, value]));
  const answer = await intake.post(form, { ...fields, ...checked, 'use-1': known, 'use-2': 'new' });
  expect(idIn(answer)).toBe(known);
  const again = await intake.post(form, { ...fields, ...checked, 'given-2': '', 'family-2': '', 'birth-2': '', 'use-1': known });
  expect(again.status).toBe(422);
  expect(await again.text()).toContain('in a household already');
  const stranger = await world.enter('outside', { given: 'Clover', family: 'Meadow', birth: '1991-04-04' });
  expect((await intake.post(form, { ...fields, ...checked, 'use-1': stranger })).status).not.toBe(303);
});

test('a household is begun with somebody already entered or somebody new, has one head, and a person is in one at a time', async () => {
  const [one, other] = [await world.enter('intake', { given: 'Dill', family: 'Placeholder' }), await world.enter('intake', { given: 'Dock', family: 'Placeholder' })];
  const intake = await world.visit('intake');
  const path = `/en/access/persons/${one}/household`;
  const wrong = await intake.post(path, { own: '', relation: '', known: '', given: 'Kept', family: '', from: '2019-06-31' });
  expect(wrong.status).toBe(422);
  const text = await wrong.text();
  for (const piece of ['Choose what the person is', 'give both names', 'value="Kept"', '2019-06-31']) expect(text).toContain(piece);
  expect((await intake.post(path, { own: 'head', relation: 'partner', known: other, from: '2019-06-01' })).status).toBe(303);
  expect(await (await intake.post(path, { relation: 'head', given: 'Dandelion', family: 'Placeholder', from: '2019-06-01' })).text()).toContain('has a head already');
  expect((await intake.post(path, { relation: 'child', given: 'Dandelion', family: 'Placeholder', birth: '2014-01-01', from: '2019-06-01' })).status).toBe(303);
  const { mother } = await family('Daisy');
  expect(await (await intake.post(`/en/access/persons/${mother}/household`, { relation: 'other', known: other, from: '2019-06-01' })).text()).toContain('in a household already');
  const members = await world.by('intake', async (scope) => await readHousehold(scope, one));
  expect(members.map(({ relation }) => relation)).toEqual(['head', 'partner', 'child']);
  const partner = members.find(({ relation }) => relation === 'partner')?.member ?? '';
  expect((await intake.post(`${path}/${partner}/leave`, {})).status).toBe(303);
  expect((await intake.post(`${path}/${partner}/leave`, {})).status).toBe(404);
  expect(await (await intake.get(path)).text()).toContain('Before');
});

test('a stay is written for all who are chosen among those who live together, and for nobody else', async () => {
  const { mother, child } = await family('Elder');
  const stranger = await world.enter('intake', { given: 'Elm', family: 'Placeholder' });
  const intake = await world.visit('intake');
  const body = new URLSearchParams({ ...stay, kind: 'shelter', start: '2019-06-02' });
  for (const person of [child, stranger]) body.append('also', person);
  expect((await intake.post(`/en/access/persons/${mother}/stays`, Object.fromEntries(body))).status).toBe(303);
  expect((await intake.post(`/en/access/persons/${mother}/stays`, { ...stay, kind: 'shelter', start: '2019-06-02', also: child })).status).toBe(303);
  const rows = await world.database.admin<{ person: string; n: number }[]>`select person_id as person, count(*)::int as n from access.stay where kind = 'shelter' and person_id in ${world.database.admin([mother, child, stranger])} group by 1`;
  expect(Object.fromEntries(rows.map((row) => [row.person, row.n]))).toEqual({ [mother]: 2, [child]: 1 });
});

test('who lives together is seen person by person: another agency, a bar and an instruction leave people out, and every look is written down', async () => {
  const { mother, child } = await family('Fennel');
  const { admin, clock } = world.database;
  const seen = async (who: (typeof staffNames)[number], person = mother) => (await world.by(who, async (scope) => await readHousehold(scope, person))).length;
  const all: Record<string, number> = {};
  for (const who of staffNames) all[who] = await seen(who);
  expect(Object.entries(all).filter(([, n]) => n > 0)).toEqual([['intake', 2], ['supervisor', 2]]);
  for (const who of ['outside', 'nurse', 'officer', 'volunteer'] as const) {
    expect((await (await world.visit(who)).get(`/en/access/persons/${mother}/household`)).status).toBe(404);
    expect(await world.by(who, async (scope) => await joinHousehold(scope, { household: newId(), person: mother, relation: 'other', from: '2019-06-01' }))).toBe('refused');
  }
  const [own] = (await world.by('intake', async (scope) => await readHousehold(scope, child))).filter((one) => one.person === child);
  for (const who of ['outside', 'nurse', 'clinician', 'officer'] as const) expect(await world.by(who, async (scope) => await leaveHousehold(scope, own?.member ?? '', '2019-06-01'))).toBe(false);
  // The mother agrees that the other agency sees her; the child's record is not hers to open.
  await admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, recorded_at)
    values (${newId()}, ${mother}, 'self', '{care}', '{identity,housing}', ${[world.agencies.south]}, '1', 'en', 'written', '2018-01-01', ${clock.now()})`;
  expect(await seen('outside')).toBe(1);
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${child}, ${world.member.supervisor.account}, 'recused', ${clock.now()})`;
  expect(await seen('supervisor')).toBe(1);
  expect(await seen('supervisor', child)).toBe(0);
  await admin`insert into access.instruction (id, person_id, account_id, category, recorded_at) values (${newId()}, ${child}, ${world.member.intake.account}, 'housing', ${clock.now()})`;
  expect(await seen('intake')).toBe(1);
  const [lines] = await admin<{ n: number }[]>`select count(*)::int as n from platform.audit_entry where action = 'access.read-section' and detail ->> 'part' = 'household' and subject_id = ${mother}`;
  expect(lines?.n).toBeGreaterThanOrEqual(staffNames.length + 3);
});

test('whoever left neither sees nor shows who came later', async () => {
  const { mother, child } = await family('Gorse');
  const members = await world.by('intake', async (scope) => await readHousehold(scope, mother));
  const household = members[0]?.household ?? '';
  await world.by('intake', async (scope) => await leaveHousehold(scope, members.find((one) => one.person === mother)?.member ?? '', '2019-06-01'));
  const partner = await world.enter('intake', { given: 'Gale', family: 'Placeholder' });
  expect(await world.by('intake', async (scope) => await joinHousehold(scope, { household, person: partner, relation: 'parent', from: '2019-06-02' }))).toBe('done');
  const with_ = async (person: string) => (await world.by('intake', async (scope) => await readHousehold(scope, person))).map((one) => one.person).sort();
  expect(await with_(mother)).toEqual([mother, child].sort());
  expect(await with_(partner)).toEqual([child, partner].sort());
});

test('a list shows those of a household who agreed to it themselves, to those who keep it alone', async () => {
  const { mother, child } = await family('Hazel');
  await world.agree(mother);
  const listed = async (who: (typeof staffNames)[number]) => (await world.by(who, async (scope) => await listHouseholds(scope, world.list, '2019-06-03'))).map((one) => one.person).sort();
  expect(await listed('supervisor')).toEqual([mother]);
  await world.agree(child);
  expect(await listed('supervisor')).toEqual([mother, child].sort());
  for (const who of staffNames.filter((one) => one !== 'supervisor')) expect(await listed(who)).toEqual([]);
  const page = await (await (await world.visit('supervisor')).get('/en/access/lists/demo-list')).text();
  expect(page).toContain('1 household of more than one person');
  expect(page).toContain('Household: Hazel Hazelson (head), Little Hazel Hazelson');
});
