import { recordDecision } from '#app/modules/governance/index.ts';
import { addMilestone, createPriority, listPriorities } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { moveIssue } from '../issue/actions.ts';
import type { Issue } from '../issue/queries.ts';
import type { DecisionInput } from './decision-input.ts';

/**
 * Records what was decided about an issue and lets it follow: accepted, it becomes a key issue of the plan; assigned, it goes to an action
 * table; with a first action, the milestone stands under that key issue. Issue, decision, table and action stay joined.
 */
export async function decideIssue(scope: Scope, issue: Issue, given: DecisionInput): Promise<void> {
  const decision = await recordDecision(scope, { bodySlug: given.body, title: given.title, outcome: given.outcome, reason: given.reason, decidedOn: given.decidedOn, subject: { kind: 'issue', id: issue.id } });
  const bodySlug = given.outcome === 'accepted' || given.outcome === 'assigned' ? given.table : undefined;
  const prioritySlug = given.outcome === 'accepted' ? (await createPriority(scope, { title: given.title, summary: given.reason, bodySlug, fromIssue: issue.id })).slug
    : given.outcome === 'assigned' ? (await listPriorities(scope)).find((priority) => priority.bodySlug === bodySlug)?.slug : undefined;
  if (given.action && prioritySlug) await addMilestone(scope, { prioritySlug, bodySlug, title: given.action.title, due: given.action.due, fromIssue: issue.id });
  await moveIssue(scope, issue, given.outcome, { decision, prioritySlug: prioritySlug ?? null, bodySlug: bodySlug ?? null });
}
