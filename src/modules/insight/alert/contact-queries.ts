import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import type { Language } from '#app/platform/language/language.ts';

export type Contact = { readonly id: string; readonly name: string; readonly email: string; readonly language: Language; readonly confirmedAt: Date | null; readonly stoppedAt: Date | null; readonly demonstration: boolean };

export async function listContacts({ sql }: Scope): Promise<Contact[]> {
  return await sql<Contact[]>`select id, name, email, language, confirmed_at as "confirmedAt", stopped_at as "stoppedAt", demonstration from insight.alert_contact order by stopped_at nulls first, name, id`;
}

export async function insertContact(scope: Scope, one: { id: string; name: string; email: string; language: Language; key: string }): Promise<void> {
  await scope.sql`insert into insight.alert_contact (id, name, email, language, key_hash, added_by, added_at) values (${one.id}, ${one.name}, ${one.email}, ${one.language}, ${hashToken(one.key)}, ${accountOf(scope)}, ${scope.now})`;
}

export async function stopContact({ sql, now }: Scope, id: string): Promise<boolean> {
  return (await sql`update insight.alert_contact set stopped_at = ${now} where id = ${id} and stopped_at is null`).count > 0;
}

export type OwnContact = { readonly name: string; readonly language: Language; readonly confirmed: boolean; readonly stopped: boolean };
/** The contact whose key was shown. */
export async function findOwnContact({ sql }: Scope): Promise<OwnContact | undefined> {
  const [row] = await sql<OwnContact[]>`select name, language, confirmed, stopped from insight.own_contact()`;
  return row;
}

export async function answerContact({ sql }: Scope, wanted: boolean): Promise<boolean> {
  const [row] = await sql<{ done: boolean }[]>`select insight.answer_contact(${wanted}) as done`;
  return row?.done ?? false;
}

/** Marks that a contact is told of an alert; false when it was told before. */
export async function markTold({ sql, now }: Scope, alert: string, contact: string): Promise<boolean> {
  return (await sql`insert into insight.alert_told (alert_id, contact_id, told_at) values (${alert}, ${contact}, ${now}) on conflict do nothing`).count > 0;
}
