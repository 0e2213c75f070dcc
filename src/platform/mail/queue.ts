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
  const [id = ''] = await queueMails(scope, [mail]);
  return id;
}

/** Puts many mails into the outbox at once; one event wakes the sender for all of them. Gives their ids in order. */
export async function queueMails(scope: Scope, mails: readonly Mail[]): Promise<string[]> {
  const { sql, now } = scope;
  const rows = mails.map((mail) => {
    const id = mail.id ?? newId();
    return {
      id, message_id: `<${id}@common-table.invalid>`, recipient: mail.to, recipient_key: mail.recipientKey ?? null, language: mail.language, subject: oneLine(mail.subject), text_body: mail.text.toWellFormed(),
      headers: mail.headers ?? {}, attachments: mail.attachments ?? [], kind: mail.kind, queued_at: now.toISOString(), not_before: (mail.notBefore ?? now).toISOString(),
    };
  });
  const [first] = rows;
  if (!first) return [];
  await sql`insert into platform.mail_message (id, message_id, recipient, recipient_key, language, subject, text_body, headers, attachments, kind, queued_at, not_before)
    select id, message_id, recipient, recipient_key, language, subject, text_body, headers, attachments, kind, queued_at, not_before
    from jsonb_to_recordset(${sql.json(rows as never)}) as r (id uuid, message_id text, recipient text, recipient_key uuid, language text, subject text, text_body text, headers jsonb, attachments jsonb, kind text, queued_at timestamptz, not_before timestamptz)
    on conflict do nothing`;
  await raiseEvent(scope, { kind: 'platform.mail-queued', subject: first.id });
  return rows.map(({ id }) => id);
}

// A line break in a subject would begin a header of its own.
function oneLine(text: string): string {
  return text.replace(/[\r\n\t]+/g, ' ').slice(0, 200).toWellFormed();
}

/** Whether a text is an address that mail can be sent to: one mailbox, no display name, no control characters, 254 characters at most. */
export function isMailAddress(text: string): boolean {
  return text.length <= 254 && /^[^\s@<>()[\]\\,;:"]{1,64}@(?:[\p{L}\p{N}](?:[\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+\p{L}{2,63}$/u.test(text);
}
