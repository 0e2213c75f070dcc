import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import { insertNews } from '../news/queries.ts';
import { type EvidenceKind, insertConfirmation, insertDueChange, insertEvidence, insertMilestone, insertWithdrawal, type Milestone } from './queries.ts';

type Changed = Pick<Milestone, 'id' | 'prioritySlug' | 'bodySlug'>;

/** The line of change and the event that every change of a milestone leaves. */
async function tell(scope: Scope, milestone: Changed, change: string, topic: 'initiatives' | 'action-tables', text: (language: Language) => string): Promise<void> {
  await insertNews(scope, {
    id: newId(), topic, text: { en: text('en'), fr: text('fr') }, prioritySlug: milestone.prioritySlug, bodySlug: milestone.bodySlug, milestone: milestone.id,
  });
  await raiseEvent(scope, { kind: 'plan.milestone-changed', subject: milestone.id, detail: { change } });
}

/** A body says again that the milestone stands. */
export async function confirmMilestone(scope: Scope, milestone: Milestone, given: { bodySlug: string; date: string }): Promise<void> {
  await insertConfirmation(scope, { slug: newId(), milestone: milestone.slug, ...given });
  await tell(scope, milestone, 'confirmed', 'action-tables', (language) => language === 'en'
    ? `Confirmed on ${formatDate('en', given.date)}: ${milestone.title.en}.`
    : `Confirmé le ${formatDate('fr', given.date)} : ${milestone.title.fr}.`);
}

/** Shows by a document, a decision, a figure or an event that the milestone was reached. */
export async function addEvidence(scope: Scope, milestone: Milestone, given: { kind: EvidenceKind; title: Bilingual; date: string; url: string | undefined }): Promise<void> {
  await insertEvidence(scope, { slug: newId(), milestone: milestone.slug, kind: given.kind, title: given.title, date: given.date, url: given.url ?? null });
  await tell(scope, milestone, 'done', 'initiatives', (language) => language === 'en'
    ? `Done: ${milestone.title.en}. Evidence: ${given.title.en}.`
    : `Réalisé : ${milestone.title.fr}. Preuve : ${given.title.fr}.`);
}

/** Sets a new date; the earlier ones stay readable with their reasons. */
export async function changeDue(scope: Scope, milestone: Milestone, given: { due: string; reason: Bilingual }): Promise<void> {
  await insertDueChange(scope, { slug: newId(), milestone: milestone.slug, ...given });
  await tell(scope, milestone, 'due', 'action-tables', (language) => language === 'en'
    ? `New date, ${formatDate('en', given.due)}, for: ${milestone.title.en}. Reason: ${given.reason.en}`
    : `Nouvelle date, le ${formatDate('fr', given.due)}, pour : ${milestone.title.fr}. Raison : ${given.reason.fr}`);
}

/** Takes the milestone back; it stays on the page with the reason. */
export async function withdrawMilestone(scope: Scope, milestone: Milestone, given: { reason: Bilingual }): Promise<void> {
  await insertWithdrawal(scope, { slug: newId(), milestone: milestone.slug, reason: given.reason });
  await tell(scope, milestone, 'withdrawn', 'action-tables', (language) => language === 'en'
    ? `Withdrawn: ${milestone.title.en}. Reason: ${given.reason.en}`
    : `Retiré : ${milestone.title.fr}. Raison : ${given.reason.fr}`);
}

/** Promises a new milestone for a key issue and gives its id; `fromIssue` is the emerging issue that led to it. Throws when the actor may not. */
export async function addMilestone(scope: Scope, given: { prioritySlug: string; bodySlug?: string | undefined; title: Bilingual; due: string; fromIssue?: string | undefined }): Promise<string> {
  const id = newId();
  const bodySlug = given.bodySlug ?? null;
  await insertMilestone(scope, { id, prioritySlug: given.prioritySlug, bodySlug, title: given.title, due: given.due, fromIssue: given.fromIssue ?? null });
  await writeAudit(scope, { action: 'plan.add-milestone', subject: { kind: 'milestone', id } });
  await tell(scope, { id, prioritySlug: given.prioritySlug, bodySlug }, 'added', 'initiatives', (language) => language === 'en'
    ? `New milestone, due ${formatDate('en', given.due)}: ${given.title.en}.`
    : `Nouveau jalon, pour le ${formatDate('fr', given.due)} : ${given.title.fr}.`);
  return id;
}
