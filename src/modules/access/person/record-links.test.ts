import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { type AccessWorld, openAccessWorld } from '../access-world.test-tool.ts';

let world: AccessWorld;
let kim: string;
beforeAll(async () => {
  world = await openAccessWorld();
  kim = await world.enter('intake', { given: 'Kim', family: 'Lavoie', birth: '1990-05-05' });
});
afterAll(async () => await world.close());

const linksOf = async (name: 'intake' | 'supervisor', own: string) => {
  const html = await (await (await world.visit(name)).get(own)).text();
  return [...new Set([...html.matchAll(new RegExp(`href="(${own}[^"#]*)"`, 'g'))].map(([, path = '']) => path).filter((path) => path !== own))];
};

test('every link from a record to a page of its own leads somewhere, for whoever is shown it', async () => {
  for (const name of ['intake', 'supervisor'] as const) {
    const links = await linksOf(name, `/en/access/persons/${kim}`);
    expect(links.length).toBeGreaterThan(6);
    const visitor = await world.visit(name);
    for (const link of links) expect([name, link, (await visitor.get(link)).status < 400]).toEqual([name, link, true]);
  }
});

test('a coordinator, who writes in no record, is offered no change that would lead nowhere', async () => {
  const { admin } = world.database;
  await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${world.member.volunteer.account}, ${world.agencies.north}, 'coordinator', '2018-01-01')`;
  await (await world.visit('supervisor')).post(`/en/access/persons/${kim}/assignments`, { colleague: world.member.volunteer.account });
  const visitor = await world.visit('volunteer');
  const answer = await visitor.get(`/en/access/persons/${kim}`);
  const html = await answer.text();
  expect(answer.status).toBe(200);
  const links = [...new Set([...html.matchAll(new RegExp(`href="(/en/access/persons/${kim}[^"#]+)"`, 'g'))].map(([, path = '']) => path))];
  for (const link of links) expect([link, (await visitor.get(link)).status < 400]).toEqual([link, true]);
  expect(html).not.toContain(`${kim}/identity`);
});

test('what belongs to a record stands in groups: help, consent and safeguards', async () => {
  const html = await (await (await world.visit('supervisor')).get(`/fr/access/persons/${kim}`)).text();
  expect(html).toMatch(/<nav class="record-links" aria-label="Ce dossier">[\s\S]*Aide<[\s\S]*Consentement<[\s\S]*Protection</);
});
