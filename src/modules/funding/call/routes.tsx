import { writeAudit } from '#app/platform/audit/audit.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { uniqueSlug } from '#app/ui/readable-slug.ts';
import { fundQuestionnaire } from '../application/questionnaire.ts';
import { firstQuestions } from '../form/default.ts';
import { insertForm, listForms } from '../form/queries.ts';
import { readAnswer, readCall, readCategory, readCriterion, readSession } from './input.ts';
import { KeepPage, MakePage, OfficePage } from './office-pages.tsx';
import { callPaths } from './paths.ts';
import { CallPage, CallsPage } from './public-pages.tsx';
import {
  type Call, deletePart, findCall, insertCall, insertCategory, insertCriterion, insertQuestion, insertSession, listAnswered, listCalls, listCategories, listCriteria, listQuestions, listSessions,
  updateAnswer, updateCall, updatePublished,
} from './queries.ts';
import { lacksOf, stateOf } from './rules.ts';
import { callWords } from './words.ts';

const office = { roles: ['fund-officer', 'plan-manager'] };
type Step = Parameters<typeof callPaths.step>[1];

/** Calls for everybody, and where the office makes them. Fixed paths stand before those with parameters. */
export function callRoutes(site: SiteSource): Route[] {
  const step = (name: Step, work: (visit: Visit, call: Call) => Promise<FieldErrors | 'conflict' | undefined>): Route => ({
    method: 'POST', path: callPaths.step(':slug', name), may: office, audit: `call.${name}`, maxBody: 2_000_000,
    handle: async (visit) => {
      const call = await findCall(visit, { slug: visit.params.slug ?? '' });
      if (!call) return notFound;
      visit.about('call', call.id);
      const outcome = await work(visit, call);
      if (outcome === 'conflict') return problem('conflict');
      return outcome ? invalid(await keep(visit, call, name, outcome)) : redirect(localized(visit.language, callPaths.keep(call.slug)));
    },
  });
  return [
    { method: 'GET', path: callPaths.list, may: 'anyone', audit: 'none', handle: async (visit) => page(<CallsPage frame={frame(visit, callWords[visit.language].title)} calls={await listCalls(visit)} now={visit.now} />) },
    { method: 'GET', path: callPaths.office, may: office, audit: 'none', handle: async (visit) => page(<OfficePage frame={frame(visit, callWords[visit.language].office, 'fund-calls')} calls={await listCalls(visit)} now={visit.now} />) },
    { method: 'GET', path: callPaths.make, may: office, audit: 'none', handle: async (visit) => page(<MakePage frame={frame(visit, callWords[visit.language].make, 'fund-calls')} typed={emptyForm} />) },
    { method: 'POST', path: callPaths.make, may: office, audit: 'call.make', handle: make },
    { method: 'GET', path: callPaths.keep(':slug'), may: office, audit: 'none', handle: async (visit) => {
      const call = await findCall(visit, { slug: visit.params.slug ?? '' });
      return call ? page(await keep(visit, call)) : notFound;
    } },
    step('dates', async (visit, call) => {
      const read = readCall(visit.form, visit.language, visit.timeZone);
      if (read.errors) return read.errors;
      return (await updateCall(visit, call.id, read.value)) === 0 ? { 'closes-on': callWords[visit.language].notSaved } : undefined;
    }),
    step('category', async (visit, call) => {
      const read = await readCategory(visit.form, visit.language);
      if (read.errors) return read.errors;
      if (!changeable(visit, call)) return 'conflict';
      await insertCategory(visit, { id: newId(), call: call.id, ...read.value, questionnaire: read.value.questionnaire ?? fundQuestionnaire });
      return undefined;
    }),
    step('criterion', async (visit, call) => {
      const read = readCriterion(visit.form, visit.language);
      if (read.errors) return read.errors;
      if (!changeable(visit, call)) return 'conflict';
      await insertCriterion(visit, { id: newId(), call: call.id, ...read.value });
      return undefined;
    }),
    step('session', async (visit, call) => {
      const read = readSession(visit.form, visit.language, visit.timeZone);
      if (read.errors) return read.errors;
      await insertSession(visit, { id: newId(), call: call.id, ...read.value });
      return undefined;
    }),
    step('remove', async (visit, call) => {
      const kind = (['category', 'criterion', 'session'] as const).find((one) => one === visit.form.text('kind'));
      const id = visit.form.text('id');
      return kind && isId(id) && (await deletePart(visit, call.id, kind, id)) > 0 ? undefined : 'conflict';
    }),
    step('publish', async (visit, call) => {
      const parts = { categories: await listCategories(visit, call.id), criteria: await listCriteria(visit, call.id) };
      return lacksOf({ ...call, ...parts }, visit.now).length === 0 && (await updatePublished(visit, call.id)) > 0 ? undefined : 'conflict';
    }),
    step('answer', async (visit, call) => {
      const read = readAnswer(visit.form, visit.language);
      if (read.errors) return read.errors;
      const id = visit.form.text('id');
      return isId(id) && (await updateAnswer(visit, call.id, id, read.value)) > 0 ? undefined : 'conflict';
    }),
    { method: 'GET', path: callPaths.show(':slug'), may: 'anyone', audit: 'none', handle: async (visit) => await withPublished(visit, async (call) => page(await show(visit, call, undefined, visit.query.has('asked')))) },
    { method: 'POST', path: callPaths.ask(':slug'), may: 'anyone', audit: 'call.ask', limit: { name: 'fund-question', max: 10, seconds: 600 }, handle: ask },
  ];

  function frame(visit: Visit, title: string, current = 'fund', hasErrors = false) {
    return frameOf(visit, site(), { title, current, hasErrors });
  }

  async function withPublished(visit: Visit, work: (call: Call) => Promise<Answer>): Promise<Answer> {
    const call = await findCall(visit, { slug: visit.params.slug ?? '' });
    return call && stateOf(call, visit.now) !== 'draft' ? await work(call) : notFound;
  }

  async function show(visit: Visit, call: Call, errors?: FieldErrors, asked = false) {
    const [categories, criteria, sessions, answered] = [await listCategories(visit, call.id), await listCriteria(visit, call.id), await listSessions(visit, call.id), await listAnswered(visit, call.id)];
    return <CallPage frame={frame(visit, call.title[visit.language], 'fund', errors !== undefined)} call={call} categories={categories} criteria={criteria} sessions={sessions} answered={answered} forms={await listForms(visit, call.id)} now={visit.now} typed={visit.form.text('asked')} errors={errors} asked={asked} />;
  }

  async function ask(visit: Visit): Promise<Answer> {
    return await withPublished(visit, async (call) => {
      const words = callWords[visit.language];
      const asked = visit.form.text('asked');
      if (stateOf(call, visit.now) === 'closed') return problem('conflict');
      if (asked === '' || asked.length > 2000) return invalid(await show(visit, call, { asked: asked === '' ? words.askMissing : words.askLong }));
      await insertQuestion(visit, { id: newId(), call: call.id, asked, language: visit.language });
      return redirect(`${localized(visit.language, callPaths.show(call.slug))}?asked`);
    });
  }

  async function make(visit: Visit): Promise<Answer> {
    const read = readCall(visit.form, visit.language, visit.timeZone);
    if (read.errors) return invalid(<MakePage frame={frame(visit, callWords[visit.language].make, 'fund-calls', true)} typed={visit.form} errors={read.errors} />);
    const id = newId();
    const slug = uniqueSlug(read.value.title.en, id);
    await insertCall(visit, { id, slug, ...read.value, demonstration: site().demonstration });
    for (const stage of ['interim', 'final'] as const) await insertForm(visit, { call: id, stage, version: 1, questionnaire: firstQuestions(stage), months: null });
    await writeAudit(visit, { action: 'call.made', subject: { kind: 'call', id } });
    return redirect(localized(visit.language, callPaths.keep(slug)));
  }

  async function keep(visit: Visit, call: Call, step?: Step, errors?: FieldErrors) {
    const [categories, criteria] = [await listCategories(visit, call.id), await listCriteria(visit, call.id)];
    return <KeepPage frame={frame(visit, call.title[visit.language], 'fund-calls', errors !== undefined)} call={call} categories={categories} criteria={criteria} sessions={await listSessions(visit, call.id)} questions={await listQuestions(visit, call.id)} forms={await listForms(visit, call.id)} lacks={lacksOf({ ...call, categories, criteria }, visit.now)} now={visit.now} typed={visit.form} step={step} errors={errors} />;
  }
}

/** Whether what applicants were told may still change. */
function changeable(visit: Visit, call: Call): boolean {
  return ['draft', 'to-come'].includes(stateOf(call, visit.now));
}
