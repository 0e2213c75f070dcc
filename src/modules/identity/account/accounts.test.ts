import { afterAll, beforeAll, expect, test } from 'vitest';
import { openWorld, type World } from '#test/world.ts';
import { administrationRoutes } from './administration.tsx';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(async () => await world.close());

test('an administrator invites an intake worker for an organisation, and not without one', async () => {
  const [agency] = await world.database.admin<{ id: string }[]>`insert into identity.agency (id, slug, name, kind) values (gen_random_uuid(), 'north', '{"en": "North (demo)", "fr": "Nord (démo)"}', 'agency') returning id`;
  const administrator = await world.http(administrationRoutes(() => world.site)).as('administrator');
  const given = { name: 'Ines', email: 'ines@example.org', role: 'intake-worker' };
  const refused = await administrator.post('/en/identity/accounts', given);
  expect(refused.status).toBe(422);
  const body = await refused.text();
  for (const part of ['Choose the organisation that this person works for', 'value="ines@example.org"', 'North (demo)']) expect(body).toContain(part);
  expect((await administrator.post('/en/identity/accounts', { ...given, agency: 'no id' })).status).toBe(422);
  expect((await administrator.post('/fr/identity/accounts', { ...given, agency: agency?.id ?? '' })).status).toBe(200);
  expect((await administrator.post('/en/identity/accounts', { name: 'Ana', email: 'ana@example.org', role: 'analyst' })).status).toBe(200);
  expect(await world.database.admin`select a.email, m.agency_id from identity.membership m join identity.account a on a.id = m.account_id where a.email in ('ines@example.org', 'ana@example.org') order by a.email`)
    .toEqual([{ email: 'ana@example.org', agency_id: null }, { email: 'ines@example.org', agency_id: agency?.id }]);
});
