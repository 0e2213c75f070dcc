import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Cycle, counts, cyclesOf, type DutyState, dutyState, ruleOn, type Term } from './rules.ts';

export type DutyRule = {
  readonly law: Bilingual; readonly section: Bilingual | null; readonly text: Bilingual; readonly confirmed: boolean; readonly term: Term;
  readonly from: string; readonly until: string | undefined; readonly sources: readonly string[];
};
export type DutyGroup = { readonly slug: string; readonly name: Bilingual; readonly from: string; readonly sources: readonly string[] };
export type DutyEvidenceKind = 'document' | 'decision' | 'engagement' | 'review';
export type DutyEvidence = {
  readonly slug: string; readonly kind: DutyEvidenceKind; readonly title: Bilingual; readonly date: string; readonly approximate: boolean; readonly url: string | null;
  readonly group: string | null; readonly sources: readonly string[]; readonly staff: boolean;
  /** False for what is dated before the duty was law. */
  readonly counts: boolean;
};
export type Adoption = {
  readonly slug: string; readonly date: string; readonly resolution: string; readonly by: Bilingual; readonly url: string | null; readonly sources: readonly string[]; readonly staff: boolean;
};

/** A duty as known today, with its derived state. */
export type Duty = {
  readonly slug: string;
  readonly title: Bilingual;
  readonly must: Bilingual;
  readonly owner: { readonly role: string | null; readonly body: string | null };
  readonly note: Bilingual | null;
  readonly demonstration: boolean;
  /** Oldest first. */
  readonly rules: readonly DutyRule[];
  /** The rule of today, or the first one to come. */
  readonly rule: DutyRule;
  readonly groups: readonly DutyGroup[];
  readonly evidence: readonly DutyEvidence[];
  readonly cycles: readonly Cycle[];
  readonly state: DutyState;
};

type Row = Pick<Duty, 'slug' | 'title' | 'must' | 'note' | 'demonstration'> & {
  role: string | null; body: string | null; rules: (Omit<DutyRule, 'until'> & { until: string | null })[]; groups: DutyGroup[]; evidence: Omit<DutyEvidence, 'counts'>[];
};

/** The adoptions of the plan known today and not taken back, oldest first. */
export async function listAdoptions(scope: Scope): Promise<Adoption[]> {
  const { sql, today } = scope;
  return await sql<Adoption[]>`select a.slug, a.on_date as date, a.resolution, a.adopted_by as by, a.url, a.sources, a.origin = 'staff' as staff from plan.adoption a
    where a.removed_at is null and a.known_from <= ${today}
      and not exists (select from plan.duty_withdrawal w where w.adoption_slug = a.slug and w.known_from <= ${today}) order by a.on_date, a.slug`;
}

/** The legal duties known today with their derived state, in the order of the pack. The end of a rule is told only once it has come. */
export async function listDuties(scope: Scope): Promise<Duty[]> {
  const { sql, today } = scope;
  const known = () => sql`x.duty_slug = d.slug and x.removed_at is null and x.known_from <= ${today}`;
  const adoptions = (await listAdoptions(scope)).map((one) => one.date);
  const rows = await sql<Row[]>`
    select d.slug, d.title, d.must, d.owner_role as role, d.owner_body as body, d.note, d.demonstration,
      (select coalesce(jsonb_agg(jsonb_build_object('law', x.law, 'section', x.section, 'text', x.text, 'confirmed', x.confirmed, 'term', x.term, 'from', x.from_date,
        'until', case when x.until_date < ${today} then x.until_date end, 'sources', x.sources) order by x.from_date, x.slug), '[]') from plan.duty_rule x where ${known()}) as rules,
      (select coalesce(jsonb_agg(jsonb_build_object('slug', x.slug, 'name', x.name, 'from', x.from_date, 'sources', x.sources) order by x.position), '[]')
        from plan.duty_group x where ${known()} and x.from_date <= ${today}) as groups,
      (select coalesce(jsonb_agg(jsonb_build_object('slug', x.slug, 'kind', x.kind, 'title', x.title, 'date', x.on_date, 'approximate', x.approximate, 'url', x.url,
        'group', x.group_slug, 'sources', x.sources, 'staff', x.origin = 'staff') order by x.on_date, x.slug), '[]') from plan.duty_evidence x where ${known()}
          and not exists (select from plan.duty_withdrawal w where w.evidence_slug = x.slug and w.known_from <= ${today})) as evidence
    from plan.duty d where d.removed_at is null and d.known_from <= ${today} order by d.position, d.slug`;
  return rows.flatMap((row) => complete(row, adoptions, today));
}

function complete({ role, body, ...row }: Row, adoptions: readonly string[], today: string): Duty[] {
  const rules = row.rules.map((rule) => ({ ...rule, until: rule.until ?? undefined }));
  const rule = ruleOn(rules, today) ?? rules[0];
  if (!rule) return [];
  const facts = { rules, adoptions, evidence: row.evidence, groups: row.groups.map((group) => group.slug), today };
  const evidence = row.evidence.map((one) => ({ ...one, counts: counts(rules, one.date, today) }));
  return [{ ...row, owner: { role, body }, rules, rule, evidence, cycles: cyclesOf(facts), state: dutyState(facts) }];
}

export async function findDuty(scope: Scope, slug: string): Promise<Duty | undefined> {
  return (await listDuties(scope)).find((duty) => duty.slug === slug);
}

export type AdoptionGiven = { readonly date: string; readonly resolution: string; readonly by: Bilingual; readonly url: string | undefined };
export async function insertAdoption(scope: Scope, slug: string, row: AdoptionGiven): Promise<void> {
  const { sql } = scope;
  await sql`insert into plan.adoption (slug, on_date, resolution, adopted_by, url, known_from, entered_by, entered_at, origin)
    values (${slug}, ${row.date}, ${row.resolution}, ${sql.json(row.by)}, ${row.url ?? null}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}

export type EvidenceGiven = { readonly kind: DutyEvidenceKind; readonly title: Bilingual; readonly date: string; readonly url: string | undefined; readonly group: string | undefined };
export async function insertDutyEvidence(scope: Scope, slug: string, duty: string, row: EvidenceGiven): Promise<void> {
  const { sql } = scope;
  await sql`insert into plan.duty_evidence (slug, duty_slug, group_slug, kind, title, on_date, url, known_from, entered_by, entered_at, origin)
    values (${slug}, ${duty}, ${row.group ?? null}, ${row.kind}, ${sql.json(row.title)}, ${row.date}, ${row.url ?? null}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}

export async function insertDutyWithdrawal(scope: Scope, slug: string, row: { adoption?: string; evidence?: string; reason: string }): Promise<void> {
  await scope.sql`insert into plan.duty_withdrawal (slug, adoption_slug, evidence_slug, reason, known_from, entered_by, entered_at, origin)
    values (${slug}, ${row.adoption ?? null}, ${row.evidence ?? null}, ${row.reason}, ${scope.today}, ${accountOf(scope)}, ${scope.now}, 'staff')`;
}
