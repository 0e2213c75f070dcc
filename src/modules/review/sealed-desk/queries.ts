import { randomUUID } from 'node:crypto';
import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { MailboxState } from './rules.ts';

/** A report as the list shows it. `name` is the hash that its messages are bound to, in hex; null for a file that came already sealed. */
export type ReportLine = { readonly id: string; readonly name: string | null; readonly receivedOn: string; readonly state: MailboxState; readonly messages: number; readonly newestOn: string; readonly lastFrom: 'in' | 'out'; readonly bucket: number; readonly oldest: number };

const lines = ({ sql }: Scope) => sql`select b.id, encode(b.id_hash, 'hex') as name, b.received_on as "receivedOn", b.state, count(m.id)::integer as messages, max(m.received_on) as "newestOn",
  (array_agg(m.direction order by m.received_on desc, m.direction desc))[1] as "lastFrom", max(m.bucket) as bucket, min(m.list_version) as oldest
  from review.sealed_mailbox b join review.sealed_message m on m.mailbox_id = b.id`;

export async function listReports(scope: Scope): Promise<ReportLine[]> {
  return await scope.sql<ReportLine[]>`${lines(scope)} group by b.id order by b.state = 'closed', max(m.received_on) desc, b.id`;
}
export async function findReport(scope: Scope, id: string): Promise<ReportLine | undefined> {
  return (await scope.sql<ReportLine[]>`${lines(scope)} where b.id = ${id} group by b.id`)[0];
}

export type CipherRow = { readonly id: string; readonly direction: 'in' | 'out'; readonly sequence: number; readonly receivedOn: string; readonly listVersion: number; readonly cipher: Buffer };
/** The cipher texts of a report; the audit row is written first. */
export async function readReport({ sql }: Scope, id: string): Promise<CipherRow[]> {
  return await sql<CipherRow[]>`select id, direction, sequence, received_on as "receivedOn", list_version as "listVersion", cipher from review.read_sealed(${id})`;
}
export async function updateState({ sql }: Scope, id: string, state: MailboxState): Promise<boolean> {
  return (await sql`update review.sealed_mailbox set state = ${state} where id = ${id}`).count > 0;
}
export async function insertAnswer({ sql, today }: Scope, row: { mailbox: string; sequence: number; bucket: number; list: number; cipher: Uint8Array }): Promise<boolean> {
  const done = await sql`insert into review.sealed_message (id, mailbox_id, direction, sequence, received_on, for_members, bucket, list_version, cipher)
    values (${randomUUID()}, ${row.mailbox}, 'out', ${row.sequence}, ${today}, true, ${row.bucket}, ${row.list}, ${row.cipher}) on conflict do nothing`;
  return done.count > 0;
}
export async function rewrap({ sql }: Scope, message: string, list: number, cipher: Uint8Array): Promise<boolean> {
  return (await sql<{ done: boolean }[]>`select review.rewrap_sealed(${message}, ${list}, ${cipher}) as done`)[0]?.done ?? false;
}

export type KeyLine = { readonly id: string; readonly account: string; readonly recipient: string; readonly signPublic: string; readonly seat: string; readonly madeOn: string; readonly endedOn: string | null };
export async function listKeys({ sql }: Scope): Promise<KeyLine[]> {
  return await sql<KeyLine[]>`select id, account_id as account, recipient, sign_public as "signPublic", seat, made_on as "madeOn", ended_on as "endedOn" from review.member_key order by ended_on is not null, seat, made_on, id`;
}
export type Wrap = { readonly key: string; readonly kind: 'passkey' | 'phrase'; readonly wrapped: string; readonly hint: string };
/** The wraps of one's own keys, ended ones too: they open what was not wrapped anew. */
export async function listOwnWraps({ sql }: Scope): Promise<Wrap[]> {
  return await sql<Wrap[]>`select w.key_id as key, w.kind, encode(w.wrapped, 'base64') as wrapped, w.hint from review.key_wrap w join review.member_key k on k.id = w.key_id order by k.ended_on is not null, w.kind, w.id`;
}
export type NewKey = { readonly recipient: string; readonly signPublic: string; readonly seat: string; readonly wraps: readonly { readonly kind: 'passkey' | 'phrase'; readonly wrapped: Uint8Array; readonly hint: string }[] };
/** Keeps a key; false where the account has one already, or somebody has this one. */
export async function insertKey(scope: Scope, { recipient, signPublic, seat, wraps }: NewKey): Promise<boolean> {
  const { sql, today } = scope;
  const id = newId();
  const done = await sql`insert into review.member_key (id, account_id, recipient, sign_public, seat, made_on) values (${id}, ${accountOf(scope)}, ${recipient}, ${signPublic}, ${seat}, ${today}) on conflict do nothing`;
  if (done.count === 0) return false;
  for (const wrap of wraps) await sql`insert into review.key_wrap (id, key_id, kind, wrapped, hint, made_on) values (${newId()}, ${id}, ${wrap.kind}, ${wrap.wrapped}, ${wrap.hint}, ${today})`;
  return true;
}
export async function endKey({ sql, today }: Scope, id: string): Promise<boolean> {
  return (await sql`update review.member_key set ended_on = ${today} where id = ${id} and ended_on is null`).count > 0;
}

export async function insertList(scope: Scope, row: { version: number; text: string; signer: string; signature: string }): Promise<boolean> {
  const { sql, today } = scope;
  const done = await sql`insert into review.recipient_list (version, text, signer, signature, signed_by, signed_on) values (${row.version}, ${row.text}, ${row.signer}, ${row.signature}, ${accountOf(scope)}, ${today}) on conflict do nothing`;
  return done.count > 0;
}

/** Whether anything came for the committee since it was last told, up to yesterday; for the worker. */
export async function isSomethingSealed({ sql }: Scope): Promise<boolean> {
  return (await sql<{ some: boolean }[]>`select review.something_sealed() as some`)[0]?.some ?? false;
}
/** Writes down that the committee is told today; false where it was already. */
export async function insertNotice({ sql, today }: Scope): Promise<boolean> {
  return (await sql`insert into review.sealed_notice (told_on) values (${today}) on conflict do nothing`).count > 0;
}
