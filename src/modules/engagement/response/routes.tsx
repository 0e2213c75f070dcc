import { createHash, randomBytes, randomUUID } from 'node:crypto';
import { flattenAnswers } from '#app/methods/questionnaire/flat-answers.ts';
import { isObject } from '#app/methods/questionnaire/fhir.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { settleResponse, stepsOf } from '#app/methods/questionnaire/settle.ts';
import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page } from '#app/platform/http/answer.ts';
import { codeDoor, codeSecret } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { addDays } from '#app/ui/format.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { codeFrom, normalCode } from '../issue/rules.ts';
import { surveyPaths } from '../survey/paths.ts';
import { findBegun, findSurvey, type Survey } from '../survey/queries.ts';
import { isOpen } from '../survey/rules.ts';
import { toldIn } from '../survey/told.ts';
import { surveyWords } from '../survey/words.ts';
import { begin, compiledOf, fields, takeTurn, type Turn } from './course.ts';
import { AskPage, MessagePage, PrintPage, ResumePage, ReviewPage, StartPage } from './pages.tsx';
import { deleteDraft, findDraft, insertDraft, insertResponse, updateDraft } from './queries.ts';

/** How long a draft is kept under its code, in days. */
const draftDays = 30;
/** The secret that a draft's code stands for. */
const secretOf = (code: string) => codeSecret('survey', code);
const door = codeDoor({ limit: 'survey-code' }, secretOf);
const onceHash = (once: string) => createHash('sha256').update(`response ${once}`).digest();
const largestForm = 1_000_000;

/** Answering a survey: no cookie, no account, no audit line; what was answered travels with the form until it is sent or saved under a code. */
export function responseRoutes(site: SiteSource): Route[] {
  const limit = { name: 'survey', max: 600, seconds: 600 };
  return [
    { method: 'GET', path: surveyPaths.resume, may: 'anyone', audit: 'none', handle: async (visit) => page(<ResumePage frame={frame(visit, surveyWords[visit.language].resume)} typed="" />) },
    { ...door.behind, method: 'POST', path: surveyPaths.resume, audit: 'none', handle: resume },
    { method: 'GET', path: surveyPaths.show(':slug'), may: 'anyone', audit: 'none', handle: start },
    { method: 'GET', path: surveyPaths.print(':slug'), may: 'anyone', audit: 'none', handle: async (visit) => {
      const survey = await findSurvey(visit, visit.params.slug ?? '');
      return survey ? page(<PrintPage frame={frame(visit, survey.title[visit.language])} survey={survey} compiled={compiledOf(survey.version, survey.questionnaire)} />) : notFound;
    } },
    { method: 'POST', path: surveyPaths.answer(':slug'), may: 'anyone', audit: 'none', limit, maxBody: largestForm, capability: ({ form }) => secretOf(form.text(fields.code)), handle: answer },
  ];

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'surveys', unlisted: visit.method === 'POST', hasErrors });
  }

  async function start(visit: Visit): Promise<Answer> {
    const survey = await findSurvey(visit, visit.params.slug ?? '');
    if (!survey) return notFound;
    const compiled = compiledOf(survey.version, survey.questionnaire);
    const steps = stepsOf(compiled, { resourceType: 'QuestionnaireResponse' }).length;
    return page(<StartPage frame={frame(visit, survey.title[visit.language])} survey={survey} compiled={compiled} steps={steps} once={randomBytes(16).toString('hex')} isOpen={isOpen(survey, visit.today)} />);
  }

  async function answer(visit: Visit): Promise<Answer> {
    const version = visit.form.text(fields.version);
    const survey = isId(version) ? await findBegun(visit, version) : undefined;
    if (!survey || survey.slug !== visit.params.slug) return notFound;
    if (!isOpen(survey, visit.today)) return message(visit, surveyWords[visit.language].title, surveyWords[visit.language].closedNow);
    const compiled = compiledOf(survey.version, survey.questionnaire);
    const once = /^[0-9a-f]{32}$/.test(visit.form.text(fields.once)) ? visit.form.text(fields.once) : randomBytes(16).toString('hex');
    const first = begin(compiled, once);
    const turn: Turn = visit.form.text(fields.action) === 'begin'
      ? (first.step === undefined ? { kind: 'review', progress: first } : { kind: 'ask', progress: first, step: first.step, issues: [], blanks: new Map(), named: [] }) : takeTurn(compiled, visit.form, visit.language);
    return await show(visit, survey, compiled, turn);
  }

  async function show(visit: Visit, survey: Survey, compiled: Compiled, turn: Turn): Promise<Answer> {
    if (turn.kind === 'ask') {
      const drawn = <AskPage frame={frame(visit, survey.title[visit.language], turn.issues.length > 0)} survey={survey} compiled={compiled} progress={turn.progress} step={turn.step} issues={turn.issues} blanks={turn.blanks} named={turn.named} />;
      return turn.issues.length > 0 ? invalid(drawn) : page(drawn);
    }
    if (turn.kind === 'review') return page(<ReviewPage frame={frame(visit, surveyWords[visit.language].review)} survey={survey} compiled={compiled} progress={turn.progress} />);
    return turn.kind === 'save' ? await save(visit, survey, turn) : await send(visit, survey, compiled, turn);
  }

  async function save(visit: Visit, survey: Survey, { progress }: Turn): Promise<Answer> {
    const words = surveyWords[visit.language];
    const kept = { answers: { ...progress.response }, step: progress.step ?? null, ends: addDays(visit.today, draftDays) };
    const code = progress.code && (await updateDraft(visit, kept)) > 0 ? normalCode(progress.code) : codeFrom(randomBytes(10));
    if (code !== normalCode(progress.code)) await insertDraft(visit, { ...kept, version: survey.version, once: Buffer.from(progress.once, 'hex'), language: visit.language, code: hashToken(secretOf(code) ?? '') });
    return page(<MessagePage frame={frame(visit, words.saved)} title={words.saved} lead={words.savedLead} code={code} />);
  }

  async function send(visit: Visit, survey: Survey, compiled: Compiled, { progress }: Turn): Promise<Answer> {
    const settled = settleResponse(compiled, progress.response, 'completed');
    const lines = flattenAnswers(settled);
    // A random id: one that is ordered by time would tell when it was sent.
    const taken = await insertResponse(visit, { id: randomUUID(), version: survey.version, channel: 'online', language: visit.language, receivedOn: visit.today, answers: { ...settled }, once: onceHash(progress.once), lines, mayQuote: progress.quote, told: toldIn(compiled, lines) });
    if (progress.code) await deleteDraft(visit);
    const words = surveyWords[visit.language];
    return page(<MessagePage frame={frame(visit, words.thanks)} title={words.thanks} lead={taken ? words.thanksLead : words.sentBefore} />);
  }

  async function resume(visit: Visit): Promise<Answer> {
    const words = surveyWords[visit.language];
    const draft = await door.open(visit, findDraft);
    const survey = draft ? await findBegun(visit, draft.version) : undefined;
    if (!draft || !survey) return invalid(<ResumePage frame={frame(visit, words.resume, true)} typed={visit.form.text('code')} error={words.noDraft} />);
    if (!isOpen(survey, visit.today)) return message(visit, words.title, words.closedNow);
    const compiled = compiledOf(survey.version, survey.questionnaire);
    const progress = { response: isObject(draft.answers) ? draft.answers : {}, step: undefined, once: Buffer.from(draft.once).toString('hex'), code: visit.form.text('code'), quote: false };
    const step = stepsOf(compiled, progress.response).find((one) => one === draft.step) ?? stepsOf(compiled, progress.response)[0];
    return await show(visit, survey, compiled, step === undefined ? { kind: 'review', progress } : { kind: 'ask', progress: { ...progress, step }, step, issues: [], blanks: new Map(), named: [] });
  }

  function message(visit: Visit, title: string, lead: string): Answer {
    return page(<MessagePage frame={frame(visit, title)} title={title} lead={lead} />);
  }
}
