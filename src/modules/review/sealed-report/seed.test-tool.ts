import { randomUUID } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import type { TestDatabase } from '#test/database.ts';

/** One row in every table of sealed reports, beside a list that the account signed: rows for a matrix, not cipher texts. */
export async function seedSealed({ admin }: TestDatabase, account: string): Promise<{ mailbox: string; message: string }> {
  const [mailbox, message, key] = [randomUUID(), randomUUID(), newId()];
  await admin`insert into review.recipient_list (version, text, signer, signature, signed_by, signed_on) values (1, '{}', ${`${'A'.repeat(43)}=`}, ${`${'A'.repeat(86)}==`}, ${account}, '2019-06-03')`;
  await admin`insert into review.member_key (id, account_id, recipient, sign_public, seat, made_on) values (${key}, ${account}, ${`age1${'q'.repeat(58)}`}, ${`${'A'.repeat(43)}=`}, 'Centre', '2019-06-03')`;
  await admin`insert into review.key_wrap (id, key_id, kind, wrapped, made_on) values (${newId()}, ${key}, 'phrase', ${Buffer.alloc(200)}, '2019-06-03')`;
  await admin`insert into review.sealed_mailbox (id, id_hash, received_on, for_members) values (${mailbox}, ${Buffer.alloc(32, 1)}, '2019-06-03', true)`;
  await admin`insert into review.sealed_message (id, mailbox_id, direction, sequence, received_on, for_members, bucket, list_version, cipher) values (${message}, ${mailbox}, 'in', 1, '2019-06-03', true, 4096, 1, ${Buffer.alloc(300)})`;
  return { mailbox, message };
}
