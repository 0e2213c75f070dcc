import { centsOf } from '../money.ts';
import { type CategoryRules, mostOf, type StatementKind, statementKinds } from '../call/rules.ts';
import type { Application } from './model.ts';

export type Rule = 'kind' | 'sponsor' | 'board' | 'statements' | 'audited' | 'most' | 'years';
/** One rule of the category and whether an application meets it, with the numbers that say why. */
export type Finding = { readonly rule: Rule; readonly met: boolean; readonly asked?: number | string; readonly given?: number | string | null };
type Facts = Pick<Application, 'legalKind' | 'sponsor' | 'boardUnrelated' | 'statements' | 'revenueLatest' | 'revenueBefore' | 'startsOn' | 'endsOn' | 'asked'>;

/** Each rule of a category held against an application, met or not; money in cents. An application is eligible where all are met. */
export function judge(rules: CategoryRules, facts: Facts): Finding[] {
  const most = mostOf(rules);
  const years = facts.startsOn && facts.endsOn ? yearsBetween(facts.startsOn, facts.endsOn) : null;
  const rank = (kind: StatementKind | null) => (kind === null ? -1 : statementKinds.indexOf(kind));
  const above = rules.auditedAbove === null ? undefined : centsOf(rules.auditedAbove);
  const large = above !== undefined && (facts.revenueLatest ?? 0) > above && (facts.revenueBefore ?? 0) > above;
  return [
    { rule: 'kind', met: rules.kinds.some((kind) => kind === facts.legalKind), given: facts.legalKind },
    ...(facts.legalKind === 'sponsored' ? [{ rule: 'sponsor' as const, met: facts.sponsor !== '' }] : []),
    ...(rules.boardUnrelated > 0 ? [{ rule: 'board' as const, met: (facts.boardUnrelated ?? 0) >= rules.boardUnrelated, asked: rules.boardUnrelated, given: facts.boardUnrelated }] : []),
    ...(rules.statements === 'none' ? [] : [{ rule: 'statements' as const, met: rank(facts.statements) >= rank(rules.statements), asked: rules.statements, given: facts.statements }]),
    ...(large ? [{ rule: 'audited' as const, met: facts.statements === 'audited', asked: above, given: facts.statements }] : []),
    ...(most === undefined ? [] : [{ rule: 'most' as const, met: facts.asked <= most, asked: most, given: facts.asked }]),
    { rule: 'years', met: years !== null && years <= rules.mostYears, asked: rules.mostYears, given: years },
  ];
}

export function isEligible(findings: readonly Finding[]): boolean {
  return findings.every((one) => one.met);
}

/** Years that a project runs, begun ones counted whole: 1 January to 31 December is one, a day more is two. Zero where it ends before it starts. */
export function yearsBetween(startsOn: string, endsOn: string): number {
  if (endsOn < startsOn) return 0;
  const anniversary = (years: number) => `${Number(startsOn.slice(0, 4)) + years}${startsOn.slice(4)}`;
  let years = 1;
  while (anniversary(years) <= endsOn) years += 1;
  return years;
}
