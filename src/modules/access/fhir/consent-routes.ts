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
import { absent, bundle, outcome, readResource, resource } from './outcome.ts';
import { keyed } from './route.ts';
import { fhirBase } from './urls.ts';

/** Consents for programs: read, searched by person, and recorded. */
export function consentRoutes(): Route[] {
  return [
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
