import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { type Finding, isEligible, judge } from '../application/eligibility.ts';
import type { Application } from '../application/model.ts';
import { listSent } from '../application/queries.ts';
import { listAwards } from '../award/queries.ts';
import { type Call, type Criterion, listCategories, listCriteria } from '../call/queries.ts';
import { type Cents, sumOf } from '../money.ts';
import { listReasons } from '../reason/queries.ts';
import { listModerations, listOutcomes, listScores, type Moderation, type Outcome } from './queries.ts';
import { type Candidate, perCentOf, type Sheet, type Spread, spreadOf } from './rules.ts';

export type Judged = Candidate & { readonly application: Application; readonly findings: readonly Finding[]; readonly spread: Spread | undefined; readonly moderated: Moderation | undefined; readonly outcome: Outcome | undefined };
export type Standing = { readonly judged: readonly Judged[]; readonly sheets: readonly Sheet[]; readonly criteria: readonly Criterion[]; /** What can still be given: without the reserve and what was given. */ readonly available: Cents; readonly given: Cents; /** Reasons that the office wrote, by `reasonKey`. */ readonly written: ReadonlyMap<string, Bilingual> };

/** Everything that a ranking needs of a call, of the applications that are open to the asker. */
export async function gatherStanding(scope: Scope, call: Call): Promise<Standing> {
  const [criteria, categories, applications] = [await listCriteria(scope, call.id), await listCategories(scope, call.id), await listSent(scope, call.id)];
  const [scores, moderations, outcomes] = [await listScores(scope, call.id), await listModerations(scope, call.id), await listOutcomes(scope, call.id)];
  const bySheet = Map.groupBy(scores, (score) => `${score.application} ${score.account}`);
  const sheets = [...bySheet.values()].flatMap((own): Sheet[] => {
    const [first] = own;
    const perCent = perCentOf(criteria, own);
    return first && perCent !== undefined ? [{ application: first.application, account: first.account, perCent }] : [];
  });
  const judged = applications.map((application): Judged => {
    const category = categories.find((one) => one.id === application.categoryId);
    const findings = category ? judge(category.rules, application) : [];
    const spread = spreadOf(sheets.filter((sheet) => sheet.application === application.id).map((sheet) => sheet.perCent));
    const moderated = moderations.find((one) => one.application === application.id);
    return {
      application, findings, spread, moderated, outcome: outcomes.find((one) => one.application === application.id),
      id: application.id, organisation: application.organisation, asked: application.asked, eligible: isEligible(findings), perCent: moderated?.perCent ?? spread?.mean,
    };
  });
  const awards = (await listAwards(scope, call.id)).filter((one) => !one.fromReserve);
  const given = sumOf(awards.map((one) => one.amount));
  return { judged, sheets, criteria, given, written: await listReasons(scope, call.id), available: Math.max(0, call.envelope - call.reserve - given) };
}
