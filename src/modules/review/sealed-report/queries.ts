import { randomUUID } from 'node:crypto';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { SignedList } from '#app/methods/sealing/recipient-list.ts';

export async function listRecipientLists({ sql }: Pick<Scope, 'sql'>): Promise<SignedList[]> {
  return await sql<SignedList[]>`select text, signer, signature from review.recipient_list order by version`;
}

export type Centre = { readonly name: Bilingual; readonly phone: string | null; readonly address: string | null };
export async function listCentres({ sql }: Scope): Promise<Centre[]> {
  return await sql<Centre[]>`select name, phone, address from review.centre order by position, slug`;
}

export type OwnMailbox = { readonly id: string; readonly forMembers: boolean };
/** The mailbox whose id was shown. */
export async function findOwnMailbox({ sql }: Scope): Promise<OwnMailbox | undefined> {
  return (await sql<OwnMailbox[]>`select id, for_members as "forMembers" from review.sealed_mailbox`)[0];
}

/** Begins the mailbox whose id was shown; `hashed` is false for a file that came already sealed. Its id here is random: no time stands in it. */
export async function insertMailbox({ sql, today }: Scope, forMembers: boolean, hashed: boolean): Promise<string> {
  const id = randomUUID();
  await sql`insert into review.sealed_mailbox (id, id_hash, received_on, for_members) values (${id}, ${hashed ? sql`platform.ctx_capability()` : null}, ${today}, ${forMembers})`;
  return id;
}

export async function handOnMailbox({ sql }: Scope): Promise<void> {
  await sql`update review.sealed_mailbox set for_members = true where not for_members`;
}

export type NewMessage = { readonly mailbox: string; readonly direction: 'in' | 'out'; readonly sequence: number; readonly bucket: number; readonly listVersion: number; readonly cipher: Uint8Array };
/** False where a message stands in that place already. */
export async function insertMessage({ sql, today }: Scope, row: NewMessage): Promise<boolean> {
  const done = await sql`insert into review.sealed_message (id, mailbox_id, direction, sequence, received_on, for_members, bucket, list_version, cipher)
    values (${randomUUID()}, ${row.mailbox}, ${row.direction}, ${row.sequence}, ${today}, ${row.listVersion > 0}, ${row.bucket}, ${row.listVersion}, ${row.cipher}) on conflict do nothing`;
  return done.count > 0;
}

export type SealedMessage = { readonly direction: 'in' | 'out'; readonly sequence: number; readonly receivedOn: string; readonly listVersion: number; readonly cipher: Buffer };
/** Everything in the mailbox whose id was shown, as it was written. */
export async function listOwnMessages({ sql }: Scope): Promise<SealedMessage[]> {
  return await sql<SealedMessage[]>`select direction, sequence, received_on as "receivedOn", list_version as "listVersion", cipher from review.sealed_message order by received_on, direction, sequence`;
}
