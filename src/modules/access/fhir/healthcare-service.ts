import type { Scope } from '#app/platform/db/scope.ts';
import { needTaxonomy } from '../directory/pack.ts';
import { type FullService, readServices } from '../directory/read.ts';
import { bilingual } from './bilingual.ts';
import { organizationOf } from './organization.ts';
import type { Json } from './outcome.ts';
import { extensions, systems } from './urls.ts';

/** A service of the directory, which is a public fact, by its id. */
export async function healthcareService(scope: Scope, id: string): Promise<Json | undefined> {
  const [found] = await readServices(scope, [id]);
  return found ? toHealthcareService(found) : undefined;
}

/** A service of the directory as a FHIR R4 HealthcareService; one that is made up is marked as a test. */
export function toHealthcareService(service: FullService): Json {
  const { row, organization, phones, capacity } = service;
  const types = service.attributes.filter(({ term }) => term.taxonomy_id === needTaxonomy.id).map(({ term }) => ({ coding: [{ system: systems.need, code: term.code, display: term.name.en }] }));
  const telecom = [
    ...phones.map((one) => ({ system: 'phone', value: one.extension === null ? one.number : `${one.number} x${one.extension}` })),
    ...(row.email ? [{ system: 'email', value: row.email }] : []), ...(row.url ? [{ system: 'url', value: row.url }] : []),
  ];
  const areas = service.areas.map((one) => ({ display: one.name.en })).filter(({ display }) => display !== '');
  const languages = service.languages.map((one) => ({ ...(one.code ? { coding: [{ system: 'urn:ietf:bcp:47', code: one.code }] } : {}), text: one.name }));
  return {
    resourceType: 'HealthcareService', id: row.id, ...(row.demonstration ? { meta: { security: [{ system: systems.reason, code: 'HTEST' }] } } : {}),
    extension: [{ url: extensions.takesReferrals, valueBoolean: row.takes_referrals }, ...(capacity ? [{ url: systems.capacity, valueCode: capacity.code }] : [])],
    active: row.status === 'active', providedBy: { reference: organizationOf(organization.agency_id, organization.id), display: organization.name.en },
    ...(types.length > 0 ? { type: types } : {}), ...bilingual('name', row.name), ...bilingual('comment', row.description), ...bilingual('extraDetails', row.application_process),
    ...(telecom.length > 0 ? { telecom } : {}), ...(areas.length > 0 ? { coverageArea: areas } : {}), ...(languages.length > 0 ? { communication: languages } : {}),
  };
}
