import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { callPaths } from '../call/paths.ts';
import { type Call, type Category, findCall, listCategories, updateQuestions } from '../call/queries.ts';
import { stateOf } from '../call/rules.ts';
import { firstQuestions, reportQuestionnaire } from './default.ts';
import { readQuestions, type Row, rowsOf, typedRows } from './input.ts';
import { type Stage, stages } from './model.ts';
import { EditPage, PreviewPage } from './pages.tsx';
import { formPaths } from './paths.ts';
import { insertForm, listForms } from './queries.ts';
import { questionnaireOf, questionsOf } from './questions.ts';
import { formWords } from './words.ts';

const office = { roles: ['fund-officer', 'plan-manager'] };
/** What is edited: the questions of a category, or those of a stage of reports. */
type Part = { readonly call: Call; readonly name: string; readonly title: { en: string; fr: string }; readonly version: number; readonly questionnaire: unknown } & ({ readonly category: Category; readonly stage?: undefined } | { readonly category?: undefined; readonly stage: Stage; readonly months: number | null });

/** The forms of a call: what applications and reports are asked. */
export function formRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: formPaths.preview(':slug', ':part'), may: office, audit: 'none', handle: async (visit) => await withPart(visit, async (part) => page(
      <PreviewPage frame={frame(visit, part)} call={part.call} part={part.name} title={part.title[visit.language]} questionnaire={part.questionnaire} fixed={part.stage === 'interim' || part.stage === 'final'} changes={changeable(visit, part.call)} />,
    )) },
    { method: 'GET', path: formPaths.edit(':slug', ':part'), may: office, audit: 'none', handle: async (visit) => await withPart(visit, async (part) => (changeable(visit, part.call) ? page(edit(visit, part)) : problem('conflict'))) },
    { method: 'POST', path: formPaths.edit(':slug', ':part'), may: office, audit: 'form.write', handle: async (visit) => await withPart(visit, async (part) => await write(visit, part)) },
  ];

  function frame(visit: Visit, part: Part, hasErrors = false) {
    return frameOf(visit, site(), { title: part.title[visit.language], current: 'fund-calls', hasErrors });
  }

  async function withPart(visit: Visit, work: (part: Part) => Promise<Answer>): Promise<Answer> {
    const call = await findCall(visit, { slug: visit.params.slug ?? '' });
    const part = call ? await partOf(visit, call, visit.params.part ?? '') : undefined;
    if (!part) return notFound;
    visit.about('call', part.call.id);
    return await work(part);
  }

  function edit(visit: Visit, part: Part, again?: { rows: readonly Row[]; errors: Readonly<Record<string, string>> }) {
    const questions = questionsOf(part.questionnaire);
    const months = part.stage === 'follow-up' ? (again ? visit.form.text('months') : String(part.months ?? 12)) : undefined;
    return <EditPage frame={frame(visit, part, Object.keys(again?.errors ?? {}).length > 0)} call={part.call} part={part.name} title={part.title[visit.language]} rows={again?.rows ?? rowsOf(questions ?? [])} months={months} blanks={visit.form.text('do') === 'more' ? 4 : 2} fromFile={questions === undefined} errors={again?.errors ?? {}} />;
  }

  async function write(visit: Visit, part: Part): Promise<Answer> {
    if (!changeable(visit, part.call)) return problem('conflict');
    const rows = typedRows(visit.form);
    if (visit.form.text('do') === 'more') return page(edit(visit, part, { rows, errors: {} }));
    const { value, errors } = readQuestions(rows, visit.language, part.stage === 'follow-up' ? 0 : 1);
    const months = /^\d{1,2}$/.test(visit.form.text('months')) ? Number(visit.form.text('months')) : 0;
    const all = { ...errors, ...(part.stage === 'follow-up' && (months < 1 || months > 36) ? { months: formWords[visit.language].badMonths } : {}) };
    if (Object.keys(all).length > 0) return invalid(edit(visit, part, { rows, errors: all }));
    const questionnaire = questionnaireOf(part.title, part.version + 1, value);
    if (part.category) {
      if ((await updateQuestions(visit, part.category.id, questionnaire)) === 0) return problem('conflict');
    } else await insertForm(visit, { call: part.call.id, stage: part.stage, version: part.version + 1, questionnaire, months: part.stage === 'follow-up' ? months : null });
    return redirect(localized(visit.language, callPaths.keep(part.call.slug)));
  }
}

function changeable(visit: Visit, call: Call): boolean {
  return ['draft', 'to-come'].includes(stateOf(call, visit.now));
}

async function partOf(visit: Visit, call: Call, name: string): Promise<Part | undefined> {
  const category = (await listCategories(visit, call.id)).find((one) => `category-${one.position}` === name);
  const { en, fr } = formWords;
  if (category) return { call, name, category, title: { en: en.application(category.name.en), fr: fr.application(category.name.fr) }, version: 0, questionnaire: category.questionnaire };
  const stage = stages.find((one) => one === name);
  if (!stage) return undefined;
  const form = (await listForms(visit, call.id)).find((one) => one.stage === stage);
  const begun = stage === 'follow-up' ? firstQuestions(stage) : reportQuestionnaire;
  return { call, name, stage, title: { en: en.stages[stage], fr: fr.stages[stage] }, version: form?.version ?? 0, questionnaire: form?.questionnaire ?? begun, months: form?.months ?? null };
}
