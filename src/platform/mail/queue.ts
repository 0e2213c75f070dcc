import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Language } from '#app/platform/language/language.ts';

export type Mail = {
  readonly id?: string;
  readonly kind: string;
  readonly to: string;
  /** Whoever can withdraw: mails to a withdrawn key are never sent. */
  readonly recipientKey?: string;
  readonly language: Language;
  readonly subject: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly notBefore?: Date;
  /** Small text files, such as a calendar entry. */
  readonly attachments?: readonly MailAttachment[];
};
export type MailAttachment = { readonly name: string; readonly type: string; readonly content: string };

/** Puts a mail into the outbox in the transaction of the work. The Message-ID follows from the row's id, so a second try is the same mail. */
export async function queueMail(scope: Scope, mail: Mail): Promise<string> {
  const id = mail.id ?? newId();
  const { sql, now } = scope;
  await sql`insert into platform.mail_message (id, message_id, recipient, recipient_key, language, subject, text_body, headers, attachments, kind, queued_at, not_before)
    values (${id}, ${`<${id}@common-table.invalid>`}, ${mail.to}, ${mail.recipientKey ?? null}, ${mail.language}, ${oneLine(mail.subject)}, ${mail.text}, ${sql.json(mail.headers ?? {})}, ${sql.json(mail.attachments ?? [])}, ${mail.kind}, ${now}, ${mail.notBefore ?? now})
    on conflict do nothing`;
  await raiseEvent(scope, { kind: 'platform.mail-queued', subject: id });
  return id;
}

// A line break in a subject would begin a header of its own.
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').slice(0, 200);
}

/** Whether a text is an address that mail can be sent to: one mailbox, no display name, no control characters, 254 characters at most. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u.test(text);
}
