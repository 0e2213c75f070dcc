import { writeAudit } from '#app/platform/audit/audit.ts';
import { isId } from '#app/platform/db/id.ts';
import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { recordConsent } from '../consent/actions.ts';
import { findConsentById, listConsents } from '../consent/queries.ts';
import { explain, mayWrite } from '../consent/rules.ts';
import { caring, writing } from '../paths.ts';
import { addAlias, enterPerson, recordContact } from '../person/actions.ts';
import { deskOf } from '../person/desk.ts';
import { findContact, findFacts, findIdentity, findPerson, listAgencies, listAliases, listFacts, listPersons, writeFound } from '../person/queries.ts';
import { nameKey } from '../person/search-key.ts';
import type { Section } from '../sections.ts';
import { capability } from './capability.ts';
import { fromConsent, toConsent } from './consent.ts';
import { organization } from './organization.ts';
import { absent, bundle, type Json, outcome, readResource, resource } from './outcome.ts';
import { fromPatient, toPatient } from './patient.ts';
import { listQuestionnaires } from './questionnaire.ts';
import { fhirBase } from './urls.ts';

type Given = Pick<Route, 'audit' | 'may' | 'limit' | 'bearer'> & { readonly handle: (visit: Visit) => Promise<Answer> };
const route = (method: 'GET' | 'POST', path: string, given: Given): Route => ({ method, path: `/fhir/${path}`, localized: false, machine: true, ...given });
const keyed = (method: 'GET' | 'POST', path: string, audit: string, may: Given['may'], handle: Given['handle']) => route(method, path, { audit, may, bearer: true, handle });
const open = (path: string, handle: Given['handle']) => route('GET', path, { audit: 'none', may: 'anyone', handle });

/** FHIR R4 for programs, read and create: each key acts as its account, under the same row policies as the pages. */
export function fhirRoutes(): Route[] {
  return [
    open('metadata', async (visit) => resource(capability(fhirBase(visit.baseUrl)))),
    open('Questionnaire', async (visit) => bundle(listQuestionnaires(), fhirBase(visit.baseUrl))),
    open('Questionnaire/:id', async (visit) => {
      const found = listQuestionnaires().find((one) => one.id === visit.params.id);
      return found ? resource(found) : absent;
    }),
    open('Organization/:id', async (visit) => await organization(visit, visit.params.id ?? '')),
    keyed('GET', 'Patient', 'access.fhir-search-patient', caring, async () => outcome(400, [{ code: 'not-supported', text: 'Names and dates never stand in an address: search with POST Patient/_search.' }])),
    keyed('POST', 'Patient/_search', 'access.search-persons', caring, searchPatients),
    keyed('GET', 'Patient/:id', 'access.open-person', caring, async (visit) => {
      const found = isId(visit.params.id) ? await patientOf(visit, visit.params.id) : undefined;
      return found ? resource(found) : absent;
    }),
    keyed('POST', 'Patient', 'access.enter-person', writing, postPatient),
    keyed('GET', 'Consent', 'access.list-consents', caring, searchConsents),
    keyed('GET', 'Consent/:id', 'access.read-consent', caring, async (visit) => {
      const consent = isId(visit.params.id) ? await findConsentById(visit, visit.params.id) : undefined;
      const agency = deskOf(visit)?.agency;
      if (!consent || !agency) return absent;
      visit.about('person', consent.person);
      return resource(toConsent(consent, agency, visit.today));
    }),
    keyed('POST', 'Consent', 'access.record-consent', writing, postConsent),
  ];
}

/** The Patient as its reader may see it; each section that is shown or withheld leaves an audit line, as on the page. */
async function patientOf(visit: Visit, id: string): Promise<Json | undefined> {
  visit.about('person', id);
  const outcomes = new Map<Section, string>();
  for (const { section, facts } of await listFacts(visit, id, ['identity', 'contact'])) {
    const explained = explain(facts);
    outcomes.set(section, explained.outcome);
    await writeAudit(visit, { action: 'access.read-section', subject: { kind: 'person', id }, decision: explained.outcome === 'mask' ? 'mask' : 'permit', detail: { section } });
  }
  const masked = [...outcomes].flatMap(([section, said]) => (said === 'mask' ? [section] : []));
  const person = await findPerson(visit, id);
  if (person) return toPatient({ person, identity: await findIdentity(visit, id), aliases: await listAliases(visit, id), contact: await findContact(visit, id), masked });
  return masked.length > 0 ? { resourceType: 'Patient', id, meta: { security: masked.map((code) => ({ system: 'urn:x-common-table:withheld', code })) } } : undefined;
}

async function searchPatients(visit: Visit): Promise<Answer> {
  const sought = { family: nameKey(visit.form.text('family')), given: nameKey(visit.form.text('given')), birth: visit.form.text('birthdate') || null };
  if (sought.birth && !/^\d{4}-\d{2}-\d{2}$/.test(sought.birth)) return outcome(400, [{ code: 'invalid', text: 'birthdate is a whole date such as 1960-05-31.' }]);
  if (!sought.family && !sought.given && !sought.birth) return outcome(400, [{ code: 'required', text: 'Give family, given or birthdate as fields of a form.' }]);
  const people = await listPersons(visit, sought);
  await writeFound(visit, people);
  const found = await Promise.all(people.map(async ({ id }) => await patientOf(visit, id)));
  return bundle(found.filter((one) => one !== undefined), fhirBase(visit.baseUrl));
}

async function postPatient(visit: Visit): Promise<Answer> {
  const desk = deskOf(visit);
  if (!desk) return notFound;
  const body = readResource(visit.body, 'Patient');
  const read = 'faults' in body ? body : fromPatient(body.value, visit.today);
  if ('faults' in read) return outcome(422, read.faults);
  const { identity, aliases, contact, doNotContact, language } = read.value;
  const id = await enterPerson(visit, desk, { identity, language });
  visit.about('person', id);
  for (const alias of aliases) await addAlias(visit, desk, id, alias);
  if (contact || doNotContact) await recordContact(visit, desk, id, { contact: contact ?? { phone: null, email: null, address: null, postcode: null, safeToLeaveMessage: false, preference: 'none' }, doNotContact });
  return resource((await patientOf(visit, id)) ?? {}, 201, { location: `${fhirBase(visit.baseUrl)}/Patient/${id}` });
}

async function searchConsents(visit: Visit): Promise<Answer> {
  const id = /^(?:Patient\/)?([\w-]+)$/.exec(visit.query.get('patient') ?? '')?.[1];
  if (!isId(id)) return outcome(400, [{ code: 'required', text: 'Give patient=Patient/id.' }]);
  visit.about('person', id);
  const [person, desk] = [await findPerson(visit, id), deskOf(visit)];
  const consents = person && desk && person.agency === desk.agency ? await listConsents(visit, id) : [];
  return bundle(consents.map((one) => toConsent({ ...one, person: id }, person?.agency ?? '', visit.today)), fhirBase(visit.baseUrl));
}

async function postConsent(visit: Visit): Promise<Answer> {
  const desk = deskOf(visit);
  if (!desk) return notFound;
  const body = readResource(visit.body, 'Consent');
  const read = 'faults' in body ? body : fromConsent(body.value, visit.today, (await listAgencies(visit)).map((one) => one.id));
  if ('faults' in read) return outcome(422, read.faults);
  if (!isId(read.patient) || !mayWrite(await findFacts(visit, read.patient, 'identity'))) return outcome(422, [{ code: 'not-found', expression: 'Consent.patient', text: 'There is no such person, or her record is not open to you.' }]);
  visit.about('person', read.patient);
  const id = await recordConsent(visit, desk.account, read.patient, read.value);
  const made = await findConsentById(visit, id);
  return resource(made ? toConsent(made, desk.agency, visit.today) : {}, 201, { location: `${fhirBase(visit.baseUrl)}/Consent/${id}` });
}
