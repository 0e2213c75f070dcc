import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import type { Json } from '#app/methods/questionnaire/fhir.ts';
import { answersFromForm } from '#app/methods/questionnaire/form/answers-from-form.ts';
import { initialResponse } from '#app/methods/questionnaire/initial.ts';
import type { Issue } from '#app/methods/questionnaire/issue.ts';
import { settleResponse } from '#app/methods/questionnaire/settle.ts';
import { readingText, translationGaps } from '#app/methods/questionnaire/translation.ts';
import { readability } from '#app/methods/readability/readability.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, bytes, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { isDay } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { uniqueSlug } from '#app/ui/readable-slug.ts';
import { listConsultations } from '../consultation/queries.ts';
import { compiledOf, fields, issuesOf, openedIn, parsed } from '../response/course.ts';
import { EntryPage } from '../response/entry-page.tsx';
import { countAnswers, countResponses, insertResponse, listAnswers, listResponses } from '../response/queries.ts';
import { itemsOf, offeredTypes, readQuestion, withItems } from './compose.ts';
import { answersCsv, codebookCsv, responsesCsv } from './export.ts';
import { readDates, readQuestionnaire, readSurvey } from './input.ts';
import { KeepPage, MakePage, OfficePage, ResultsPage, SurveysPage } from './pages.tsx';
import { surveyPaths } from './paths.ts';
import { findSurvey, insertSurvey, insertVersion, listSurveys, listVersions, type Survey, updateDates, updateQuestionnaire } from './queries.ts';
import { dropResults, findProtected, type KeptResults } from './public-results.ts';
import { countedOf, inWords } from './results.ts';
import { isClosed } from './rules.ts';
import { listCategories, toldIn } from './told.ts';
import { surveyWords } from './words.ts';

const office = { roles: ['plan-manager'] };
const readers = { roles: ['plan-manager', 'analyst'] };
const largest = 2_000_000;

/** Surveys: the public list and results, and where the plan office makes them, types in paper forms and takes the answers away. */
export function surveyRoutes(site: SiteSource): Route[] {
  const step = (name: 'dates' | 'compose' | 'remove' | 'up' | 'version', work: (visit: Visit, survey: Survey) => Promise<FieldErrors | undefined>): Route => ({
    method: 'POST', path: surveyPaths.step(':slug', name), may: office, audit: `survey.${name}`, maxBody: largest,
    handle: async (visit) => {
      const survey = await findSurvey(visit, visit.params.slug ?? '');
      if (!survey) return notFound;
      const errors = await work(visit, survey);
      return errors ? invalid(await keep(visit, survey, errors)) : redirect(localized(visit.language, surveyPaths.keep(survey.slug)));
    },
  });
  const change = async (visit: Visit, survey: Survey, items: readonly Json[]) => {
    if ((await updateQuestionnaire(visit, survey.version, withItems(survey.questionnaire, items))) === 0) return { type: surveyWords[visit.language].locked };
    return undefined;
  };
  return [
    { method: 'GET', path: surveyPaths.list, may: 'anyone', audit: 'none', handle: async (visit) => page(<SurveysPage frame={frame(visit, surveyWords[visit.language].title)} surveys={(await listSurveys(visit)).filter((one) => one.opensOn !== null && one.opensOn <= visit.today)} today={visit.today} />) },
    { method: 'GET', path: surveyPaths.office, may: readers, audit: 'none', handle: async (visit) => page(<OfficePage frame={frame(visit, surveyWords[visit.language].office)} surveys={await listSurveys(visit)} today={visit.today} mayMake={hasRole(visit, 'plan-manager')} />) },
    { method: 'GET', path: surveyPaths.make, may: office, audit: 'none', handle: async (visit) => page(<MakePage frame={frame(visit, surveyWords[visit.language].make)} typed={visit.form} />) },
    { method: 'POST', path: surveyPaths.make, may: office, audit: 'survey.make', maxBody: largest, handle: make },
    { method: 'GET', path: surveyPaths.keep(':slug'), may: readers, audit: 'none', handle: async (visit) => {
      const survey = await findSurvey(visit, visit.params.slug ?? '');
      return survey ? page(await keep(visit, survey)) : notFound;
    } },
    step('dates', async (visit, survey) => {
      const read = readDates(visit.form, visit.language, (await listConsultations(visit)).map((one) => one.slug));
      if (read.errors) return read.errors;
      if ((await updateDates(visit, survey.slug, read.value)) === 0) return { consultation: surveyWords[visit.language].joinedAlready };
      await dropResults(visit, survey.slug, read.value.consultation !== survey.consultation);
      await raiseEvent(visit, { kind: 'engagement.survey-dated', subject: survey.version });
      return undefined;
    }),
    step('compose', async (visit, survey) => {
      const read = readQuestion(visit.form, visit.language, survey.questionnaire, await listCategories(visit));
      return 'errors' in read ? read.errors : await change(visit, survey, [...itemsOf(survey.questionnaire), read.value]);
    }),
    step('remove', async (visit, survey) => await change(visit, survey, itemsOf(survey.questionnaire).filter((item) => item.linkId !== visit.form.text('item')).map((item) => withoutCondition(item, visit.form.text('item'))))),
    step('up', async (visit, survey) => await change(visit, survey, moveUp(itemsOf(survey.questionnaire), visit.form.text('item')))),
    step('version', async (visit, survey) => {
      const read = await readQuestionnaire(visit.form, visit.language);
      if (read.errors) return read.errors;
      if (read.value === undefined) return { file: surveyWords[visit.language].badFile };
      await insertVersion(visit, { id: newId(), survey: survey.slug, questionnaire: read.value });
      return undefined;
    }),
    { method: 'GET', path: surveyPaths.entry(':slug'), may: office, audit: 'none', handle: async (visit) => {
      const survey = await findSurvey(visit, visit.params.slug ?? '');
      return survey ? page(entryPage(visit, survey, undefined, [], new Map(), visit.query.has('saved'))) : notFound;
    } },
    { method: 'POST', path: surveyPaths.entry(':slug'), may: office, audit: 'none', maxBody: largest, handle: enter },
    { method: 'GET', path: surveyPaths.results(':slug'), may: 'anyone', audit: 'none', handle: results },
    { method: 'GET', path: surveyPaths.export(':slug', ':file'), may: readers, audit: 'survey.export', handle: exportFile },
  ];

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'surveys', hasErrors });
  }

  async function make(visit: Visit): Promise<Answer> {
    const read = await readSurvey(visit.form, visit.language);
    if (read.errors) return invalid(<MakePage frame={frame(visit, surveyWords[visit.language].make, true)} typed={visit.form} errors={read.errors} />);
    const slug = uniqueSlug(read.value.title.en, newId());
    await insertSurvey(visit, { slug, ...read.value, demonstration: false, opensOn: null });
    await insertVersion(visit, { id: newId(), survey: slug, questionnaire: read.value.questionnaire });
    return redirect(localized(visit.language, surveyPaths.keep(slug)));
  }

  async function keep(visit: Visit, survey: Survey, errors?: FieldErrors) {
    const compiled = compiledOf(survey.version, survey.questionnaire);
    const grade = (language: 'en' | 'fr') => {
      const measured = readability(readingText(compiled, language), language);
      return measured.value === undefined ? '–' : `${Math.round(measured.value * 10) / 10} (${measured.measure === 'lix' ? 'LIX' : 'Flesch–Kincaid'})`;
    };
    const checks = { gradeEn: grade('en'), gradeFr: grade('fr'), gaps: translationGaps(compiled, 'fr') };
    return <KeepPage frame={frame(visit, survey.title[visit.language], errors !== undefined)} typed={visit.form} errors={errors} survey={survey} compiled={compiled} checks={checks} responses={await countResponses(visit, survey.version)} versions={await listVersions(visit, survey.slug)} consultations={await listConsultations(visit)} types={offeredTypes(await listCategories(visit))} office={hasRole(visit, 'plan-manager')} />;
  }

  function entryPage(visit: Visit, survey: Survey, response: Json | undefined, issues: readonly Issue[], blanks: ReadonlyMap<string, number>, saved = false, wrongDay?: string) {
    const compiled = compiledOf(survey.version, survey.questionnaire);
    return <EntryPage frame={frame(visit, surveyWords[visit.language].entry, issues.length > 0)} survey={survey} compiled={compiled} response={response ?? initialResponse(compiled)} issues={issues} typed={saved ? emptyForm : visit.form} once={randomBytes(16).toString('hex')} saved={saved} wrongDay={wrongDay} blanks={blanks} />;
  }

  async function enter(visit: Visit): Promise<Answer> {
    const survey = await findSurvey(visit, visit.params.slug ?? '');
    if (!survey) return notFound;
    if (visit.form.text(fields.version) !== survey.version) return problem('conflict');
    const compiled = compiledOf(survey.version, survey.questionnaire);
    const read = answersFromForm(compiled, visit.form.entries(), { before: initialResponse(compiled) });
    const received = visit.form.text('~received') || visit.today;
    const wrongDay = !isDay(received) || received > visit.today ? surveyWords[visit.language].badDate : undefined;
    const issues = read.rowsChanged ? [] : issuesOf(compiled, read.response, visit.language);
    if (read.rowsChanged) return page(entryPage(visit, survey, read.response, [], read.blanks));
    const opened = openedIn(compiled, visit.form, parsed(visit.form.text(fields.soFar)), read.response, undefined);
    if (opened.length > 0) return page(entryPage(visit, survey, read.response, issues.filter((issue) => !opened.some((one) => issue.expression.startsWith(one.path))), read.blanks, false, wrongDay));
    if (issues.length > 0 || wrongDay) return invalid(entryPage(visit, survey, read.response, issues, read.blanks, false, wrongDay));
    const settled = settleResponse(compiled, read.response, 'completed');
    const channel = visit.form.text('~channel') === 'telephone' ? 'telephone' : 'paper';
    const lines = flattenAnswers(settled);
    const taken = await insertResponse(visit, { id: randomUUID(), version: survey.version, channel, language: visit.form.text('~language') === 'fr' ? 'fr' : 'en', receivedOn: received, answers: { ...settled }, once: createHash('sha256').update(`entry ${visit.form.text(fields.once)}`).digest(), lines, mayQuote: visit.form.text(fields.quote) === 'yes', told: toldIn(compiled, lines) });
    if (taken) await writeAudit(visit, { action: 'survey.enter', subject: { kind: 'survey', id: survey.slug } });
    return redirect(localized(visit.language, `${surveyPaths.entry(survey.slug)}?saved`));
  }

  async function results(visit: Visit): Promise<Answer> {
    const survey = await findSurvey(visit, visit.params.slug ?? '', versionIn(visit));
    const staff = visit.actor.kind === 'staff' && visit.actor.roles.some((role) => readers.roles.includes(role));
    if (!survey || (!staff && !(survey.resultsPublic && isClosed(survey, visit.today)))) return notFound;
    const compiled = compiledOf(survey.version, survey.questionnaire);
    const results: KeptResults | undefined = staff ? { responses: await countResponses(visit, survey.version), questions: countedOf(compiled, await countAnswers(visit, survey.version)) } : await findProtected(visit, survey.version);
    return page(<ResultsPage frame={frame(visit, surveyWords[visit.language].results)} survey={survey} compiled={compiled} responses={results?.responses} blocked={results?.blocked === true} results={inWords(compiled, results?.questions ?? [], visit.language)} versions={await listVersions(visit, survey.slug)} staff={staff} />);
  }

  async function exportFile(visit: Visit): Promise<Answer> {
    const survey = await findSurvey(visit, visit.params.slug ?? '', versionIn(visit));
    if (!survey) return notFound;
    visit.about('survey', survey.slug);
    const compiled = compiledOf(survey.version, survey.questionnaire);
    const file = visit.params.file ?? '';
    const send = (type: string, body: string) => bytes(type, body, { headers: { 'content-disposition': `attachment; filename="${survey.slug}-${file}"` } });
    if (file === 'answers.csv') return send('text/csv; charset=utf-8', answersCsv(await listAnswers(visit, survey.version)));
    if (file === 'responses.csv') return send('text/csv; charset=utf-8', responsesCsv(compiled, await listResponses(visit, survey.version), await listAnswers(visit, survey.version)));
    if (file === 'codebook.csv') return send('text/csv; charset=utf-8', codebookCsv(compiled));
    return file === 'questionnaire.json' ? send('application/fhir+json; charset=utf-8', JSON.stringify(survey.questionnaire, null, 2)) : notFound;
  }
}

/** The version that the address asks for; the newest where it names none. */
function versionIn(visit: Visit): number | undefined {
  const asked = visit.query.get('version') ?? '';
  return /^\d{1,4}$/.test(asked) ? Number(asked) : undefined;
}

function moveUp(items: readonly Json[], linkId: string): Json[] {
  const at = items.findIndex((item) => item.linkId === linkId);
  const moved = [...items];
  const [one, before] = [moved[at], moved[at - 1]];
  if (one && before) [moved[at - 1], moved[at]] = [one, before];
  return moved;
}

/** An item whose question is gone is asked always. */
function withoutCondition(item: Json, gone: string): Json {
  if (!Array.isArray(item.enableWhen) || !item.enableWhen.some((one: unknown) => typeof one === 'object' && one !== null && 'question' in one && one.question === gone)) return item;
  const { enableWhen: _, ...rest } = item;
  return rest;
}
