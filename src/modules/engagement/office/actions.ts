import { keep, promise } from '#app/modules/commitment/index.ts';
import { formBody, listBodies, recordDecision } from '#app/modules/governance/index.ts';
import { addMilestone, createPriority, listPriorities } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { moveIssue } from '../issue/actions.ts';
import type { Issue } from '../issue/queries.ts';
import type { DecisionInput } from './decision-input.ts';

/** How long the leadership group has to decide, and a table to take up what was sent to it. */
const decideWithin = { unit: 'months', count: 2 } as const;
const takeUpWithin = { unit: 'days', count: 30 } as const;

/** Puts an issue to the leadership group, which owes a decision from now on: its next agenda finds it. */
export async function putToLeadership(scope: Scope, issue: Issue, note: string): Promise<void> {
  await moveIssue(scope, issue, 'for-leadership', { toLeadership: true, leadershipNote: note });
  const leading = (await listBodies(scope)).find((body) => body.kind === 'leadership-group');
  if (!leading) return;
  await promise(scope, {
    kind: 'decide', subject: { kind: 'issue', id: issue.id }, owedBy: { body: leading.slug }, due: decideWithin, path: `/engagement/issues/${issue.id}`,
    what: { en: `Decide on ${issue.reference}`, fr: `Décider de ${issue.reference}` }, owedTo: { en: 'Whoever raised the issue', fr: 'La personne qui a soulevé l’enjeu' },
  });
}

/**
 * Records what was decided about an issue and lets it follow: accepted, it becomes a key issue of the plan; assigned, it goes to an action
 * table, or to one formed for it, which owes to take it up; with a first action, the milestone stands under that key issue. Issue, decision,
 * table and action stay joined.
 */
export async function decideIssue(scope: Scope, issue: Issue, given: DecisionInput): Promise<void> {
  const goesOn = given.outcome === 'accepted' || given.outcome === 'assigned';
  const formed = goesOn && given.newTable ? await formBody(scope, { kind: 'action-table', name: given.newTable, reason: given.reason, fromIssue: issue.id }) : undefined;
  const bodySlug = goesOn ? (formed ?? given.table) : undefined;
  const decision = await recordDecision(scope, { bodySlug: given.body, title: given.title, outcome: given.outcome, reason: given.reason, decidedOn: given.decidedOn, subject: { kind: 'issue', id: issue.id }, concernsBody: bodySlug });
  await keep(scope, { kind: 'issue', id: issue.id }, 'decide');
  const prioritySlug = given.outcome === 'accepted' ? (await createPriority(scope, { title: given.title, summary: given.reason, bodySlug, fromIssue: issue.id })).slug
    : given.outcome === 'assigned' ? (await listPriorities(scope)).find((priority) => priority.bodySlug === bodySlug)?.slug : undefined;
  if (given.action && prioritySlug) await addMilestone(scope, { prioritySlug, bodySlug, title: given.action.title, due: given.action.due, fromIssue: issue.id });
  if (bodySlug) await promise(scope, {
    kind: 'take-up', subject: { kind: 'issue', id: issue.id }, owedBy: { body: bodySlug }, due: takeUpWithin, path: `/engagement/issues/${issue.id}`,
    what: { en: `Take up: ${given.title.en}`, fr: `Prendre en charge : ${given.title.fr}` }, owedTo: { en: 'The leadership group', fr: 'Le groupe de leadership' },
  });
  await moveIssue(scope, issue, given.outcome, { decision, prioritySlug: prioritySlug ?? null, bodySlug: bodySlug ?? null });
}
