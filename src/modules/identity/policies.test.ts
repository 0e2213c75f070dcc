import { afterAll, beforeAll, test } from 'vitest';
import { expectMatrix } from '#test/policy-matrix.ts';
import { openWorld, type World } from '#test/world.ts';
import { newId } from '#app/platform/db/id.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { admin } = world.database;
  const { account } = await world.person('manager');
  await admin`insert into identity.agency (id, slug, name, kind) values (${newId()}, 'one', '{"en": "One", "fr": "Un"}', 'agency')`;
  await admin`insert into identity.password (account_id, hash, set_at) values (${account}, 'x', now())`;
  await admin`insert into identity.totp (account_id, secret) values (${account}, 'x')`;
  await admin`insert into identity.invitation (key_hash, account_id, expires_at) values ('x', ${account}, now())`;
  await admin`insert into identity.attempt (key, opened_at, failures) values ('x', now(), 1)`;
  await admin`insert into identity.passkey (id, account_id, public_key, counter, added_at) values ('x', ${account}, 'x', 0, now())`;
  await admin`insert into identity.oidc_provider (id, name, issuer, client_id, client_secret) values ('p', '{"en": "P", "fr": "P"}', 'https://issuer.example', 'c', 's')`;
  await admin`insert into identity.oidc_request (state_hash, provider_id, nonce, verifier, next, expires_at) values ('x', 'p', 'n', 'v', '/en', now())`;
  await admin`insert into identity.oidc_link (provider_id, subject, account_id) values ('p', 's', ${account})`;
  await admin`insert into identity.challenge (hash, expires_at) values ('x', now())`;
  await admin`insert into identity.known_device (key_hash, account_id, known_since) values ('x', ${account}, now())`;
});
afterAll(async () => await world.close());

test('each role sees and changes exactly what the matrix says; secrets are seen by nobody', async () => {
  const staff = (letters: string) => ({ manager: letters, operator: letters, leader: letters, chair: letters, partner: letters, auditor: letters, administrator: letters });
  await expectMatrix(world, 'identity', {
    agency: { public: 'r', ...staff('r'), worker: 'riu' },
    account: { ...staff('riu'), worker: 'ri' },
    membership: { ...staff('ri'), administrator: 'riu', worker: 'ri' },
    session: staff('r'),
    password: { worker: 'i' },
    totp: {},
    invitation: { ...staff('i'), worker: 'i' },
    attempt: {},
    known_device: {},
    passkey: { ...staff('i'), manager: 'rid' },
    challenge: {},
    oidc_provider: { public: 'r', worker: 'i' },
    oidc_request: {},
    oidc_link: {},
  });
});
