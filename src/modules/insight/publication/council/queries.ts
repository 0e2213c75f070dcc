import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { WorkState } from '#app/ui/components/state.tsx';

export type ReportedPriority = { readonly slug: string; readonly title: Bilingual; readonly summary: Bilingual; readonly bodySlug: string | null };
export type ReportedFact = { readonly prioritySlug: string; readonly kind: 'done' | 'new' | 'next'; readonly text: Bilingual };
export type ReportedMilestone = {
  readonly id: string;
  readonly prioritySlug: string;
  readonly title: Bilingual;
  readonly due: string;
  readonly approximate: boolean;
  readonly demonstration: boolean;
  readonly evidence: readonly { readonly title: Bilingual; readonly date: string }[];
  readonly state: WorkState;
};
export type ReportedDecision = { readonly id: string; readonly bodySlug: string; readonly title: Bilingual; readonly reason: Bilingual; readonly decidedOn: string };

/** The records of a report on the plan. */
export type Records = {
  readonly plan: { readonly title: Bilingual; readonly lead: Bilingual } | undefined;
  readonly priorities: readonly ReportedPriority[];
  readonly facts: readonly ReportedFact[];
  readonly milestones: readonly ReportedMilestone[];
  readonly decisions: readonly ReportedDecision[];
  readonly bodies: readonly { readonly slug: string; readonly name: Bilingual }[];
};

type MilestoneRow = Omit<ReportedMilestone, 'state'> & { state: WorkState['kind']; confirmed: string | null; days: number };

/** Reads what the other modules publish, as whoever asks may see it. */
export async function readRecords({ sql }: Scope): Promise<Records> {
  const [plan] = await sql<{ title: Bilingual; lead: Bilingual }[]>`select title, lead from plan.published_plan`;
  const milestones = await sql<MilestoneRow[]>`
    select id, priority_slug as "prioritySlug", title, due, approximate, demonstration, evidence, state, confirmed_on as confirmed, days_past_due as days
    from plan.published_milestone order by due, slug`;
  return {
    plan,
    priorities: await sql<ReportedPriority[]>`select slug, title, summary, body_slug as "bodySlug" from plan.published_priority order by position, known_from, slug`,
    facts: await sql<ReportedFact[]>`select priority_slug as "prioritySlug", kind, text from plan.published_fact order by priority_slug, known_from, position`,
    milestones: milestones.map(({ confirmed, days, state, ...row }) => ({ ...row, state: stateOf(state, days, confirmed) })),
    decisions: await sql<ReportedDecision[]>`select id, body_slug as "bodySlug", title, reason, decided_on as "decidedOn" from governance.published_decision order by decided_on, id`,
    bodies: await sql<{ slug: string; name: Bilingual }[]>`select slug, name from governance.published_body order by position, slug`,
  };
}

function stateOf(kind: WorkState['kind'], days: number, confirmed: string | null): WorkState {
  if (kind === 'late') return { kind, days };
  return kind === 'stalled' ? { kind, since: confirmed ?? undefined } : { kind };
}
