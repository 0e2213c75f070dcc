import { createHash } from 'node:crypto';
import { type ParsedMail, simpleParser } from 'mailparser';
import sanitizeHtml from 'sanitize-html';
import { newId } from '#app/platform/db/id.ts';
import { type Database, inScope, type Scope } from '#app/platform/db/scope.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import { submitIssue } from '../issue/actions.ts';
import { insertIssueEvent, insertIssueMessage } from '../issue/history.ts';
import { findIssueByReference, findProposerForMail } from '../issue/queries.ts';
import { checkAttachments, insertAttachment } from './attachments.ts';
import { countRecentMails, insertMailboxMessage, markBounced } from './queries.ts';
import { kindOf } from './recognise.ts';

export type Received = { readonly outcome: 'issue' | 'answer' | 'bounce' | 'loop' | 'auto-reply' | 'duplicate' | 'refused'; readonly reference?: string };

const largestMail = 25 * 1024 * 1024;
const mostPerHour = 5;

/**
 * Takes one mail (RFC 5322) in. A letter becomes an issue, or a message on the issue whose reference its subject names; bounces, our own mails
 * come back and machines' words become nothing. The same Message-ID twice is one. At most five issues an hour come from one sender.
 */
export async function receiveMail(database: Database, raw: Buffer): Promise<Received> {
  if (raw.length === 0 || raw.length > largestMail) return { outcome: 'refused' };
  const mail = await simpleParser(raw, { skipImageLinks: true, skipTextToHtml: true, skipHtmlToText: true });
  const files = await checkAttachments(mail);
  const identity = createHash('sha256').update(mail.messageId ?? raw).digest();
  return await inScope(database, { as: 'worker', purpose: 'receive mail' }, async (scope) => {
    const kind = kindOf(mail);
    const sender = mail.from?.value[0]?.address ?? '';
    const record = async (outcome: Exclude<Received['outcome'], 'duplicate'>, issue?: string) =>
      await insertMailboxMessage(scope, { id: newId(), hash: identity, outcome, issue: issue ?? null, refusedAttachments: files.refused });
    if (kind !== 'letter') {
      const isNew = await record(kind);
      if (isNew && kind === 'bounce') await markBounced(scope, raw.toString('latin1').match(/<([0-9a-f-]{36})@/)?.[1]);
      return { outcome: isNew ? kind : 'duplicate' };
    }
    const text = textOf(mail);
    if (!isMailAddress(sender) || text === '' || (await countRecentMails(scope, sender)) >= mostPerHour) return { outcome: (await record('refused')) ? 'refused' : 'duplicate' };
    const issue = await takeLetter(scope, { mail, text, sender, identity: identity.toString('hex') });
    if (!issue || !(await record(issue.outcome, issue.id))) return { outcome: 'duplicate' };
    for (const file of files.taken) await insertAttachment(scope, issue.id, file);
    return { outcome: issue.outcome, reference: issue.reference };
  });
}

type Letter = { mail: ParsedMail; text: string; sender: string; identity: string };

async function takeLetter(scope: Scope, { mail, text, sender, identity }: Letter): Promise<{ outcome: 'issue' | 'answer'; id: string; reference: string } | undefined> {
  const named = /\b([A-Z]{2,6}-\d{4}-\d{4,})\b/.exec((mail.subject ?? '').toUpperCase())?.[1];
  const known = named ? await findIssueByReference(scope, named) : undefined;
  // References are no secret: only the address that brought the issue forward may add to it.
  const owner = known ? (await findProposerForMail(scope, known.id))?.email : undefined;
  if (known && owner?.toLowerCase() === sender.toLowerCase()) {
    await insertIssueMessage(scope, known.id, 'from-proposer', text.slice(0, 8000));
    await insertIssueEvent(scope, known.id, { kind: 'answer-back', shown: true });
    return { outcome: 'answer', id: known.id, reference: known.reference };
  }
  const language = /\b(le|la|les|des|une|est|nous|vous|dans|pour)\b.*\b(le|la|les|des|une|est|nous|vous|dans|pour)\b/is.test(text) ? 'fr' : 'en';
  const done = await submitIssue(scope, {
    channel: 'email', language, title: (mail.subject ?? text).split('\n')[0]?.slice(0, 200) || text.slice(0, 80), description: text.slice(0, 8000), source: identity,
    proposer: { email: sender, name: (mail.from?.value[0]?.name ?? '').slice(0, 200) },
  });
  return done.reference ? { outcome: 'issue', id: done.id, reference: done.reference } : undefined;
}

/** The words of a mail as plain text: its text part, or what is left of its HTML without any mark-up. */
function textOf(mail: ParsedMail): string {
  const plain = mail.text ?? '';
  const html = typeof mail.html === 'string' ? sanitizeHtml(mail.html.replace(/<(br|\/p|\/div|\/li|\/h\d)\b[^>]*>/gi, '\n'), { allowedTags: [], allowedAttributes: {} }) : '';
  const text = plain.trim() === '' ? decodeEntities(html) : plain;
  return text.toWellFormed().replaceAll('\0', '').replace(/\r\n?/g, '\n').replace(/\n{3,}/g, '\n\n').trim();
}

function decodeEntities(text: string): string {
  return text.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&#39;', "'").replaceAll('&nbsp;', ' ').replaceAll('&amp;', '&');
}
