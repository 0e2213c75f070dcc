import { createHash, randomBytes } from 'node:crypto';
import { keep, promise, release } from '#app/modules/commitment/index.ts';
import { findCommunity } from '#app/modules/plan/index.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { ProblemRaised } from '#app/platform/http/problem.ts';
import type { Language } from '#app/platform/language/language.ts';
import { receiptMail } from './mails.ts';
import { insertIssueEvent, insertIssueMessage } from './history.ts';
import { findIssue, findOwnReference, insertIssue, insertProposer, type Issue, nextReference, updateIssue } from './queries.ts';
import { answerWithin, codeFrom, type IssueState, issueSecret, mayBecome } from './rules.ts';

export type Submission = {
  readonly id?: string; readonly channel: 'web' | '311' | 'email' | 'open311'; readonly language: Language; readonly title: string; readonly description: string;
  readonly municipality?: string; readonly affected?: string; readonly aboutPerson?: boolean; readonly serviceCode?: string; readonly address?: string; readonly lat?: number; readonly long?: number;
  readonly proposer?: { readonly name?: string; readonly email?: string; readonly phone?: string; readonly organisation?: string };
  /** Random text of 16 characters or more from which the code is made; one is drawn when absent. */
  readonly seed?: string;
  /** What makes the same message the same: the Message-ID of a mail. */
  readonly source?: string;
};
export type Submitted = { readonly id: string; readonly reference: string; readonly code: string | undefined };

/**
 * Takes an issue: gives it a reference and a code, makes the plan office owe an answer, tells the jobs. The same id or source twice is one
 * issue; with the same seed, and its code shown as capability, the same reference and code are given again.
 */
export async function submitIssue(scope: Scope, given: Submission): Promise<Submitted> {
  const id = given.id ?? newId();
  const community = await findCommunity(scope);
  const reference = await nextReference(scope, community?.referencePrefix ?? 'CT');
  const code = codeOfSeed(given.seed ?? randomBytes(16).toString('hex'));
  const proposer = given.proposer;
  const added = await insertIssue(scope, {
    id, reference, codeHash: hashToken(issueSecret(code)), channel: given.channel, language: given.language, title: given.title.slice(0, 200), description: given.description,
    municipality: given.municipality || null, affected: given.affected || null, aboutPerson: given.aboutPerson ?? false, wantsAnswer: Boolean(proposer?.email || proposer?.phone),
    serviceCode: given.serviceCode ?? null, address: given.address ?? null, lat: given.lat ?? null, long: given.long ?? null,
    sourceHash: given.source ? createHash('sha256').update(given.source).digest() : null,
  });
  if (!added) return await sameAgain(scope, id, code);
  if (proposer && Object.values(proposer).some(Boolean))
    await insertProposer(scope, id, { name: proposer.name || null, email: proposer.email || null, phone: proposer.phone || null, organisation: proposer.organisation || null });
  await insertIssueEvent(scope, id, { kind: 'received', toState: 'submitted', shown: true });
  await promise(scope, {
    kind: 'reply', subject: { kind: 'issue', id }, owedBy: { role: 'plan-manager' }, due: { unit: 'working-days', count: answerWithin }, path: `/engagement/issues/${id}`,
    what: { en: `Answer the proposer of ${reference}`, fr: `Répondre à la personne qui a soulevé ${reference}` },
    rule: { en: 'Our promise to whoever brings an issue forward: an answer with reasons within ten working days', fr: 'Notre promesse à qui soulève un enjeu : une réponse motivée dans les dix jours ouvrables' },
    owedTo: given.channel === 'web' || given.channel === '311' ? { en: 'A resident', fr: 'Une personne de la communauté' } : { en: 'A partner', fr: 'Un partenaire' },
  });
  if (proposer?.email) await queueMail(scope, { kind: 'issue-receipt', to: proposer.email, language: given.language, ...receiptMail(given.language, { reference, code, title: given.title }) });
  return { id, reference, code };
}

/** The code that belongs to a seed. */
export function codeOfSeed(seed: string): string {
  return codeFrom(createHash('sha256').update(`code ${seed}`).digest());
}

async function sameAgain(scope: Scope, id: string, code: string): Promise<Submitted> {
  const reference = await findOwnReference(scope, id);
  return { id, reference: reference ?? '', code: reference ? code : undefined };
}

/** Moves an issue on. Throws the problem `conflict` where the state machine or somebody faster says no. */
export async function moveIssue(scope: Scope, issue: Issue, to: IssueState, change: Omit<Parameters<typeof updateIssue>[2], 'state'> = {}, note?: string): Promise<void> {
  if (!mayBecome(issue.state, to) || (await updateIssue(scope, issue, { state: to, ...change })) === 0) throw new ProblemRaised('conflict');
  await insertIssueEvent(scope, issue.id, { kind: 'state', toState: to, shown: true, ...(note ? { note } : {}) });
}

/** Joins an issue to another one that is about the same; its proposer follows the other one's way from then on. */
export async function mergeIssue(scope: Scope, issue: Issue, into: string): Promise<boolean> {
  const target = await findIssue(scope, into);
  if (!target || target.id === issue.id || target.state === 'merged') return false;
  await moveIssue(scope, issue, 'merged', { mergedInto: target.id }, target.reference);
  await release(scope, { kind: 'issue', id: issue.id });
  return true;
}

export async function unmergeIssue(scope: Scope, issue: Issue): Promise<void> {
  await moveIssue(scope, issue, 'screening', { mergedInto: null });
}

/** Sends the reasoned reply; what was owed to the proposer is kept. */
export async function replyToProposer(scope: Scope, issue: Issue, text: string): Promise<void> {
  await insertIssueMessage(scope, issue.id, 'to-proposer', text);
  await insertIssueEvent(scope, issue.id, { kind: 'reply', shown: true });
  await keep(scope, { kind: 'issue', id: issue.id }, 'reply');
  await raiseEvent(scope, { kind: 'engagement.issue-replied', subject: issue.id });
}
