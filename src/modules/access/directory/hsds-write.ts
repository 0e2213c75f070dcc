import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { PhoneRow, ScheduleRow, TaxonomyRow } from './entry.ts';
import type { FullLocation, FullOrganization, FullService, MetadataRow, StoredOrganization, StoredService, Term } from './read.ts';

/** JSON of the interface; what is not known is left out, as the schemas have no null. */
export type Json = { readonly [name: string]: string | number | boolean | Json | readonly Json[] | undefined };

const say = (value: string | number | boolean | null): string | number | boolean | undefined => value ?? undefined;
const text = (value: Bilingual | null, language: Language): string | undefined => value?.[language];
/** The other language's words, by the profile; left out where there are none of their own. */
const translated = (row: { only_language: Language | null }, other: Language, texts: Record<string, string | undefined>): Json => {
  const given = Object.entries(texts).filter(([, value]) => value !== undefined);
  return row.only_language || given.length === 0 ? {} : { translations: { [other]: Object.fromEntries(given) } };
};
const otherOf = (language: Language): Language => (language === 'en' ? 'fr' : 'en');

/** A service's own fields, without what belongs to it. */
export function serviceFields(row: StoredService, language: Language): Json {
  const in_ = (of: Language) => ({
    name: row.name[of], description: row.description[of], eligibility_description: text(row.eligibility_description, of), application_process: text(row.application_process, of),
    fees_description: text(row.fees_description, of), interpretation_services: text(row.interpretation_services, of), alert: text(row.alert, of),
  });
  return {
    id: row.id, organization_id: row.organization_id, ...in_(language), alternate_name: say(row.alternate_name), url: say(row.url), email: say(row.email), status: row.status, minimum_age: say(row.minimum_age), maximum_age: say(row.maximum_age),
    accreditations: say(row.accreditations), licenses: say(row.licenses), assured_date: say(row.assured_date), last_modified: stamp(row.changed_at), takes_referrals: row.takes_referrals, demonstration: row.demonstration,
    assured_by: text(row.assured_by, language), ...translated(row, otherOf(language), in_(otherOf(language))),
  };
}

export function organizationFields(row: StoredOrganization, language: Language): Json {
  const in_ = (of: Language) => ({ name: row.name[of], description: row.description[of] });
  return { id: row.id, ...in_(language), email: say(row.email), website: say(row.website), demonstration: row.demonstration, ...translated(row, otherOf(language), in_(otherOf(language))) };
}

/** A service with everything, as GET /services/{id} gives it. */
export function fullService(service: FullService, language: Language): Json {
  const { row } = service;
  return {
    ...serviceFields(row, language), organization: organizationFields(service.organization, language), ...partsOf(service, language), contacts: service.contacts.map(contactOf), additional_urls: service.urls.map(urlOf),
    service_at_locations: service.places.map(({ id, description, location }) => ({ id, service_id: row.id, location_id: location.row.id, description: text(description, language), location: locationOf(location, language) })),
    metadata: service.metadata.map(metadataOf),
  };
}

function partsOf({ row, phones, schedules, languages, costs, areas, attributes, capacity }: FullService, language: Language): Json {
  return {
    phones: phones.map((one) => ({ ...phoneOf(one, language), service_id: row.id })), schedules: schedules.map((one) => ({ ...scheduleOf(one, language), service_id: row.id })),
    languages: languages.map((one) => ({ id: one.id, service_id: row.id, name: one.name, code: say(one.code), note: say(one.note) })),
    cost_options: costs.map((one) => ({ id: one.id, service_id: row.id, valid_from: say(one.valid_from), valid_to: say(one.valid_to), option: text(one.option, language), currency: say(one.currency), amount: say(one.amount), amount_description: text(one.amount_description, language) })),
    service_areas: areas.map((one) => ({ id: one.id, service_id: row.id, name: one.name[language], extent: say(one.extent), extent_type: say(one.extent_type), uri: say(one.uri), municipality: say(one.municipality_slug), everywhere: one.everywhere })),
    capacities: capacity?.unit ? [{
      id: capacity.id, service_id: row.id, available: capacity.available, maximum: say(capacity.maximum), description: text(capacity.description, language) ?? capacity.code, updated: stamp(capacity.updated), capacity_code: capacity.code,
      unit: { id: capacity.unit.id, name: capacity.unit.name, scheme: say(capacity.unit.scheme), identifier: say(capacity.unit.identifier), uri: say(capacity.unit.uri) },
    }] : [],
    attributes: attributes.map(({ row: one, term }) => ({ id: one.id, link_id: row.id, link_entity: 'service', link_type: say(one.link_type), value: say(one.value), label: say(one.label), taxonomy_term_id: term.id, taxonomy_term: termOf(term, language) })),
  };
}

export function fullOrganization({ row, phones, contacts, urls, metadata }: FullOrganization, language: Language, services: readonly StoredService[]): Json {
  return {
    ...organizationFields(row, language), phones: phones.map((one) => ({ ...phoneOf(one, language), organization_id: row.id })), contacts: contacts.map(contactOf), additional_websites: urls.map(urlOf), metadata: metadata.map(metadataOf),
    services: services.map((one) => serviceFields(one, language)),
  };
}

/** A service at a place; `full` with what belongs to both, otherwise their own fields alone. */
export function serviceAtLocation(service: FullService, place: FullService['places'][number], language: Language, full: boolean): Json {
  const { id, description, location } = place;
  const shared = { id, service_id: service.row.id, location_id: location.row.id, description: text(description, language) };
  if (!full) return { ...shared, location: locationFields(location, language), service: serviceFields(service.row, language) };
  return { ...shared, location: locationOf(location, language), service: { ...serviceFields(service.row, language), organization: organizationFields(service.organization, language), ...partsOf(service, language) } };
}

function locationFields({ row }: FullLocation, language: Language): Json {
  return { id: row.id, location_type: row.location_type, url: say(row.url), organization_id: say(row.organization_id), name: say(row.name), description: text(row.description, language), transportation: text(row.transportation, language), latitude: say(row.latitude), longitude: say(row.longitude) };
}

function locationOf(location: FullLocation, language: Language): Json {
  return {
    ...locationFields(location, language),
    addresses: location.addresses.map((one) => ({ id: one.id, location_id: location.row.id, attention: say(one.attention), address_1: one.address_1, address_2: say(one.address_2), city: one.city, region: say(one.region), state_province: one.state_province, postal_code: one.postal_code, country: one.country, address_type: one.address_type })),
    phones: location.phones.map((one) => ({ ...phoneOf(one, language), location_id: location.row.id })), schedules: location.schedules.map((one) => ({ ...scheduleOf(one, language), location_id: location.row.id })),
  };
}

export function termOf(term: Term, language: Language): Json {
  return {
    id: term.id, code: term.code, name: term.name[language], description: term.description[language], parent_id: say(term.parent_id), taxonomy: term.taxonomy?.name, language, taxonomy_id: term.taxonomy_id, term_uri: say(term.term_uri),
    ...(term.taxonomy ? { taxonomy_detail: taxonomyOf(term.taxonomy) } : {}),
  };
}

export function taxonomyOf(one: TaxonomyRow): Json {
  return { id: one.id, name: one.name, description: one.description, uri: say(one.uri), version: say(one.version) };
}

function phoneOf(one: PhoneRow, language: Language): Json {
  return { id: one.id, number: one.number, extension: say(one.extension), type: say(one.type), description: text(one.description, language) };
}
function scheduleOf(one: ScheduleRow, language: Language): Json {
  return {
    id: one.id, valid_from: say(one.valid_from), valid_to: say(one.valid_to), freq: say(one.freq), interval: say(one.interval), byday: say(one.byday), bymonthday: say(one.bymonthday), opens_at: say(one.opens_at), closes_at: say(one.closes_at),
    attending_type: say(one.attending_type), description: text(one.description, language),
  };
}
function contactOf(one: FullService['contacts'][number]): Json {
  return { id: one.id, name: say(one.name), title: say(one.title), department: say(one.department), email: say(one.email) };
}
function urlOf(one: FullService['urls'][number]): Json {
  return { id: one.id, label: say(one.label), url: one.url };
}
function metadataOf(one: MetadataRow): Json {
  return { ...one, resource_type: 'service' };
}
function stamp(moment: string): string {
  return new Date(moment).toISOString();
}
