import { newId } from '#app/platform/db/id.ts';
import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { isObject, listOf } from '#app/methods/questionnaire/fhir.ts';
import { validate } from '#app/methods/questionnaire/validate.ts';
import { keepAnswers, type Wish } from '../assessment/actions.ts';
import { beginAssessment, listAssessments, readAssessment } from '../assessment/queries.ts';
import { readerFor } from '../assessment/reader.ts';
import { alarmingIn } from '../assessment/rules.ts';
import { findVersion, insertVersion, listDecided, listVersions } from '../instrument/queries.ts';
import { isOffered, monthsOf } from '../instrument/rules.ts';
import type { Version } from '../instrument/shelf.ts';
import { caring, writing } from '../paths.ts';
import { deskOf } from '../person/desk.ts';
import { alertPaths } from '../safety-alert/paths.ts';
import { bundle, created, type Fault, type Json, outcome, patientAsked, readResource, refuse, refusePerson } from './outcome.ts';
import { findPinned } from './questionnaire.ts';
import { fromResponse, type ResponseRead, toResponse } from './questionnaire-response.ts';
import { byId, keyed } from './route.ts';

const largest = 1_000_000;
const wishes: Readonly<Record<ResponseRead['status'], Wish>> = { completed: 'finish', stopped: 'close', 'in-progress': 'save' };

/** Assessments for programs: read, searched by person, and entered, under the rules of the pages. */
export function questionnaireResponseRoutes(): Route[] {
  return [
    keyed('GET', 'QuestionnaireResponse', 'access.open-assessments', caring, search),
    keyed('GET', 'QuestionnaireResponse/:id', 'access.open-assessment', caring, byId(responseOf)),
    keyed('POST', 'QuestionnaireResponse', 'access.write-assessment', writing, post, largest),
  ];
}

async function responseOf(visit: Visit, id: string): Promise<Json | undefined> {
  const kept = await readAssessment(visit, id);
  const version = kept ? await findVersion(visit, kept.hash) : undefined;
  if (!kept || !version) return undefined;
  visit.about('person', kept.person);
  return toResponse(kept, version, kept.alert ? addressOf(visit, kept.person, kept.alert) : undefined);
}

const addressOf = (visit: Visit, person: string, alert: string): string => `${visit.baseUrl}/${visit.language}${alertPaths.show(person, alert)}`;

async function search(visit: Visit): Promise<Answer> {
  const id = patientAsked(visit);
  if (!id) return outcome(400, [{ code: 'required', text: 'Give patient=Patient/id.' }]);
  visit.about('person', id);
  const reader = await readerFor(visit, id);
  const lines = reader ? await listAssessments(visit, id) : [];
  const versions = await listVersions(visit, lines.map((line) => line.hash));
  const [url, number] = (visit.query.get('questionnaire') ?? '').split('|');
  const found: Json[] = [];
  for (const line of lines) {
    const version = versions.get(line.hash);
    if (!version || (url && version.url !== url) || (number && version.number !== number)) continue;
    const kept = await readAssessment(visit, line.id);
    if (kept) found.push(toResponse(kept, version, line.alert ? addressOf(visit, id, line.alert) : undefined));
  }
  return bundle(visit, found, reader?.withheld);
}

async function post(visit: Visit): Promise<Answer> {
  const desk = deskOf(visit);
  if (!desk) return notFound;
  const read = readResource(visit, 'QuestionnaireResponse', (value) => fromResponse(value, desk.agency, visit.today));
  if ('faults' in read) return outcome(422, read.faults);
  const { patient, questionnaire, status, language, items } = read.value;
  const reader = patient ? await readerFor(visit, patient) : undefined;
  if (!reader || reader.writes.length === 0) return refusePerson('QuestionnaireResponse.subject');
  visit.about('person', reader.id);
  const [version, decided] = [await findPinned(visit, questionnaire), await listDecided(visit)];
  if (!version || !reader.writes.includes(version.section) || !isOffered(version, decided)) return refuse('not-found', 'QuestionnaireResponse.questionnaire', 'This version of a questionnaire is not offered here, or not to you for this person.');
  const response: Json = { resourceType: 'QuestionnaireResponse', questionnaire, status: 'in-progress', ...(items.length > 0 ? { item: asked(items, version) } : {}) };
  const faults = faultsIn(visit, version, response);
  if (faults.length > 0) return outcome(422, faults);
  await insertVersion(visit, version);
  const id = newId();
  const begun = await beginAssessment(visit, { id, person: reader.id, instrument: version.id, hash: version.hash, byPerson: false, language });
  const kept = begun ? await readAssessment(visit, id) : undefined;
  if (!kept) return refusePerson('QuestionnaireResponse.subject');
  await keepAnswers(visit, kept, { version, revision: kept.revision, response, wish: wishes[status], months: monthsOf(version, decided), language });
  return created(visit, 'QuestionnaireResponse', id, await responseOf(visit, id));
}

/** The answers alone: what the questionnaire computes is computed here, whatever was sent for it. */
function asked(items: readonly unknown[], version: Version): Json[] {
  return items.filter(isObject).filter((one) => typeof one.linkId !== 'string' || version.compiled.byLinkId.get(one.linkId)?.calculated === undefined)
    .map((one) => (one.item === undefined ? one : { ...one, item: asked(listOf(one.item), version) }));
}

/** What of the answers could not be kept. A refusal of answers that call for somebody to act says so, because nobody here has been told of them. */
function faultsIn(visit: Visit, version: Version, response: Json): readonly Fault[] {
  const errors = validate(version.compiled, response, { language: visit.language, now: visit.now.toISOString() }).issues.filter((issue) => issue.severity === 'error');
  const unheard = errors.length > 0 && alarmingIn(version.compiled, response).length > 0;
  return [...errors, ...(unheard ? [{ code: 'business-rule', expression: 'QuestionnaireResponse', text: 'An answer calls for somebody to act today. Nothing was kept and nobody was told: see to the person now, and send it again without the faults.' } as const] : [])];
}
