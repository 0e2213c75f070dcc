import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Confirmation, listMilestones, type Milestone } from '../milestone/queries.ts';
import { type MilestoneState, priorityState } from '../milestone/rules.ts';

/** A key issue of the plan with its milestones and the state that follows from them. */
export type Priority = {
  readonly id: string;
  readonly slug: string;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly bodySlug: string | null;
  readonly areas: readonly string[];
  readonly domains: readonly string[];
  /** Whether the areas and domains stand in a source or were proposed by the content pack. */
  readonly tagging: 'sourced' | 'proposed';
  readonly isNew: boolean;
  /** The emerging issue from which it came. */
  readonly fromIssue: string | null;
  readonly knownFrom: string;
  readonly milestones: readonly Milestone[];
  /** Undefined while it has no milestone. */
  readonly state: MilestoneState | undefined;
  /** The latest confirmation of any of its milestones. */
  readonly lastConfirmed: Confirmation | undefined;
};

type PriorityRow = Omit<Priority, 'milestones' | 'state' | 'lastConfirmed'>;

/** The key issues known today, in the order of the plan, each with its milestones. */
export async function listPriorities(scope: Scope): Promise<Priority[]> {
  const rows = await scope.sql<PriorityRow[]>`
    select id, slug, title, summary, body_slug as "bodySlug", areas, domains, tagging, from_issue as "fromIssue", known_from as "knownFrom",
      coalesce(new_from <= ${scope.today} and (new_to is null or new_to >= ${scope.today}), false) as "isNew"
    from plan.priority where removed_at is null and known_from <= ${scope.today} order by position, known_from, slug`;
  const milestones = await listMilestones(scope);
  return rows.map((row) => complete(row, milestones.filter((milestone) => milestone.prioritySlug === row.slug)));
}

function complete(row: PriorityRow, milestones: readonly Milestone[]): Priority {
  const lastConfirmed = milestones.flatMap((milestone) => milestone.confirmations).reduce<Confirmation | undefined>((best, one) => (best && best.date >= one.date ? best : one), undefined);
  return { ...row, milestones, state: priorityState(milestones.map((milestone) => milestone.state)), lastConfirmed };
}

export async function findPriority(scope: Scope, slug: string): Promise<Priority | undefined> {
  return (await listPriorities(scope)).find((priority) => priority.slug === slug);
}

export type PriorityFact = { readonly kind: 'done' | 'new' | 'next'; readonly text: Bilingual; readonly from: string; readonly sources: readonly string[] };

/** What has been done, what is new and what comes next for a key issue, as known today. */
export async function listFacts(scope: Scope, prioritySlug: string): Promise<PriorityFact[]> {
  return await scope.sql<PriorityFact[]>`select kind, text, known_from as from, sources from plan.priority_fact
    where priority_slug = ${prioritySlug} and removed_at is null and known_from <= ${scope.today} and (until is null or until >= ${scope.today}) order by known_from, position`;
}

export async function insertPriority(scope: Scope, row: { id: string; slug: string; title: Bilingual; summary: Bilingual; bodySlug: string | null; fromIssue: string | null }): Promise<void> {
  const { sql } = scope;
  // New for a year from today; after the priorities of the pack.
  await sql`insert into plan.priority (id, slug, position, body_slug, title, summary, tagging, new_from, new_to, from_issue, known_from, origin)
    values (${row.id}, ${row.slug}, 1000, ${row.bodySlug}, ${sql.json(row.title)}, ${sql.json(row.summary)}, 'proposed', ${scope.today}, (${scope.today}::date + 365),
      ${row.fromIssue}, ${scope.today}, 'staff')`;
}
