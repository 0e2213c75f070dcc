import { afterAll, beforeAll, test } from 'vitest';
import { newId } from '#app/platform/db/id.ts';
import { expectMatrix } from './policy-matrix.ts';
import { openWorld, type World } from './world.ts';

let world: World;
beforeAll(async () => {
  world = await openWorld();
  const { admin } = world.database;
  await admin`insert into platform.audit_entry (moment, actor, action, decision) values (now(), 'public', 'x', 'permit')`;
  await admin`insert into platform.audit_pending select id from platform.audit_entry`;
  await admin`insert into platform.audit_seal select 1, id, 'x', 'y' from platform.audit_entry`;
  await admin`insert into platform.audit_anchor (size, made_at, peaks, note) values (1, now(), 'x', 'x')`;
  await admin`insert into platform.audit_anchor_copy (size, party) values (1, 'mailto:auditor@example.org')`;
  await admin`insert into platform.event (id, kind, moment) values (${newId()}, 'x', now())`;
  await admin`insert into platform.mail_message (id, message_id, recipient, language, subject, text_body, kind, queued_at, not_before) values (${newId()}, 'x', 'a@example.org', 'en', 's', 't', 'k', now(), now())`;
  await admin`insert into platform.stored_file (id, sha256, size, media_type, name, content, stored_at) values (${newId()}, 'x', 1, 'text/plain', 'n', 'x', now())`;
  await admin`insert into platform.rate_window (key, opened_at, taken) values ('x', now(), 1)`;
  await admin`insert into platform.setting (name, value) values ('x', '1')`;
});
afterAll(async () => await world.close());

test('each role sees and changes exactly what the matrix says: the audit trail is the auditor line’s, mails and events the worker’s', async () => {
  const everybody = (letters: string) => ({ public: letters, manager: letters, operator: letters, leader: letters, chair: letters, partner: letters, auditor: letters, administrator: letters });
  await expectMatrix(world, 'platform', {
    context_key: {},
    audit_entry: { auditLine: 'r' },
    audit_pending: { auditLine: 'r' },
    audit_seal: { auditLine: 'r', worker: 'r' },
    audit_anchor: { auditLine: 'r', worker: 'ri' },
    audit_anchor_copy: { auditLine: 'r', worker: 'riu' },
    event: { ...everybody('i'), worker: 'rid' },
    mail_message: { ...everybody('i'), worker: 'riu' },
    stored_file: { ...everybody('i'), manager: 'ri', worker: 'ri' },
    rate_window: {},
    setting: { ...everybody('r'), worker: 'riu', auditLine: 'r' },
  });
});
