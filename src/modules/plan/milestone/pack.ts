import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the milestones of a content pack with their evidence, confirmations and withdrawals. */
export async function loadPackMilestones(scope: Scope, { milestones }: Pack): Promise<Kept> {
  return sumKept([
    await keepRows(scope, 'plan.milestone', milestones.map((one) => ({
      slug: one.id, priority_slug: one.priority, body_slug: one.body, title: one.title, due: one.due, approximate: one.approximate, demonstration: one.demonstration,
      sources: one.sources, known_from: one.knownFrom,
    })), { ids: true }),
    await keepRows(scope, 'plan.milestone_evidence', milestones.flatMap((one) => one.evidence.map((evidence, index) => ({
      slug: `${one.id}/evidence-${index + 1}`, milestone_slug: one.id, kind: evidence.kind, title: evidence.title, on_date: evidence.date, sources: evidence.sources, known_from: evidence.knownFrom,
    })))),
    await keepRows(scope, 'plan.milestone_confirmation', milestones.flatMap((one) => one.confirmed.map((confirmation) => ({
      slug: `${one.id}/confirmed-${confirmation.date}`, milestone_slug: one.id, body_slug: confirmation.body, on_date: confirmation.date, known_from: confirmation.date,
    })))),
    await keepRows(scope, 'plan.milestone_withdrawal', milestones.flatMap((one) => (one.withdrawn ? [{
      slug: `${one.id}/withdrawn`, milestone_slug: one.id, on_date: one.withdrawn.date, reason: one.withdrawn.reason, known_from: one.withdrawn.date,
    }] : []))),
  ]);
}
