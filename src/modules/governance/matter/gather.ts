import { listOpen, type Obligation } from '#app/modules/commitment/index.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { listReports } from '../action/queries.ts';
import { listDecisionsConcerning } from '../decision/queries.ts';
import type { Meeting } from '../meeting/queries.ts';
import { matterWords } from './words.ts';
import { findOpenMatter, insertItem, insertMatter, listItems, listOpenMatters, type MatterKind } from './queries.ts';
import { governancePaths } from '../paths.ts';
import { formatDate } from '#app/ui/format.ts';
import { dateIn } from '#app/platform/clock/clock.ts';

/** Something that waits for a body, with why it waits. */
export type Waiting = { readonly kind: MatterKind; readonly subject: { readonly kind: string; readonly id: string }; readonly title: Bilingual; readonly path: string | null; readonly why: Bilingual };

/** The meeting before, and the milestones that the body has not confirmed since. */
type Since = { readonly last: Meeting | undefined; readonly unconfirmed: readonly string[] };

/** Kinds of obligations that are dealt with at a meeting, in the order of an agenda. */
const fromObligation: Readonly<Record<string, MatterKind>> = { decide: 'issue', 'take-up': 'issue', action: 'action', milestone: 'milestone', recommendation: 'recommendation' };

/**
 * Puts on a meeting's agenda what waits for its body: the minutes of the meeting before, matters that return, issues sent to it, decisions of
 * others that concern it, actions that are late or cannot be done, milestones that are late or not confirmed since the last meeting, and
 * recommendations. What is on the agenda already stays where it is. Gives how many items were added.
 */
export async function gatherAgenda(scope: Scope, meeting: Meeting, since: Since): Promise<number> {
  const items = await listItems(scope, meeting.id);
  const open = await listOpenMatters(scope, meeting.bodySlug);
  const put = async (matter: string, why: Bilingual | null) => {
    if (!items.some((item) => item.matter.id === matter)) await insertItem(scope, { id: newId(), meeting: meeting.id, matter, why });
  };
  for (const one of await listWaiting(scope, meeting, since)) {
    const known = open.find((matter) => matter.subject?.kind === one.subject.kind && matter.subject.id === one.subject.id);
    if (!known) await insertMatter(scope, { id: newId(), bodySlug: meeting.bodySlug, kind: one.kind, subject: one.subject, title: one.title, path: one.path });
    // Somebody who gathers at the same moment may have been faster, and the reader may have left what waits: then there is none for her to put.
    const id = known?.id ?? (await findOpenMatter(scope, meeting.bodySlug, one.subject));
    if (id) await put(id, one.why);
  }
  for (const matter of open) await put(matter.id, both((words) => words.returns));
  return (await listItems(scope, meeting.id)).length - items.length;
}

async function listWaiting(scope: Scope, meeting: Meeting, { last, unconfirmed }: Since): Promise<Waiting[]> {
  const until = dateIn(scope.timeZone, meeting.startsAt);
  const minutes: Waiting[] = last && last.minutesState === 'draft'
    ? [{ kind: 'minutes', subject: { kind: 'meeting', id: last.id }, title: both((words, language) => words.minutesOf(formatDate(language, dateIn(scope.timeZone, last.startsAt)))), path: governancePaths.minutes(last.id), why: both((words) => words.toApprove) }] : [];
  const owed = (await listOpen(scope, { body: meeting.bodySlug })).filter((one) => fromObligation[one.kind] && !one.course.pausedAt);
  const stuck = new Set((await listReports(scope, owed.filter((one) => one.kind === 'action').map((one) => one.subject.id))).filter((report) => report.kind === 'cannot').map((report) => report.actionId));
  const obligations = owed.flatMap((one) => {
    const why = whyOnAgenda(one, until, unconfirmed.includes(one.subject.id), stuck.has(one.subject.id));
    const kind = fromObligation[one.kind];
    return why && kind ? [{ kind, subject: one.subject, title: one.kind === 'action' && one.owedBy.name ? { en: `${one.what.en} (${one.owedBy.name})`, fr: `${one.what.fr} (${one.owedBy.name})` } : one.what, path: one.path, why }] : [];
  });
  const decisions = (await listDecisionsConcerning(scope, meeting.bodySlug)).map((one): Waiting => ({
    kind: 'decision', subject: { kind: 'decision', id: one.id }, title: one.title, path: governancePaths.body(one.bodySlug), why: both((words, language) => words.decidedOn(formatDate(language, one.decidedOn))),
  }));
  const order: readonly MatterKind[] = ['minutes', 'issue', 'decision', 'recommendation', 'action', 'milestone'];
  return [...minutes, ...obligations, ...decisions].sort((a, b) => order.indexOf(a.kind) - order.indexOf(b.kind));
}

function whyOnAgenda(one: Obligation, until: string, unconfirmed: boolean, cannot: boolean): Bilingual | undefined {
  if (cannot) return both((words) => words.cannot);
  if (one.kind === 'decide' || one.kind === 'take-up' || one.kind === 'recommendation') return both((words) => words[one.kind === 'decide' ? 'toDecide' : one.kind === 'take-up' ? 'toTakeUp' : 'recommended']);
  if (one.due < until) return both((words, language) => words.dueOn(formatDate(language, one.due)));
  return one.kind === 'milestone' && unconfirmed ? both((words) => words.toConfirm) : undefined;
}

function both(text: (words: typeof matterWords.en, language: 'en' | 'fr') => string): Bilingual {
  return { en: text(matterWords.en, 'en'), fr: text(matterWords.fr, 'fr') };
}
