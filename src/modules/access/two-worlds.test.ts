import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { newToken } from '#app/platform/http/session-cookie.ts';
import { type AccessWorld, openAccessWorld } from './access-world.test-tool.ts';

let worlds: AccessWorld[];
const known = '11111111-2222-4333-8444-555555555555';
const hidden = '99999999-2222-4333-8444-555555555555';
beforeAll(async () => {
  const made = new Map<string, string>();
  const same = (name: string, make: () => string) => {
    const value = made.get(name) ?? make();
    made.set(name, value);
    return value;
  };
  const seed = { account: (name: string) => same(`account ${name}`, newId), token: (name: string) => same(`token ${name}`, newToken), agency: (name: string) => same(`agency ${name}`, newId) };
  worlds = [await openAccessWorld(seed), await openAccessWorld(seed)];
  for (const [index, world] of worlds.entries()) for (const id of index === 0 ? [known] : [known, hidden]) {
    const { admin, clock } = world.database;
    const at = clock.now();
    await admin`insert into access.person (id, agency_id, entered_at, changed_at) values (${id}, ${id === known ? world.agencies.south : world.agencies.north}, ${at}, ${at})`;
    await admin`insert into access.person_identity (person_id, agency_id, given_name, family_name, birth_date, search_key) values (${id}, ${id === known ? world.agencies.south : world.agencies.north}, 'Lou', 'Ash', '1980-01-01', 'ash lou')`;
    if (id === known) await admin`insert into access.assignment (id, person_id, account_id, from_date, entered_at) values (${newId()}, ${id}, ${world.member.outside.account}, '2019-01-01', ${at})`;
    else await admin`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, expires_on, withdrawn_at, recorded_at)
      values (${newId()}, ${id}, 'self', '{care}', '{identity}', ${[world.agencies.south]}, '1', 'en', 'spoken', '2019-01-01', null, ${at}, ${at})`;
  }
}, 60_000);
afterAll(async () => await Promise.all(worlds.map(async (world) => await world.close())));

test('in two worlds that differ only in a record that a worker may not see, every answer to her is the same to the byte', async () => {
  const references = (body: string) => body.replaceAll(/(?<=Reference:? ?(<[^>]+>)?)[0-9a-f-]{36}/g, 'REF');
  const answers = await Promise.all(worlds.map(async (world) => {
    const outside = await world.visit('outside');
    const paths = ['', '/new', `/${known}`, `/${hidden}`, ...['identity', 'contact', 'aliases', 'consents', 'consents/new', 'instructions/new', 'looks', 'sections/health', 'assessments', 'assessments/new/needs', `assessments/${known}`, `safety-alerts/${known}`].map((part) => `/${hidden}/${part}`)];
    const seen: string[] = [];
    const keep = async (answer: Response) => seen.push(references(`${answer.status} ${answer.headers.get('location') ?? ''} ${await answer.text()}`));
    for (const path of paths) await keep(await outside.get(`/en/access/persons${path}`));
    await keep(await outside.post('/en/access/persons/search', { family: 'ash' }));
    await keep(await outside.post(`/en/access/persons/${hidden}/contact`, { preference: 'phone' }));
    return seen;
  }));
  expect(answers[0]?.[2]).toContain('Lou Ash');
  expect(answers[0]).toHaveLength(18);
  expect(answers[1]).toEqual(answers[0]);
});
