import { newId } from '#app/platform/db/id.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Onset, Rule } from './rule.ts';

export const steps = ['confirmed', 'dismissed', 'judged', 'closed', 'review-due'] as const;
export type StepKind = (typeof steps)[number];
export const verdicts = ['true', 'false', 'unknown'] as const;
export type Verdict = (typeof verdicts)[number];

export type Alert = {
  readonly id: string; readonly ruleId: string; readonly rule: string; readonly version: number; readonly ruleName: Bilingual; readonly series: string; readonly method: Rule['method']; readonly unit: Rule['unit'];
  readonly options: Rule['options']; readonly area: string | null; readonly kind: Onset['kind']; readonly onset: Date; readonly from: string; readonly to: string; readonly observed: number;
  readonly bound: number | null; readonly expected: number | null; readonly perYear: number | null; readonly draftedAt: Date; readonly demonstration: boolean;
  readonly steps: readonly { readonly step: StepKind; readonly verdict: Verdict | null; readonly reason: string | null; readonly at: string }[];
};

const columns = (sql: Scope['sql']) => sql`a.id, a.rule_id as "ruleId", r.rule, r.version, r.name as "ruleName", r.series_slug as series, r.method, r.unit, r.options, a.area_slug as area, a.kind, a.onset,
  a.from_day as "from", a.to_day as "to", a.observed, a.bound, a.expected, a.per_year as "perYear", a.drafted_at as "draftedAt", a.demonstration,
  coalesce((select jsonb_agg(jsonb_build_object('step', s.step, 'verdict', s.verdict, 'reason', s.reason, 'at', s.at) order by s.place) from insight.alert_step s where s.alert_id = a.id), '[]') as steps`;

/** Alerts that began within the last days, newest first. */
export async function listAlerts({ sql, now }: Scope, days = 400): Promise<Alert[]> {
  return await sql<Alert[]>`select ${columns(sql)} from insight.alert a join insight.alert_rule r on r.id = a.rule_id where a.onset > ${new Date(now.getTime() - days * 86_400_000)} order by a.onset desc, a.id limit 300`;
}

export async function findAlert({ sql }: Scope, id: string): Promise<Alert | undefined> {
  const [row] = await sql<Alert[]>`select ${columns(sql)} from insight.alert a join insight.alert_rule r on r.id = a.rule_id where a.id = ${id}`;
  return row;
}

/** One transaction at a time drafts, so that two jobs never see the same alarm as new. */
export async function lockDrafting({ sql }: Scope): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('insight.draft-alerts'))`;
}

/** Whether an alert of this rule, whatever its version, stands for about the same moment already. */
export async function isKnown({ sql }: Scope, rule: Rule, onset: Onset, hours: number): Promise<boolean> {
  const span = hours * 3_600_000;
  const area = onset.kind === 'count' ? (onset.area ?? null) : null;
  const [row] = await sql`select 1 from insight.alert a join insight.alert_rule r on r.id = a.rule_id where r.rule = ${rule.rule} and a.kind = ${onset.kind}
    and (${onset.kind} <> 'count' or a.area_slug is not distinct from ${area}) and a.onset between ${new Date(onset.at.getTime() - span)} and ${new Date(onset.at.getTime() + span)} limit 1`;
  return row !== undefined;
}

/** Keeps a drafted alert; undefined where it is there already. */
export async function insertAlert({ sql, now }: Scope, rule: Rule, onset: Onset, perYear: number | undefined, demonstration: boolean): Promise<string | undefined> {
  const id = newId();
  const done = await sql`insert into insight.alert (id, rule_id, area_slug, kind, onset, from_day, to_day, observed, bound, expected, per_year, drafted_at, demonstration)
    values (${id}, ${rule.id}, ${onset.area ?? null}, ${onset.kind}, ${onset.at}, ${onset.from}, ${onset.to}, ${onset.observed}, ${onset.bound ?? null}, ${onset.expected ?? null}, ${perYear ?? null}, ${now}, ${demonstration})
    on conflict do nothing`;
  return done.count > 0 ? id : undefined;
}

/** Writes down what was done with an alert; false where that step was taken already. */
export async function insertStep(scope: Scope, alert: string, step: StepKind, given: { verdict?: Verdict; reason?: string } = {}): Promise<boolean> {
  const by = step === 'review-due' ? null : accountOf(scope);
  const done = await scope.sql`insert into insight.alert_step (id, alert_id, step, verdict, reason, by_account, at)
    values (${newId()}, ${alert}, ${step}, ${given.verdict ?? null}, ${given.reason ?? null}, ${by}, ${scope.now}) on conflict do nothing`;
  return done.count > 0;
}

export type Protocol = { readonly slug: string; readonly what: Bilingual; readonly owedBy: string; readonly hours: number };
export async function listProtocol({ sql }: Scope): Promise<Protocol[]> {
  return await sql<Protocol[]>`select slug, what, owed_by as "owedBy", hours from insight.alert_protocol where removed_at is null order by position, slug`;
}

/** Who was told of an alert and when. */
export async function listTold({ sql }: Scope, alert: string): Promise<{ readonly name: string | null; readonly at: Date }[]> {
  return await sql<{ name: string | null; at: Date }[]>`select c.name, t.told_at as at from insight.alert_told t left join insight.alert_contact c on c.id = t.contact_id where t.alert_id = ${alert} order by t.told_at, c.name`;
}
