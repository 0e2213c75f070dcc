import { isId } from '#app/platform/db/id.ts';
import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { recordConsent } from '../consent/actions.ts';
import { findConsentById, listConsents } from '../consent/queries.ts';
import { mayWrite } from '../consent/rules.ts';
import { caring, writing } from '../paths.ts';
import { deskOf } from '../person/desk.ts';
import { findFacts, findPerson, listAgencies } from '../person/queries.ts';
import { fromConsent, toConsent } from './consent.ts';
import { bundle, created, type Json, outcome, patientAsked, readResource, refusePerson } from './outcome.ts';
import { byId, keyed } from './route.ts';

/** Consents for programs: read, searched by person, and recorded. */
export function consentRoutes(): Route[] {
  return [
    keyed('GET', 'Consent', 'access.list-consents', caring, searchConsents),
    keyed('GET', 'Consent/:id', 'access.read-consent', caring, byId(consentOf)),
    keyed('POST', 'Consent', 'access.record-consent', writing, postConsent),
  ];
}

async function consentOf(visit: Visit, id: string): Promise<Json | undefined> {
  const [consent, desk] = [await findConsentById(visit, id), deskOf(visit)];
  if (!consent || !desk) return undefined;
  visit.about('person', consent.person);
  return toConsent(consent, desk.agency, visit.today);
}

async function searchConsents(visit: Visit): Promise<Answer> {
  const id = patientAsked(visit);
  if (!id) return outcome(400, [{ code: 'required', text: 'Give patient=Patient/id.' }]);
  visit.about('person', id);
  const [person, desk] = [await findPerson(visit, id), deskOf(visit)];
  const consents = person && desk && person.agency === desk.agency ? await listConsents(visit, id) : [];
  return bundle(visit, consents.map((one) => toConsent({ ...one, person: id }, person?.agency ?? '', visit.today)));
}

async function postConsent(visit: Visit): Promise<Answer> {
  const desk = deskOf(visit);
  if (!desk) return notFound;
  const agencies = (await listAgencies(visit)).map((one) => one.id);
  const read = readResource(visit, 'Consent', (value) => fromConsent(value, visit.today, agencies));
  if ('faults' in read) return outcome(422, read.faults);
  if (!isId(read.patient) || !mayWrite(await findFacts(visit, read.patient, 'identity'))) return refusePerson('Consent.patient');
  visit.about('person', read.patient);
  const id = await recordConsent(visit, desk.account, read.patient, read.value);
  return created(visit, 'Consent', id, await consentOf(visit, id));
}
