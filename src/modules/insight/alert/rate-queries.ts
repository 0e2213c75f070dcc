import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { StatedRate } from './state-rate.ts';

/** A stated rate as it is kept: on which baseline, by which seed and when, and what the year after that baseline showed. */
export type KeptRate = Omit<StatedRate, 'formula' | 'size'> & {
  readonly ruleId: string; readonly area: string | null; readonly formula: number | null; readonly size: number | null; readonly baselineFrom: string; readonly baselineTo: string;
  readonly checkedFrom: string; readonly checkedTo: string; readonly checkedOnsets: number; readonly computedAt: Date;
};

/** The newest rate of each rule and area that may be seen. */
export async function listRates({ sql }: Scope): Promise<KeptRate[]> {
  return await sql<KeptRate[]>`select distinct on (rule_id, area_slug) rule_id as "ruleId", area_slug as area, per_year as "perYear", low, high, formula, baseline_total as total, mean, size, seed, years,
    baseline_from as "baselineFrom", baseline_to as "baselineTo", checked_from as "checkedFrom", checked_to as "checkedTo", checked_onsets as "checkedOnsets", computed_at as "computedAt"
    from insight.alert_rate order by rule_id, area_slug, computed_at desc`;
}

export type PublicRate = Pick<KeptRate, 'ruleId' | 'perYear'>;
/** The newest rate of each rule for the whole community, without the counts that it rests on: for everybody. */
export async function listPublicRates({ sql }: Scope): Promise<PublicRate[]> {
  return await sql<PublicRate[]>`select distinct on (rule_id) rule_id as "ruleId", per_year as "perYear" from insight.alert_rate where area_slug is null order by rule_id, computed_at desc`;
}

export async function insertRate({ sql, now }: Scope, rate: Omit<KeptRate, 'computedAt'>): Promise<void> {
  await sql`insert into insight.alert_rate (id, rule_id, area_slug, per_year, low, high, formula, baseline_from, baseline_to, baseline_total, mean, size, seed, years, checked_from, checked_to, checked_onsets, computed_at)
    values (${newId()}, ${rate.ruleId}, ${rate.area}, ${rate.perYear}, ${rate.low}, ${rate.high}, ${rate.formula}, ${rate.baselineFrom}, ${rate.baselineTo}, ${rate.total}, ${rate.mean}, ${rate.size}, ${rate.seed}, ${rate.years},
      ${rate.checkedFrom}, ${rate.checkedTo}, ${rate.checkedOnsets}, ${now})`;
}

/** What the log says of the alerts of a rule since a day: how many were real, false, not known, and not judged. */
export type Judged = { readonly real: number; readonly wrong: number; readonly unknown: number; readonly open: number };
export async function countJudged({ sql }: Scope, rule: string): Promise<Judged> {
  const [row] = await sql<Judged[]>`select count(*) filter (where v.verdict = 'true')::integer as real, count(*) filter (where v.verdict = 'false')::integer as wrong,
      count(*) filter (where v.verdict = 'unknown')::integer as unknown, count(*) filter (where v.verdict is null)::integer as open
    from insight.alert a join insight.alert_rule r on r.id = a.rule_id
      left join lateral (select s.verdict from insight.alert_step s where s.alert_id = a.id and s.step = 'judged' order by s.place desc limit 1) v on true
    where r.rule = ${rule}`;
  return row ?? { real: 0, wrong: 0, unknown: 0, open: 0 };
}
