import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import { queueMail } from '#app/platform/mail/queue.ts';

type Copy = { size: number; party: string; note: string };
export type Delivered = { readonly sent: number; readonly failed: readonly { party: string; failure: string }[] };

/** Hands each anchor to each party that has not got it yet: a mail into the outbox, a file into a folder, a POST to an address. What fails is tried again. */
export async function deliverAnchors(database: Database): Promise<Delivered> {
  const waiting = await inScope(database, { as: 'worker', purpose: 'deliver anchors' }, async ({ sql }) => [...(await sql<Copy[]>`
    select c.size, c.party, a.note from platform.audit_anchor_copy c join platform.audit_anchor a on a.size = c.size where c.sent_at is null order by c.size limit 500`)]);
  const failed: { party: string; failure: string }[] = [];
  for (const copy of waiting) {
    const failure = await handOver(database, copy);
    if (failure !== undefined) failed.push({ party: copy.party, failure });
  }
  return { sent: waiting.length - failed.length, failed };
}

/** Undefined when it was handed over, else what went wrong in a word. A mail and its mark are one transaction, so that no mail goes out twice. */
async function handOver(database: Database, copy: Copy): Promise<string | undefined> {
  const url = new URL(copy.party);
  let failure: string | undefined;
  try {
    if (url.protocol === 'file:') await leaveFile(fileURLToPath(url), copy);
    else if (url.protocol !== 'mailto:') await post(url, copy);
  } catch (error) {
    failure = error instanceof Error && 'code' in error ? String(error.code) : error instanceof Error ? error.message : 'failed';
  }
  await inScope(database, { as: 'worker', purpose: 'deliver anchors' }, async (scope) => {
    const { sql, now } = scope;
    const done = await sql`update platform.audit_anchor_copy set attempts = attempts + 1, failure = ${failure ?? null}, sent_at = ${failure === undefined ? now : null}
      where size = ${copy.size} and party = ${copy.party} and sent_at is null`;
    if (done.count === 1 && url.protocol === 'mailto:')
      await queueMail(scope, {
        kind: 'audit-anchor', to: decodeURIComponent(url.pathname), language: 'en', subject: `Audit anchor ${copy.size} / Point d’ancrage de l’audit ${copy.size}`, text: mailText(copy.note),
        attachments: [{ name: fileName(copy), type: 'text/plain; charset=utf-8', content: copy.note }],
      });
  });
  return failure;
}

async function leaveFile(folder: string, copy: Copy): Promise<void> {
  await mkdir(folder, { recursive: true });
  const path = join(folder, fileName(copy));
  await writeFile(`${path}.part`, copy.note);
  await rename(`${path}.part`, path);
}

async function post(url: URL, copy: Copy): Promise<void> {
  const answer = await fetch(url, { method: 'POST', body: copy.note, headers: { 'content-type': 'text/plain; charset=utf-8' }, redirect: 'error', signal: AbortSignal.timeout(10_000) });
  await answer.body?.cancel();
  if (!answer.ok) throw new Error(`answered ${answer.status}`);
}

function fileName({ size }: Copy): string {
  return `audit-${String(size).padStart(12, '0')}.anchor`;
}

function mailText(note: string): string {
  return `Keep this mail. It says how long the audit trail was and what stood in it; with it, a later change of the trail can be shown.\n
Conservez ce courriel. Il dit quelle était la longueur du journal d’audit et ce qu’il contenait; il permet de démontrer toute modification ultérieure.\n\n${note}`;
}
