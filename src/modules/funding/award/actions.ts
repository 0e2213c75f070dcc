import { addMonths, promise } from '#app/modules/commitment/index.ts';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Application } from '../application/model.ts';
import type { Call } from '../call/queries.ts';
import type { Stage } from '../form/model.ts';
import { listForms } from '../form/queries.ts';
import { questionsOf } from '../form/questions.ts';
import { type Cents, splitByWeight, sumOf } from '../money.ts';
import { insertReport } from '../report/queries.ts';
import { reportWords } from '../report/words.ts';
import { awardPaths } from './paths.ts';
import { type PlannedReport, planAward } from './plan.ts';
import { type Award, changeAward, deleteOpenInstalments, insertAward, insertInstalments, listAwards, listInstalments, nextNumber } from './queries.ts';

/** Makes an award of an application: its number, its instalments and the reports that it owes. */
export async function giveAward(scope: Scope, call: Call, a: Application, given: { amount: Cents; awardedOn: string; body: string | null }): Promise<string> {
  return await make(scope, call, {
    callId: call.id, applicationId: a.id, fromReserve: false, recipient: a.organisation, registration: a.registration, title: a.title, summary: a.summary, amount: given.amount, awardedOn: given.awardedOn,
    startsOn: a.startsOn ?? given.awardedOn, endsOn: a.endsOn ?? given.awardedOn, priorities: a.priorities, municipalities: a.municipalities, population: a.population, bodySlug: given.body, demonstration: a.demonstration, reason: null,
  });
}

export type ReserveGiven = Pick<Award, 'recipient' | 'registration' | 'title' | 'summary' | 'amount' | 'startsOn' | 'endsOn' | 'priorities' | 'municipalities' | 'population'> & { readonly reason: string };
/** Gives from the reserve for emerging issues, without an application; undefined where the reserve does not reach. */
export async function giveFromReserve(scope: Scope, call: Call, given: ReserveGiven): Promise<string | undefined> {
  const number = await nextNumber(scope, call);
  const used = sumOf((await listAwards(scope, call.id)).filter((one) => one.fromReserve).map((one) => one.amount));
  if (given.amount > call.reserve - used) return undefined;
  return await make(scope, call, { ...given, callId: call.id, applicationId: null, fromReserve: true, awardedOn: scope.today, bodySlug: null, demonstration: call.demonstration }, number);
}

async function make(scope: Scope, call: Call, given: Omit<Parameters<typeof insertAward>[1], 'id' | 'number'>, known?: string): Promise<string> {
  const id = newId();
  const number = known ?? (await nextNumber(scope, call));
  await insertAward(scope, { id, number, ...given });
  const plan = planAward(given.amount, given.startsOn, given.endsOn);
  await insertInstalments(scope, id, plan.instalments);
  for (const report of await owedReports(scope, call.id, plan.reports, given.endsOn)) {
    const its = newId();
    await insertReport(scope, { id: its, award: id, ...report });
    await promise(scope, {
      kind: 'grant-report', subject: { kind: 'grant-report', id: its }, what: { en: reportWords.en.owed(given.title), fr: reportWords.fr.owed(given.title) },
      owedTo: { en: reportWords.en.office, fr: reportWords.fr.office }, owedBy: { role: 'fund-officer', member: id, name: given.recipient }, due: report.dueOn, path: awardPaths.show(id),
    });
  }
  return id;
}

/** The reports that an award owes, each with the form that stands when it is given, and the follow-up where the call asks for one. */
async function owedReports(scope: Scope, call: string, planned: readonly PlannedReport[], endsOn: string) {
  const forms = await listForms(scope, call);
  const formOf = (stage: Stage) => forms.find((one) => one.stage === stage);
  const follow = formOf('follow-up');
  const reports = planned.map((one) => ({ ...one, followUp: false, form: formOf(one.final ? 'final' : 'interim')?.id ?? null }));
  return follow && (questionsOf(follow.questionnaire) ?? []).length > 0
    ? [...reports, { stage: planned.length + 1, final: false, followUp: true, dueOn: addMonths(endsOn, follow.months ?? 12), form: follow.id }]
    : reports;
}

/** Changes the amount of an award; what was handed to the finance system stands and the rest is divided anew. 'paid' where more was handed over than the new amount. */
export async function changeAmount(scope: Scope, award: Award, amount: Cents, reason: string): Promise<'paid' | undefined> {
  const all = await listInstalments(scope, award.id);
  const handed = all.filter((one) => one.fileId !== null);
  const left = amount - sumOf(handed.map((one) => one.amount));
  if (left < 0) return 'paid';
  await changeAward(scope, award, { kind: 'amount', amount }, reason);
  await deleteOpenInstalments(scope, award.id);
  const open = all.filter((one) => one.fileId === null);
  const from = Math.max(0, ...all.map((one) => one.position));
  if (left > 0) await insertInstalments(scope, award.id, dividedAnew(left, open, award), from);
  return undefined;
}

/** What is left of a changed award over the instalments that were still open, each in proportion; after the last report where none was. */
function dividedAnew(left: Cents, open: Awaited<ReturnType<typeof listInstalments>>, award: Award) {
  const plan = open.length > 0 ? open : planAward(left, award.startsOn, award.endsOn).instalments.slice(-1);
  const parts = splitByWeight(left, plan.map((one) => one.amount));
  return plan.map((one, n) => ({ dueOn: one.dueOn, condition: one.condition, reportStage: one.reportStage, amount: parts[n] ?? 0 })).filter((one) => one.amount > 0);
}
