import type { Scope } from '#app/platform/db/scope.ts';

export type OutboxMail = { readonly id: string; readonly recipient: string; readonly language: string; readonly subject: string; readonly text: string; readonly queuedAt: Date };

/** The newest mails that are kept here; by policy none outside a demonstration. */
export async function listOutbox(scope: Scope): Promise<OutboxMail[]> {
  return await scope.sql<OutboxMail[]>`select id, recipient, language, subject, text_body as text, queued_at as "queuedAt" from platform.mail_message order by queued_at desc, id desc limit 100`;
}
