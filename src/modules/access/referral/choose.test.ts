import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { conditionTaxonomy, needTaxonomy } from '../directory/pack.ts';
import { openReferralWorld, type ReferralWorld } from './referral-world.test-tool.ts';

let world: ReferralWorld;
beforeAll(async () => {
  world = await openReferralWorld();
  const { admin, clock } = world.database;
  const named = (text: string) => admin.json({ en: text, fr: text });
  for (const [taxonomy, code, text] of [[needTaxonomy.id, 'shelter', 'A bed tonight'], [conditionTaxonomy.id, 'no-home', 'Have no home']] as const) {
    await admin`insert into access.taxonomy (id, name, description) values (${taxonomy}, ${named('Taxonomy')}, ${named('Taxonomy')}) on conflict do nothing`;
    const term = newId();
    await admin`insert into access.taxonomy_term (id, taxonomy_id, code, name, description, position) values (${term}, ${taxonomy}, ${code}, ${named(text)}, ${named(text)}, 1)`;
    await admin`insert into access.attribute (id, service_id, taxonomy_term_id, link_type) values (${newId()}, ${world.services.shelter}, ${term}, ${taxonomy === needTaxonomy.id ? 'need' : 'eligibility'})`;
  }
  await admin`update access.service set minimum_age = 18 where id = ${world.services.shelter}`;
  await admin`update access.service set maximum_age = 17 where id = ${world.services.youth}`;
  await admin`insert into access.service_area (id, service_id, municipality_slug, everywhere, name) select gen_random_uuid(), s.id, 'milton', false, ${named('Milton')} from access.service s`;
  for (const code of ['en', 'fr']) await admin`insert into access.language (id, service_id, name, code) values (${newId()}, ${world.services.shelter}, ${code}, ${code})`;
  await admin`insert into access.cost_option (id, service_id, amount) values (${newId()}, ${world.services.shelter}, 0)`;
  void clock;
});
afterAll(async () => await world.close());
const plain = async (answer: Response | Promise<Response>) => (await (await answer).text()).replaceAll(/<head>[\s\S]*<\/head>/g, '').replaceAll(/\s+/g, ' ');
const card = (html: string, name: string) => html.split('<li class="issue">').find((part) => part.includes(name)) ?? '';
const choose = (person: string) => `/en/access/persons/${person}/referrals/new`;

test('services are matched against what the record says of a person, each with why it fits, why not and what to ask', async () => {
  const person = await world.enter('intake', { given: 'Alma', family: 'Vance', birth: '1999-04-02', municipality: 'milton', languages: 'Français, Klingon' });
  await world.consent(person);
  const html = await plain((await world.visit('intake')).get(choose(person)));
  expect(html).toContain('What is known of the person: 20 years, Milton and French');
  for (const reason of ['The age fits: 18 or more.', 'It serves Milton.', 'It works in French.', 'It is free of charge.', 'You have to have no home. Is that so?']) expect(card(html, 'Night shelter')).toContain(reason);
  expect(card(html, 'Youth support')).toContain('It is for people up to 17 years.');
  expect(html.indexOf('Night shelter')).toBeLessThan(html.indexOf('1 service does not fit'));
});

test('a worker corrects the profile in the body of a post; nothing of it is kept, and an age that is none is said', async () => {
  const person = await world.client();
  const intake = await world.visit('intake');
  const html = await plain(intake.post(choose(person), { need: 'shelter', age: '30', municipality: 'milton', languages: 'fr', facts: 'no-home', q: '' }));
  expect(html).toContain('1 service fits');
  expect(card(html, 'Night shelter')).toContain('It helps with this: A bed tonight.');
  expect(card(html, 'Night shelter')).toContain('One has to have no home: that is so.');
  expect(html).not.toContain('Youth support');
  expect(await plain(intake.get(choose(person)))).toContain('What is known of the person: 20 years</summary>');
  const wrong = await intake.post(choose(person), { age: 'old' });
  expect([wrong.status, (await wrong.text()).includes('Write the age in years')]).toEqual([422, true]);
});

test('what nobody has checked for a year, or takes no referrals, is told and not to be chosen, by no address either', async () => {
  const person = await world.client();
  const intake = await world.visit('intake');
  const form = (service: string) => `/en/access/persons/${person}/referrals/new/${service}`;
  await world.database.admin`update access.service set assured_date = '2018-05-01' where id = ${world.services.clinic}`;
  await world.database.admin`update access.service set takes_referrals = false where id = ${world.services.own}`;
  const html = await plain(intake.get(choose(person)));
  expect(html).toContain('2 more services that nobody can be referred to from here');
  expect(html).not.toContain(form(world.services.clinic));
  for (const service of [world.services.clinic, world.services.own]) {
    expect((await intake.get(form(service))).status).toBe(404);
    expect((await intake.post(form(service), { need: 'housing', urgency: 'routine', request: 'A bed' })).status).toBe(404);
  }
  expect((await intake.get(form(world.services.shelter))).status).toBe(200);
  expect((await (await world.visit('outside')).post(choose(person), { age: '30' })).status).toBe(404);
});
