import { stringify } from 'csv-stringify/sync';
import { isId } from '#app/platform/db/id.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, bytes, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { isDay } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { safe } from '../application/export.ts';
import { populations } from '../application/model.ts';
import { findOffered } from '../application/offered.ts';
import { type Call, findCall } from '../call/queries.ts';
import { decimalOf, readMoney, sumOf } from '../money.ts';
import type { ReportTyped } from '../report/fields.tsx';
import { sendReport } from '../report/own.tsx';
import { listReports, updateAnswered } from '../report/queries.ts';
import { canBeSent, lateBy } from '../report/state.tsx';
import { reportWords } from '../report/words.ts';
import { changeAmount, giveFromReserve } from './actions.ts';
import { AwardPage, AwardsPage, PaymentsPage } from './pages.tsx';
import { awardPaths } from './paths.ts';
import { type Award, changeAward, findReached, listAwards, listChanges, listInstalments, listPaymentFiles, listPaymentLines, listReleased, makePaymentFile, updatePaid, updateSigned } from './queries.ts';
import { awardWords } from './words.ts';

const office = { roles: ['fund-officer', 'plan-manager'] };

/** Grants, payments and answers to reports, for the office. */
export function awardRoutes(site: SiteSource): Route[] {
  const step = (path: string, which: 'sign' | 'change' | 'answer', work: (visit: Visit, award: Award) => Promise<FieldErrors | 'conflict' | undefined>): Route => ({
    method: 'POST', path, may: office, audit: `award.${which}`, handle: async (visit) => await withAward(visit, async (award) => {
      const outcome = await work(visit, award);
      if (outcome === 'conflict') return problem('conflict');
      return outcome ? invalid(await show(visit, award, which, outcome)) : redirect(localized(visit.language, awardPaths.show(award.id)));
    }),
  });
  return [
    { method: 'GET', path: awardPaths.list(':slug'), may: office, audit: 'none', handle: async (visit) => await withCall(visit, async (call) => page(await list(visit, call))) },
    { method: 'POST', path: awardPaths.reserve(':slug'), may: office, audit: 'award.reserve', handle: async (visit) => await withCall(visit, async (call) => await reserve(visit, call)) },
    { method: 'GET', path: awardPaths.show(':id'), may: office, audit: 'award.read', handle: async (visit) => await withAward(visit, async (award) => page(await show(visit, award))) },
    step(awardPaths.sign(':id'), 'sign', async (visit, award) => {
      const on = visit.form.text('signed-on');
      if (!isDay(on) || on > visit.today) return { 'signed-on': awardWords[visit.language].future };
      return (await updateSigned(visit, award.id, on)) > 0 ? undefined : 'conflict';
    }),
    step(awardPaths.change(':id'), 'change', change),
    step(awardPaths.answer(':id'), 'answer', answer),
    { method: 'POST', path: awardPaths.report(':id'), may: office, audit: 'award.report', handle: async (visit) => await withAward(visit, async (award) => await typeIn(visit, award)) },
    { method: 'GET', path: awardPaths.payments, may: office, audit: 'none', handle: async (visit) => page(await payments(visit)) },
    { method: 'POST', path: awardPaths.make, may: office, audit: 'payment.make', handle: async (visit) => {
      const id = await makePaymentFile(visit);
      if (id) visit.about('payment-file', id);
      return redirect(localized(visit.language, awardPaths.payments));
    } },
    { method: 'GET', path: '/funding/payments/:file', may: office, audit: 'payment.export', handle: async (visit) => {
      const id = (visit.params.file ?? '').replace(/\.csv$/, '');
      const lines = isId(id) && visit.params.file?.endsWith('.csv') ? await listPaymentLines(visit, id) : [];
      if (lines.length === 0) return notFound;
      visit.about('payment-file', id);
      const body = stringify(lines.map((one) => [`${one.number}/${one.position}`, one.number, safe(one.recipient), one.dueOn, decimalOf(one.amount), 'CAD']), { header: true, columns: ['reference', 'grant', 'payee', 'due', 'amount', 'currency'] });
      return bytes('text/csv; charset=utf-8', body, { headers: { 'content-disposition': `attachment; filename="payments-${id}.csv"` } });
    } },
    { method: 'POST', path: awardPaths.paid(':file'), may: office, audit: 'payment.mark', handle: async (visit) => {
      const [id, on] = [visit.params.file ?? '', visit.form.text('paid-on')];
      if (!isDay(on) || on > visit.today) return invalid(await payments(visit, awardWords[visit.language].future));
      if (!isId(id) || (await updatePaid(visit, id, on)) === 0) return problem('conflict');
      visit.about('payment-file', id);
      return redirect(localized(visit.language, awardPaths.payments));
    } },
  ];

  function frame(visit: Visit, title: string, current: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current, hasErrors });
  }
  async function withCall(visit: Visit, work: (call: Call) => Promise<Answer>): Promise<Answer> {
    const call = await findCall(visit, { slug: visit.params.slug ?? '' });
    return call ? await work(call) : notFound;
  }
  async function withAward(visit: Visit, work: (award: Award) => Promise<Answer>): Promise<Answer> {
    const id = visit.params.id ?? '';
    const award = isId(id) ? await findReached(visit, id) : undefined;
    if (!award) return notFound;
    visit.about('award', award.id);
    return await work(award);
  }

  async function list(visit: Visit, call: Call, errors?: FieldErrors) {
    const awards = await listAwards(visit, call.id);
    const lines = [];
    for (const award of awards) {
      const [instalments, reports] = [await listInstalments(visit, award.id), await listReports(visit, award.id)];
      lines.push({ award, handed: sumOf(instalments.filter((one) => one.fileId !== null).map((one) => one.amount)), late: reports.filter((one) => lateBy(one, visit.today) > 0).length });
    }
    const left = call.reserve - sumOf(awards.filter((one) => one.fromReserve).map((one) => one.amount));
    return <AwardsPage frame={frame(visit, awardWords[visit.language].awards, 'fund-calls', errors !== undefined)} call={call} lines={lines} offered={await findOffered(visit)} left={left} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function show(visit: Visit, award: Award, which?: string, errors?: FieldErrors, typedReport?: ReportTyped) {
    const call = await findCall(visit, { id: award.callId });
    if (!call) throw new Error('an award without its call');
    return <AwardPage frame={frame(visit, award.title, 'fund-calls', (errors ?? typedReport) !== undefined)} call={call} award={award} instalments={await listInstalments(visit, award.id)} reports={await listReports(visit, award.id)} changes={await listChanges(visit, award.id)} today={visit.today} typed={visit.form} errors={errors} which={which} typedReport={typedReport} />;
  }

  async function payments(visit: Visit, error?: string) {
    return <PaymentsPage frame={frame(visit, awardWords[visit.language].payments, 'fund-payments', error !== undefined)} released={await listReleased(visit)} files={await listPaymentFiles(visit)} error={error} />;
  }

  async function reserve(visit: Visit, call: Call): Promise<Answer> {
    const words = awardWords[visit.language];
    const { form } = visit;
    const errors: Record<string, string> = {};
    for (const name of ['recipient', 'title', 'summary', 'reason']) if (form.text(name) === '' || form.text(name).length > 1000) errors[name] = words.missing;
    for (const name of ['starts-on', 'ends-on']) if (!isDay(form.text(name))) errors[name] = words.badDay;
    const amount = readMoney(form.text('amount'));
    if (amount === undefined || amount === 0) errors.amount = words.badMoney;
    if (!errors['starts-on'] && !errors['ends-on'] && form.text('ends-on') < form.text('starts-on')) errors['ends-on'] = words.badOrder;
    if (Object.keys(errors).length > 0) return invalid(await list(visit, call, errors));
    const offered = await findOffered(visit);
    const given = await giveFromReserve(visit, call, {
      recipient: form.text('recipient'), registration: form.text('registration'), title: form.text('title'), summary: form.text('summary'), amount: amount ?? 0, startsOn: form.text('starts-on'), endsOn: form.text('ends-on'), reason: form.text('reason'),
      priorities: offered.priorities.map((one) => one.slug).filter((slug) => form.list('priorities').includes(slug)), population: populations.find((one) => one === form.text('population')) ?? null, municipalities: offered.municipalities.map((one) => one.slug).filter((slug) => form.list('municipalities').includes(slug)),
    });
    if (!given) return invalid(await list(visit, call, { amount: words.tooMuch }));
    visit.about('award', given);
    return redirect(localized(visit.language, awardPaths.show(given)));
  }

  async function change(visit: Visit, award: Award): Promise<FieldErrors | undefined> {
    const words = awardWords[visit.language];
    const { form } = visit;
    const errors: Record<string, string> = {};
    const [amount, end] = [form.text('amount') === '' ? award.amount : readMoney(form.text('amount')), form.text('ends-on')];
    if (amount === undefined || amount === 0) errors.amount = words.badMoney;
    if (end !== '' && !isDay(end)) errors['ends-on'] = words.badDay;
    else if (end !== '' && end < award.startsOn) errors['ends-on'] = words.badOrder;
    if (form.text('reason') === '' || form.text('reason').length > 1000) errors.reason = words.missing;
    if (amount === award.amount && (end === '' || end === award.endsOn)) errors.amount ??= words.nothingChanged;
    if (Object.keys(errors).length > 0 || amount === undefined) return errors;
    if (amount !== award.amount && (await changeAmount(visit, award, amount, form.text('reason'))) === 'paid') return { amount: words.belowPaid };
    if (end !== '' && end !== award.endsOn) await changeAward(visit, award, { kind: 'end', endsOn: end }, form.text('reason'));
    return undefined;
  }

  /** A report of a grant from the reserve; whoever has a code sends her own. */
  async function typeIn(visit: Visit, award: Award): Promise<Answer> {
    const report = award.fromReserve ? (await listReports(visit, award.id)).find((one) => one.id === visit.form.text('report')) : undefined;
    if (!report || !canBeSent(report, visit.today)) return problem('conflict');
    const typed = await sendReport(visit, award.amount, report);
    return typed ? invalid(await show(visit, award, 'report', undefined, typed)) : redirect(localized(visit.language, awardPaths.show(award.id)));
  }

  async function answer(visit: Visit, award: Award): Promise<FieldErrors | 'conflict' | undefined> {
    const words = reportWords[visit.language];
    const { form } = visit;
    const state = (['accepted', 'asked', 'refused'] as const).find((one) => one === form.text('state'));
    const text = form.text('answer');
    const errors = { ...(state ? {} : { state: words.noAnswer }), ...((state !== 'accepted' && text === '') || text.length > 2000 ? { answer: words.noText } : {}) };
    if (!state || Object.keys(errors).length > 0) return errors;
    const id = form.text('report');
    if (!isId(id) || (await updateAnswered(visit, award.id, id, { state, answer: text })) === 0) return 'conflict';
    await raiseEvent(visit, { kind: 'funding.report-answered', subject: id });
    return undefined;
  }
}
