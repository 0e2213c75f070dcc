import type { Scope } from '#app/platform/db/scope.ts';

type Row = { id: string; hash: Uint8Array; outcome: string; issue: string | null; refusedAttachments: number };

/** Records what became of a mail; false when the same mail was here before. */
export async function insertMailboxMessage(scope: Scope, row: Row): Promise<boolean> {
  const done = await scope.sql`insert into engagement.mailbox_message (id, message_hash, received_at, outcome, issue_id, refused_attachments)
    values (${row.id}, ${row.hash}, ${scope.now}, ${row.outcome}, ${row.issue}, ${row.refusedAttachments}) on conflict (message_hash) do nothing`;
  return done.count > 0;
}

/** How many issues came from an address within the last hour. */
export async function countRecentMails(scope: Scope, email: string): Promise<number> {
  const [row] = await scope.sql<{ n: number }[]>`select count(*) as n from engagement.proposer p join engagement.issue i on i.id = p.issue_id
    where i.channel = 'email' and lower(p.email) = lower(${email}) and i.received_at > ${new Date(scope.now.getTime() - 3_600_000)}`;
  return row?.n ?? 0;
}

/** A mail of ours came back: it is marked as failed. */
export async function markBounced(scope: Scope, mailId: string | undefined): Promise<void> {
  if (mailId) await scope.sql`update platform.mail_message set state = 'failed', failure = 'bounced' where id = ${mailId}::uuid`;
}
