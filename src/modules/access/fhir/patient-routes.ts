import { writeAudit } from '#app/platform/audit/audit.ts';
import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { explain } from '../consent/rules.ts';
import { caring, writing } from '../paths.ts';
import { addAlias, enterPerson, recordContact } from '../person/actions.ts';
import { deskOf } from '../person/desk.ts';
import { findContact, findIdentity, findPerson, listAliases, listFacts, listPersons, writeFound } from '../person/queries.ts';
import { nameKey } from '../person/search-key.ts';
import type { Section } from '../sections.ts';
import { bundle, created, type Json, outcome, readResource } from './outcome.ts';
import { fromPatient, toPatient } from './patient.ts';
import { byId, keyed } from './route.ts';
import { systems } from './urls.ts';

/** People for programs: read, searched by a posted form, and entered. */
export function patientRoutes(): Route[] {
  return [
    keyed('GET', 'Patient', 'access.fhir-search-patient', caring, async () => outcome(400, [{ code: 'not-supported', text: 'Names and dates never stand in an address: search with POST Patient/_search.' }])),
    keyed('POST', 'Patient/_search', 'access.search-persons', caring, searchPatients),
    keyed('GET', 'Patient/:id', 'access.open-person', caring, byId(async (visit, id) => {
      visit.about('person', id);
      return await patientOf(visit, id);
    })),
    keyed('POST', 'Patient', 'access.enter-person', writing, postPatient),
  ];
}

/** The Patient as its reader may see it; each section that is shown or withheld leaves an audit line, as on the page. */
async function patientOf(visit: Visit, id: string): Promise<Json | undefined> {
  const outcomes = new Map<Section, string>();
  for (const { section, facts } of await listFacts(visit, id, ['identity', 'contact'])) {
    const explained = explain(facts);
    outcomes.set(section, explained.outcome);
    await writeAudit(visit, { action: 'access.read-section', subject: { kind: 'person', id }, decision: explained.outcome === 'mask' ? 'mask' : 'permit', detail: { section } });
  }
  const masked = [...outcomes].flatMap(([section, said]) => (said === 'mask' ? [section] : []));
  const person = await findPerson(visit, id);
  if (person) return toPatient({ person, identity: await findIdentity(visit, id), aliases: await listAliases(visit, id), contact: await findContact(visit, id), masked });
  return masked.length > 0 ? { resourceType: 'Patient', id, meta: { security: masked.map((code) => ({ system: systems.withheld, code })) } } : undefined;
}

async function searchPatients(visit: Visit): Promise<Answer> {
  const sought = { family: nameKey(visit.form.text('family')), given: nameKey(visit.form.text('given')), birth: visit.form.text('birthdate') || null };
  if (sought.birth && !/^\d{4}-\d{2}-\d{2}$/.test(sought.birth)) return outcome(400, [{ code: 'invalid', text: 'birthdate is a whole date such as 1960-05-31.' }]);
  if (!sought.family && !sought.given && !sought.birth) return outcome(400, [{ code: 'required', text: 'Give family, given or birthdate as fields of a form.' }]);
  const people = await listPersons(visit, sought);
  await writeFound(visit, people);
  const found = await Promise.all(people.map(async ({ id }) => await patientOf(visit, id)));
  return bundle(visit, found.filter((one) => one !== undefined));
}

async function postPatient(visit: Visit): Promise<Answer> {
  const desk = deskOf(visit);
  if (!desk) return notFound;
  const read = readResource(visit, 'Patient', (value) => fromPatient(value, visit.today));
  if ('faults' in read) return outcome(422, read.faults);
  const { identity, aliases, contact, doNotContact, language } = read.value;
  const id = await enterPerson(visit, desk, { identity, language });
  visit.about('person', id);
  for (const alias of aliases) await addAlias(visit, desk, id, alias);
  if (contact || doNotContact) await recordContact(visit, desk, id, { contact: contact ?? { phone: null, email: null, address: null, postcode: null, safeToLeaveMessage: false, preference: 'none' }, doNotContact });
  return created(visit, 'Patient', id, await patientOf(visit, id));
}
