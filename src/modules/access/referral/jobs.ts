import { v5 } from 'uuid';
import { listAbout, listOpen, type Obligation, promise, standingOf, step } from '#app/modules/commitment/index.ts';
import { listReachable } from '#app/modules/identity/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Delivery, Job } from '#app/platform/jobs/job.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { queueMail } from '#app/platform/mail/queue.ts';
import { localized } from '#app/ui/page-frame.ts';
import { takeStep } from './actions.ts';
import { type Facts, findFactsOf, insertLink, listTerms, listUncovered } from './deliveries.ts';
import { linkMail, type News, newsMail } from './mails.ts';
import { referralPaths } from './paths.ts';
import { type Kind, owedIn, type State } from './rules.ts';

const mails = '0d9c1f7e-3b52-4d1f-8a67-5f1e2c9a4b30';
const links = '6a3f5d0b-92c4-4e0e-b1a8-7c2d4e8f9013';
const what: Readonly<Record<Kind | 'referral-escalated', Bilingual>> = {
  'referral-acknowledge': { en: 'Confirm that a referral has arrived', fr: 'Confirmer la réception d’un aiguillage' },
  'referral-answer': { en: 'Accept or decline a referral', fr: 'Accepter ou refuser un aiguillage' },
  'referral-contact': { en: 'Try to reach the person of a referral', fr: 'Tenter de joindre la personne d’un aiguillage' },
  'referral-waitlist': { en: 'Review a waiting list: is the person still on it?', fr: 'Revoir une liste d’attente : la personne y est-elle encore?' },
  'referral-ask': { en: 'Ask the person of a referral whether help came', fr: 'Demander à la personne d’un aiguillage si l’aide est venue' },
  'referral-escalated': { en: 'Step in: a referral has no answer', fr: 'Intervenir : un aiguillage reste sans réponse' },
};
const termNames: Readonly<Record<Kind, string>> = { 'referral-acknowledge': 'acknowledge', 'referral-answer': 'answer', 'referral-contact': 'contact', 'referral-waitlist': 'waitlist', 'referral-ask': 'ask' };
const kinds: readonly Kind[] = ['referral-acknowledge', 'referral-answer', 'referral-contact', 'referral-waitlist', 'referral-ask'];
const owedTo = { en: 'The person and the sender', fr: 'La personne et l’expéditeur' };
const nobodyOwes: readonly State[] = ['withdrawn', 'cancelled', 'expired', 'void'];
const tellsSender = ['request-info', 'accept', 'waitlist', 'decline', 'complete', 'fail', 'confirm-cancel'];
const isOpen = (one: Obligation) => !one.course.keptAt && !one.course.releasedAt;
const subjectOf = (id: string) => ({ kind: 'referral', id });

export const referralJobs: readonly Job[] = [
  { name: 'settle-referral', on: ['access.referral-changed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => (subject ? await settle(scope, subject) : undefined)) },
  { name: 'tell-of-referral', on: ['access.referral-changed'], run: async (delivery, { inWorker, baseUrl }) => await inWorker(async (scope) => await tellOf(scope, delivery, baseUrl)) },
  { name: 'mail-referral-link', on: ['access.referral-link-wanted'], run: async ({ id, subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => (subject ? await mailLink(scope, id, subject, baseUrl) : undefined)) },
  { name: 'stop-referrals', every: '5 7 * * *', on: ['access.consent-withdrawn'], run: async ({ subject }, { inWorker, baseUrl }) => await inWorker(async (scope) => await stopUncovered(scope, baseUrl, subject ?? undefined)) },
  { name: 'escalate-referrals', every: '15 7 * * *', run: async (_delivery, { inWorker, baseUrl }) => await inWorker(async (scope) => await escalate(scope, baseUrl)) },
];

/** Makes the commitments about a referral say what its state asks for; running it again changes nothing. */
export async function settle(scope: Scope, id: string): Promise<void> {
  const facts = await findFactsOf(scope, id);
  if (!facts) return;
  const wanted = owedIn({ state: facts.state, seen: facts.seenAt !== null, paused: facts.pausedSince !== null, contacted: facts.contactedAt !== null, asked: facts.askedAt !== null });
  const terms = await listTerms(scope);
  for (const kind of kinds) {
    const owed = wanted.find((one) => one.kind === kind);
    let [open] = (await listAbout(scope, subjectOf(id), kind)).filter(isOpen);
    if (open && (!owed || (kind === 'referral-waitlist' && facts.waitlistedAt && open.madeAt < facts.waitlistedAt))) {
      await step(scope, open, { kind: nobodyOwes.includes(facts.state) ? 'release' : 'keep' });
      open = undefined;
    }
    if (!owed) continue;
    const due = terms.get(termNames[kind]);
    if (!open && due) {
      await promise(scope, { kind, subject: subjectOf(id), what: what[kind], owedTo, owedBy: await owerOf(scope, facts, owed.by), due, path: referralPaths.show(id) });
      [open] = (await listAbout(scope, subjectOf(id), kind)).filter(isOpen);
    }
    if (open && owed.paused !== (open.course.pausedAt !== undefined)) await step(scope, open, { kind: owed.paused ? 'pause' : 'resume' });
  }
  await settleEscalation(scope, id, nobodyOwes.includes(facts.state));
}

type OwedBy = { readonly agency: string; readonly account?: string; readonly role?: string };
/**
 * Who owes a step, so that it stands on somebody's day: whoever sent or handles the referral while she works there, before that those who take in people. Nobody
 * with an account receives it: then the sender owes the question by phone.
 */
async function owerOf(scope: Scope, facts: Facts, by: 'sender' | 'receiver'): Promise<OwedBy> {
  const receives = by === 'receiver' && !facts.byLink;
  const [agency, account] = receives && facts.to ? [facts.to, facts.handledBy] : [facts.from, facts.sentBy];
  if (account && (await listReachable(scope, { agency })).some((one) => one.account === account)) return { account, agency };
  return await roleOf(scope, agency, ['intake-worker', 'access-supervisor']);
}
/** The first of some roles that somebody of an agency has; the last where nobody has any. */
async function roleOf(scope: Scope, agency: string, roles: readonly string[]): Promise<OwedBy> {
  for (const role of roles) if ((await listReachable(scope, { role, agency })).length > 0) return { role, agency };
  return { role: roles.at(-1) ?? 'access-supervisor', agency };
}

async function settleEscalation(scope: Scope, id: string, released: boolean): Promise<void> {
  const all = (await listAbout(scope, subjectOf(id))).filter(isOpen);
  const late = all.some((one) => one.kind !== 'referral-escalated' && standingOf(one.course, scope.now, scope.today).kind === 'late');
  if (!late) for (const one of all) if (one.kind === 'referral-escalated') await step(scope, one, { kind: released ? 'release' : 'keep' });
}

/** What is late goes to the coordinator of the sender, and the sender is told: no referral falls silent or expires by itself. */
export async function escalate(scope: Scope, baseUrl: string): Promise<void> {
  for (const kind of kinds) for (const open of await listOpen(scope, { kind, late: true })) {
    const facts = await findFactsOf(scope, open.subject.id);
    const known = (await listAbout(scope, open.subject, 'referral-escalated')).some(isOpen);
    if (!facts || known || kind === 'referral-ask') continue;
    await promise(scope, { kind: 'referral-escalated', subject: open.subject, what: what['referral-escalated'], owedTo, owedBy: await roleOf(scope, facts.from, ['coordinator', 'access-supervisor']), due: { unit: 'working-days', count: 1 }, path: referralPaths.show(facts.id) });
    await takeStep(scope, facts.id, { from: facts.state, step: 'tell-sender', side: 'system' });
    await mailTo(scope, await sendersOf(scope, facts), 'silent', facts.id, open.id, baseUrl);
    await mailTo(scope, await coordinatorsOf(scope, facts), 'escalated', facts.id, open.id, baseUrl);
  }
}

/** Marks the referrals that no consent covers any more, after one was withdrawn or of everybody; the database shows their receivers nothing already. */
export async function stopUncovered(scope: Scope, baseUrl: string, consent?: string): Promise<void> {
  for (const { id, state } of await listUncovered(scope, consent)) {
    const facts = await findFactsOf(scope, id);
    const done = await takeStep(scope, id, { from: state, step: 'stop-sharing', side: 'system' });
    if (facts && done === 'done') await mailTo(scope, await sendersOf(scope, facts), 'stopped', id, `${id} ${scope.today}`, baseUrl);
  }
}

async function tellOf(scope: Scope, { id, subject, detail }: Delivery, baseUrl: string): Promise<void> {
  const facts = subject ? await findFactsOf(scope, subject) : undefined;
  if (!facts) return;
  if (tellsSender.includes(String(detail.step))) await mailTo(scope, await sendersOf(scope, facts), 'news', facts.id, id, baseUrl);
  if (detail.step === 'send' && facts.to && !facts.byLink) await mailTo(scope, await listReachable(scope, await roleOf(scope, facts.to, ['intake-worker', 'access-supervisor'])), 'received', facts.id, id, baseUrl);
}

async function mailLink(scope: Scope, delivery: string, referral: string, baseUrl: string): Promise<void> {
  const link = await insertLink(scope, v5(delivery, links), referral);
  if (!link?.email) return;
  const url = (language: 'en' | 'fr') => `${baseUrl}${localized(language, referralPaths.link)}?key=${link.key}`;
  await queueMail(scope, { id: delivery, kind: 'referral-link', to: link.email, recipientKey: referral, language: 'en', ...linkMail({ en: url('en'), fr: url('fr') }, link.urgent) });
}

type Reached = Awaited<ReturnType<typeof listReachable>>;
const sendersOf = async (scope: Scope, facts: Facts): Promise<Reached> => (facts.sentBy ? await listReachable(scope, { account: facts.sentBy }) : []);
async function coordinatorsOf(scope: Scope, facts: Facts): Promise<Reached> {
  const own = await listReachable(scope, { role: 'coordinator', agency: facts.from });
  return own.length > 0 ? own : await listReachable(scope, { role: 'access-supervisor', agency: facts.from });
}
async function mailTo(scope: Scope, people: Reached, news: News, referral: string, about: string, baseUrl: string): Promise<void> {
  for (const to of people)
    await queueMail(scope, { id: v5(`${news} ${about} ${to.account}`, mails), kind: `referral-${news}`, to: to.email, language: to.language, ...newsMail(to.language, news, `${baseUrl}${localized(to.language, referralPaths.show(referral))}`) });
}
