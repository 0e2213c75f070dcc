import type { Pack } from '#app/community-pack/schema.ts';
import { asDemoAccount, type DemoIds } from '#app/modules/identity/index.ts';
import { instantIn } from '#app/platform/clock/clock.ts';
import { newId } from '#app/platform/db/id.ts';
import { actWithin, type Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { beginOwn, secretOf, sendOwn } from '../application/actions.ts';
import { findOwn, insertFile, replaceBudget, updateAnswers, updateOrganisation, updateProject, updateServes } from '../application/queries.ts';
import { fundQuestionnaire } from '../application/questionnaire.ts';
import { listAwards, makePaymentFile, updatePaid, updateSigned } from '../award/queries.ts';
import { type Call, findCall, insertCall, insertCategory, insertCriterion, insertQuestion, insertSession, listCategories, listCriteria, updateAnswer, updatePublished } from '../call/queries.ts';
import { firstQuestions } from '../form/default.ts';
import { insertForm } from '../form/queries.ts';
import { centsOf } from '../money.ts';
import { listReports, updateAnswered, updateSent } from '../report/queries.ts';
import { carryOut } from '../review/actions.ts';
import { gatherStanding } from '../review/gather.ts';
import { insertAssignments, keepSheet } from '../review/queries.ts';
import { rankWithin } from '../review/rules.ts';

type DemoCall = Pack['fund']['calls'][number];
type DemoApplication = DemoCall['applications'][number];
type As = <T>(who: string | undefined, day: string, work: (own: Scope) => Promise<T>) => Promise<T>;
type Sent = { readonly id: string; readonly secret: string; readonly of: DemoApplication };

/**
 * Enters the made-up calls of a demonstration, each as far as its content says: the office makes it, applicants send by their codes, scorers score, and what the
 * ranking shows is given, under the rules of each role and at the moments at which it happened. No body is said to have decided: bodies are real, the grants are not.
 */
export async function enterDemoFund(scope: Scope, { fund, demo }: Pick<Pack, 'fund' | 'demo'>, ids: DemoIds): Promise<void> {
  const as: As = async (who, day, work) => await asDemoAccount(scope, { id: ids.accounts.get(who ?? '') ?? '', email: demo.accounts.find(({ id }) => id === who)?.email ?? '' }, instantIn(scope.timeZone, `${day}T10:00`), work);
  for (const call of fund.calls) {
    const id = await makeCall(scope, as, fund, call);
    const sent: Sent[] = [];
    for (const [n, one] of call.applications.entries()) sent.push(await apply(scope, call, id, one, n));
    if (call.assigned) await scoreAll(as, fund, call.assigned, id, sent, ids);
    if (call.decided) await give(scope, as, fund, call, id, sent);
  }
}

async function makeCall(scope: Scope, as: As, fund: Pack['fund'], call: DemoCall): Promise<string> {
  const moment = (local: string) => instantIn(scope.timeZone, local);
  const before = new Date(moment(call.opens).getTime() - 14 * 86_400_000).toISOString().slice(0, 10);
  const id = newId();
  await as(fund.officer, before, async (own) => {
    await insertCall(own, { id, slug: call.id, fundYear: call.year, title: call.title, lead: call.lead, opensAt: moment(call.opens), closesAt: moment(call.closes), envelope: centsOf(call.envelope), reserve: centsOf(call.reserve), demonstration: true });
    for (const one of fund.categories)
      await insertCategory(own, { id: newId(), call: id, name: one.name, rules: { most: one.most, mostYears: one.years, kinds: one.kinds, boardUnrelated: one.board, statements: 'compiled', auditedAbove: one.auditedAbove }, questionnaire: fundQuestionnaire });
    for (const one of fund.criteria) await insertCriterion(own, { id: newId(), call: id, ...one });
    for (const stage of ['interim', 'final'] as const) await insertForm(own, { call: id, stage, version: 1, questionnaire: firstQuestions(stage), months: null });
    if (call.follow) await insertForm(own, { call: id, stage: 'follow-up', version: 1, questionnaire: firstQuestions('follow-up'), months: call.follow });
    for (const one of call.sessions) await insertSession(own, { id: newId(), call: id, startsAt: moment(one.at), place: one.place });
    await updatePublished(own, id);
  });
  for (const one of call.questions) {
    const question = newId();
    await actWithin(scope, { as: 'public', purpose: 'first start' }, moment(`${one.on}T12:00`), async (anybody) => await insertQuestion(anybody, { id: question, call: id, asked: one.asked, language: 'en' }));
    await as(fund.officer, one.on, async (later) => await updateAnswer(later, id, question, { question: one.question, answer: one.answer }));
  }
  return id;
}

async function apply(scope: Scope, call: DemoCall, id: string, one: DemoApplication, n: number): Promise<Sent> {
  const at = new Date(instantIn(scope.timeZone, call.closes).getTime() - (n + 1) * 7_000_000);
  const begun = await actWithin(scope, { as: 'public', purpose: 'first start' }, at, async (anybody) => {
    const category = (await listCategories(anybody, id)).find(({ position }) => position === one.category);
    return await beginOwn(anybody, { category: category?.id ?? '', name: 'Robin Made-Up (demo)', email: '', language: one.language }, one.code);
  });
  const secret = begun ? secretOf(begun.code) : undefined;
  if (!begun || secret === undefined) throw new Error(`${call.id} takes no application of ${one.organisation}`);
  await actWithin(scope, { as: 'public', purpose: 'first start', capability: hashToken(secret) }, at, async (own) => {
    const revenue = centsOf(one.revenue);
    await updateOrganisation(own, begun.id, { organisation: one.organisation, registration: '', legalKind: one.kind, sponsor: one.kind === 'sponsored' ? 'Orchard Charity (demo)' : '', boardUnrelated: one.board, statements: 'compiled', revenueLatest: revenue, revenueBefore: revenue });
    await updateProject(own, begun.id, { title: one.title, summary: one.summary, startsOn: one.from, endsOn: one.until });
    await replaceBudget(own, begun.id, one.lines.map((line) => ({ label: line.label, cost: centsOf(line.cost), fromFund: centsOf(line.fund) })));
    await updateServes(own, begun.id, { priorities: one.priorities, indicators: [], municipalities: one.municipalities, population: one.population });
    const { people, ...texts } = one.answers;
    const item = [...Object.entries(texts).map(([linkId, valueString]) => ({ linkId, answer: [{ valueString }] })), { linkId: 'people', answer: [{ valueInteger: people }] }];
    await updateAnswers(own, begun.id, { resourceType: 'QuestionnaireResponse', status: 'in-progress', item });
    await insertFile(own, { application: begun.id, kind: 'statements', name: 'statements-demo.txt', type: 'text/plain', content: Buffer.from(`${one.organisation}: statements of a demonstration, made up.\n`) });
    const draft = await findOwn(own);
    if (!draft || !(await sendOwn(own, draft, own.now, one.language))) throw new Error(`${one.organisation} could not be sent`);
  });
  return { id: begun.id, secret, of: one };
}

async function scoreAll(as: As, fund: Pack['fund'], day: string, id: string, sent: readonly Sent[], ids: DemoIds): Promise<void> {
  await as(fund.officer, day, async (own) => await insertAssignments(own, sent.flatMap((one) => fund.scorers.map((scorer) => ({ application: one.id, account: ids.accounts.get(scorer) ?? '' })))));
  for (const [n, scorer] of fund.scorers.entries()) await as(scorer, day, async (own) => {
    const criteria = await listCriteria(own, id);
    for (const one of sent) {
      const points = one.of.scores[n];
      if (points) await keepSheet(own, one.id, { points: criteria.map((criterion, at) => [criterion.id, points[at] ?? 0] as const), comment: '', finished: true });
    }
  });
}

/** Gives what the ranking shows, has the agreements signed, hands over the first instalments, and has reports sent and answered. */
async function give(scope: Scope, as: As, fund: Pack['fund'], { decided = '', signed, paid }: DemoCall, id: string, sent: readonly Sent[]): Promise<void> {
  const awards = await as(fund.officer, decided, async (own) => {
    const call: Call | undefined = await findCall(own, { id });
    if (!call) throw new Error('a call of the demonstration is not there');
    const standing = await gatherStanding(own, call);
    const tried = { envelope: standing.available, least: 50, passOver: true };
    await carryOut(own, call, standing, rankWithin(standing.judged, tried), tried, { decidedOn: decided, decision: null, body: null });
    return await listAwards(own, id);
  });
  if (signed) await as(fund.officer, signed, async (own) => {
    for (const award of awards) await updateSigned(own, award.id, signed);
  });
  if (paid) await as(fund.officer, paid, async (own) => {
    const file = await makePaymentFile(own);
    if (file) await updatePaid(own, file, paid);
  });
  for (const { of, id: application, secret } of sent) {
    const award = awards.find((one) => one.applicationId === application);
    if (award && of.report) await report(scope, as, fund, award.id, of.report, secret);
  }
}

async function report(scope: Scope, as: As, fund: Pack['fund'], award: string, given: NonNullable<DemoApplication['report']>, secret: string): Promise<void> {
  const at = instantIn(scope.timeZone, `${given.sent}T15:00`);
  const id = await actWithin(scope, { as: 'public', purpose: 'first start', capability: hashToken(secret) }, at, async (own) => {
    const [first] = await listReports(own, award);
    if (!first) throw new Error('a grant of the demonstration owes no report');
    const item = (['done', 'changed', 'learned'] as const).map((linkId) => ({ linkId, answer: [{ valueString: given[linkId] }] }));
    await updateSent(own, first.id, { spent: centsOf(given.spent), people: given.people, answers: { resourceType: 'QuestionnaireResponse', status: 'completed', item } });
    await raiseEvent(own, { kind: 'funding.report-sent', subject: first.id });
    return first.id;
  });
  if (given.accepted) await as(fund.officer, given.accepted, async (own) => {
    await updateAnswered(own, award, id, { state: 'accepted', answer: '' });
    await raiseEvent(own, { kind: 'funding.report-answered', subject: id });
  });
}
