import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type MilestoneState, milestoneState } from './rules.ts';

export type EvidenceKind = 'document' | 'decision' | 'figure' | 'event';
export type Evidence = { readonly kind: EvidenceKind; readonly title: Bilingual; readonly date: string; readonly url: string | null; readonly sources: readonly string[] };
export type Confirmation = { readonly date: string; readonly bodySlug: string };
export type DueChange = { readonly due: string; readonly reason: Bilingual; readonly on: string };
export type Withdrawal = { readonly date: string; readonly reason: Bilingual };

/** A milestone with what its state follows from, as known today. */
export type Milestone = {
  readonly id: string;
  readonly slug: string;
  readonly prioritySlug: string;
  readonly bodySlug: string | null;
  readonly title: Bilingual;
  /** The date that counts today. */
  readonly due: string;
  readonly firstDue: string;
  readonly approximate: boolean;
  readonly demonstration: boolean;
  readonly fromIssue: string | null;
  readonly sources: readonly string[];
  readonly dueChanges: readonly DueChange[];
  readonly evidence: readonly Evidence[];
  /** Oldest first. */
  readonly confirmations: readonly Confirmation[];
  readonly withdrawn: Withdrawal | undefined;
  readonly state: MilestoneState;
};

type MilestoneRow = Omit<Milestone, 'due' | 'withdrawn' | 'state'> & { withdrawn: Withdrawal | null; knownFrom: string };

export type MilestoneFilter = { readonly prioritySlug?: string; readonly bodySlug?: string; readonly id?: string; readonly fromIssue?: string };

/** Milestones known today with their derived state, by the date that counts. */
export async function listMilestones(scope: Scope, filter: MilestoneFilter = {}): Promise<Milestone[]> {
  const { sql, today } = scope;
  const known = () => sql`x.milestone_slug = m.slug and x.removed_at is null and x.known_from <= ${today}`;
  const rows = await sql<MilestoneRow[]>`
    select m.id, m.slug, m.priority_slug as "prioritySlug", m.body_slug as "bodySlug", m.title, m.due as "firstDue", m.approximate, m.demonstration,
      m.from_issue as "fromIssue", m.sources, m.known_from as "knownFrom",
      (select coalesce(jsonb_agg(jsonb_build_object('due', x.due, 'reason', x.reason, 'on', x.known_from) order by x.known_from, x.entered_at nulls first), '[]')
        from plan.milestone_due x where ${known()}) as "dueChanges",
      (select coalesce(jsonb_agg(jsonb_build_object('kind', x.kind, 'title', x.title, 'date', x.on_date, 'url', x.url, 'sources', x.sources) order by x.on_date, x.slug), '[]')
        from plan.milestone_evidence x where ${known()}) as evidence,
      (select coalesce(jsonb_agg(jsonb_build_object('date', x.on_date, 'bodySlug', x.body_slug) order by x.on_date, x.slug), '[]')
        from plan.milestone_confirmation x where ${known()}) as confirmations,
      (select jsonb_build_object('date', x.on_date, 'reason', x.reason) from plan.milestone_withdrawal x where ${known()}
        order by x.on_date limit 1) as withdrawn
    from plan.milestone m
    where m.removed_at is null and m.known_from <= ${today}
      ${filter.prioritySlug ? sql`and m.priority_slug = ${filter.prioritySlug}` : sql``} ${filter.bodySlug ? sql`and m.body_slug = ${filter.bodySlug}` : sql``}
      ${filter.id ? sql`and m.id = ${filter.id}` : sql``} ${filter.fromIssue ? sql`and m.from_issue = ${filter.fromIssue}` : sql``}`;
  return rows.map((row) => complete(row, today)).sort((a, b) => a.due.localeCompare(b.due) || a.slug.localeCompare(b.slug));
}

function complete({ knownFrom, withdrawn, ...row }: MilestoneRow, today: string): Milestone {
  const due = row.dueChanges.at(-1)?.due ?? row.firstDue;
  const state = milestoneState({
    due, evidence: row.evidence.map((one) => one.date), withdrawn: withdrawn?.date, confirmations: row.confirmations.map((one) => one.date), since: knownFrom, today,
  });
  return { ...row, due, approximate: row.approximate && row.dueChanges.length === 0, withdrawn: withdrawn ?? undefined, state };
}

export async function findMilestone(scope: Scope, id: string): Promise<Milestone | undefined> {
  return (await listMilestones(scope, { id }))[0];
}

type Entered = { readonly slug: string; readonly milestone: string };

export async function insertMilestone(scope: Scope, row: { id: string; prioritySlug: string; bodySlug: string | null; title: Bilingual; due: string; fromIssue: string | null }): Promise<void> {
  const { sql } = scope;
  await sql`insert into plan.milestone (id, slug, priority_slug, body_slug, title, due, from_issue, known_from, entered_by, entered_at, origin)
    values (${row.id}, ${row.id}, ${row.prioritySlug}, ${row.bodySlug}, ${sql.json(row.title)}, ${row.due}, ${row.fromIssue}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}

export async function insertDueChange(scope: Scope, row: Entered & { due: string; reason: Bilingual }): Promise<void> {
  const { sql } = scope;
  await sql`insert into plan.milestone_due (slug, milestone_slug, due, reason, known_from, entered_by, entered_at, origin)
    values (${row.slug}, ${row.milestone}, ${row.due}, ${sql.json(row.reason)}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}

export async function insertWithdrawal(scope: Scope, row: Entered & { reason: Bilingual }): Promise<void> {
  const { sql } = scope;
  await sql`insert into plan.milestone_withdrawal (slug, milestone_slug, on_date, reason, known_from, entered_by, entered_at, origin)
    values (${row.slug}, ${row.milestone}, ${scope.today}, ${sql.json(row.reason)}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}

export async function insertEvidence(scope: Scope, row: Entered & { kind: EvidenceKind; title: Bilingual; date: string; url: string | null }): Promise<void> {
  const { sql } = scope;
  await sql`insert into plan.milestone_evidence (slug, milestone_slug, kind, title, on_date, url, known_from, entered_by, entered_at, origin)
    values (${row.slug}, ${row.milestone}, ${row.kind}, ${sql.json(row.title)}, ${row.date}, ${row.url}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}

export async function insertConfirmation(scope: Scope, row: Entered & { bodySlug: string; date: string }): Promise<void> {
  await scope.sql`insert into plan.milestone_confirmation (slug, milestone_slug, body_slug, on_date, known_from, entered_by, entered_at, origin)
    values (${row.slug}, ${row.milestone}, ${row.bodySlug}, ${row.date}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}
