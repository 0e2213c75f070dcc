import { z } from 'zod';
import type { AttributeRow, Directory, LocationEntry, OrganizationEntry, PhoneRow, ScheduleRow, ServiceEntry, TaxonomyRow, TermRow, UnitRow } from './entry.ts';
import { type HsdsLocation, hsdsOrganization, type HsdsOrganization, hsdsService, type HsdsService, type HsdsTerm } from './hsds-schema.ts';
import { capacityCodes } from './offer.ts';
import { placesUnit, scheduleOf } from './pack.ts';
import { stableId } from './stable-id.ts';

/** A row that cannot be taken in, where it stands and why. */
export type Refusal = { readonly row: string; readonly reason: string };
export type ReadDirectory = { readonly directory: Directory; readonly refusals: readonly Refusal[] };

/**
 * Reads full services of HSDS (those of a Page, of a list, or one alone) into entries. Each row that is not as HSDS has it is refused with its
 * place and the reason; the others are read. Texts in one language stand in both, marked.
 */
export function readHsds(given: unknown): ReadDirectory {
  const refusals: Refusal[] = [];
  const items = itemsOf(given);
  if (items === undefined) return { directory: emptyDirectory, refusals: [{ row: 'the whole file', reason: 'must be a page of services (with contents), a list of services, or one service' }] };
  const organizations = new Map<string, OrganizationEntry>();
  const services = new Map<string, ServiceEntry>();
  const terms = new Map<string, { term: TermRow; taxonomy: TaxonomyRow }>();
  const units = new Map<string, UnitRow>([[placesUnit.id, placesUnit]]);
  for (const [place, item] of items.entries()) {
    const row = `services ${place + 1}${nameOf(item)}`;
    const read = hsdsService.safeParse(item);
    if (!read.success) {
      refusals.push({ row, reason: reasonOf(read.error) });
      continue;
    }
    const service = read.data;
    const owner = service.organization ? hsdsOrganization.safeParse(service.organization) : undefined;
    const id = service.organization_id ?? owner?.data?.id;
    if (owner && !owner.success) refusals.push({ row, reason: `organization: ${reasonOf(owner.error)}` });
    else if (id === undefined) refusals.push({ row, reason: 'organization: the service names none' });
    else if (owner?.data && owner.data.id !== id) refusals.push({ row, reason: `organization_id: ${id} is not the id of the organization that stands with it` });
    else if (services.has(service.id)) refusals.push({ row, reason: `id: ${service.id} stands there twice` });
    else {
      if (owner?.data) organizations.set(id, organizationOf(owner.data));
      for (const attribute of service.attributes) if (attribute.taxonomy_term) terms.set(attribute.taxonomy_term.id, termOf(attribute.taxonomy_term));
      for (const { unit } of service.capacities) if (unit) units.set(unit.id, { id: unit.id, name: unit.name, scheme: unit.scheme ?? null, identifier: unit.identifier ?? null, uri: unit.uri ?? null });
      services.set(service.id, serviceOf(service, id));
    }
  }
  return { directory: {
    taxonomies: [...new Map([...terms.values()].map(({ taxonomy }) => [taxonomy.id, taxonomy])).values()], terms: distinctCodes([...terms.values()].map(({ term }) => term)), units: [...units.values()],
    organizations: [...organizations.values()], services: [...services.values()],
  }, refusals };
}

/** A code stands once in a taxonomy: a second term of the same code gets its id added. */
function distinctCodes(terms: readonly TermRow[]): TermRow[] {
  const seen = new Set<string>();
  return terms.map((term) => {
    const key = `${term.taxonomy_id} ${term.code}`;
    const twice = seen.has(key);
    seen.add(key);
    return twice ? { ...term, code: `${term.code} ${term.id}` } : term;
  });
}

const emptyDirectory: Directory = { taxonomies: [], terms: [], units: [], organizations: [], services: [] };

function itemsOf(given: unknown): readonly unknown[] | undefined {
  if (Array.isArray(given)) return given;
  const page = z.looseObject({ contents: z.array(z.unknown()) }).safeParse(given);
  if (page.success) return page.data.contents;
  return z.looseObject({ id: z.unknown(), name: z.unknown() }).safeParse(given).success ? [given] : undefined;
}

function nameOf(item: unknown): string {
  const read = z.looseObject({ id: z.string() }).safeParse(item);
  return read.success ? ` (${read.data.id.slice(0, 60)})` : '';
}

function reasonOf(error: z.ZodError): string {
  return error.issues.slice(0, 5).map((issue) => `${issue.path.join('.') || 'the row'}: ${issue.message}`).join('; ');
}

type Translated = { readonly translations?: { readonly fr?: Readonly<Record<string, string>> | undefined; readonly en?: Readonly<Record<string, string>> | undefined } | undefined };
/** Both languages where the feed has them by the profile; otherwise the same words in both, and English is said to be the only one. */
function speaker({ translations }: Translated) {
  const other = translations?.fr;
  return { only: other?.name ? null : ('en' as const), both: (field: string, text: string | undefined) => (text === undefined || text === '' ? null : { en: text, fr: other?.[field] || text }) };
}
const unsaid = { en: 'No description was given.', fr: 'Aucune description n’a été fournie.' };
const same = (text: string | undefined) => (text === undefined || text === '' ? null : { en: text, fr: text });

function organizationOf(one: HsdsOrganization): OrganizationEntry {
  const { only, both } = speaker(one);
  return {
    row: { id: one.id, name: both('name', one.name) ?? unsaid, description: both('description', one.description) ?? unsaid, only_language: only, email: one.email ?? null, website: one.website ?? null, demonstration: one.demonstration ?? false, sources: [] },
    phones: one.phones.map(phoneOf), contacts: one.contacts.map(contactOf), urls: one.additional_websites.map((url) => ({ id: url.id, label: url.label ?? null, url: url.url })),
  };
}
const contactOf = (one: HsdsService['contacts'][number]) => ({ id: one.id, name: one.name ?? null, title: one.title ?? null, department: one.department ?? null, email: one.email ?? null });
const phoneOf = (one: HsdsService['phones'][number], position: number): PhoneRow => ({ id: one.id, number: one.number, extension: one.extension ?? null, type: one.type ?? null, description: same(one.description), position });

function serviceOf(one: HsdsService, owner: string): ServiceEntry {
  const { only, both } = speaker(one);
  const capacity = one.capacities[0];
  return {
    row: {
      id: one.id, organization_id: owner, name: both('name', one.name) ?? unsaid, alternate_name: one.alternate_name ?? null, description: both('description', one.description) ?? unsaid, only_language: only, url: one.url ?? null, email: one.email ?? null,
      status: one.status, minimum_age: one.minimum_age ?? null, maximum_age: one.maximum_age ?? null, eligibility_description: both('eligibility_description', one.eligibility_description), application_process: both('application_process', one.application_process),
      fees_description: both('fees_description', one.fees_description), interpretation_services: both('interpretation_services', one.interpretation_services), accreditations: one.accreditations ?? null, licenses: one.licenses ?? null,
      alert: both('alert', one.alert), takes_referrals: one.takes_referrals ?? true, demonstration: one.demonstration ?? false, sources: [], known_from: '0001-01-01',
    },
    phones: one.phones.map(phoneOf), schedules: one.schedules.map(readSchedule), contacts: one.contacts.map(contactOf), urls: one.additional_urls.map((url) => ({ id: url.id, label: url.label ?? null, url: url.url })),
    languages: one.languages.flatMap((each) => (each.name || each.code ? [{ id: each.id, name: each.name || (each.code ?? ''), code: each.code?.slice(0, 3).toLowerCase() ?? null, note: each.note ?? null }] : [])),
    costs: one.cost_options.map((each) => ({ id: each.id, valid_from: each.valid_from ?? null, valid_to: each.valid_to ?? null, option: same(each.option), currency: each.currency ?? null, amount: each.amount ?? null, amount_description: same(each.amount_description) })),
    areas: one.service_areas.map((each) => ({ id: each.id, municipality_slug: each.municipality ?? null, everywhere: each.everywhere ?? false, name: same(each.name) ?? same(each.description) ?? same(each.extent) ?? unsaid, extent: each.extent ?? null, extent_type: each.extent_type ?? null, uri: each.uri ?? null })),
    attributes: one.attributes.flatMap((each): AttributeRow[] => (each.taxonomy_term ? [{ id: each.id, taxonomy_term_id: each.taxonomy_term.id, link_type: each.link_type ?? null, value: each.value ?? null, label: each.label ?? null }] : [])),
    places: one.service_at_locations.flatMap((each) => (each.location ? [{ id: each.id, description: same(each.description), location: locationOf(each.location, owner) }] : [])),
    assured: one.assured_date ? { date: one.assured_date.slice(0, 10), by: same(one.assured_by ?? one.organization?.name) ?? { en: 'the source of this entry', fr: 'la source de cette fiche' } } : null,
    capacity: capacity?.unit ? {
      id: capacity.id, unit_id: capacity.unit.id, code: capacityCodes.find((code) => code === capacity.capacity_code) ?? (capacity.available > 0 ? 'capacity' : 'no-capacity'), available: capacity.available, maximum: capacity.maximum ?? null,
      description: same(capacity.description), updated: new Date(capacity.updated).toISOString(),
    } : null,
  };
}

function locationOf(one: HsdsLocation, owner: string): LocationEntry {
  return {
    row: { id: one.id, organization_id: owner, location_type: one.location_type, name: one.name ?? null, description: same(one.description), transportation: same(one.transportation), latitude: one.latitude ?? null, longitude: one.longitude ?? null, url: one.url ?? null },
    addresses: one.addresses.map((each) => ({ id: each.id, attention: each.attention ?? null, address_1: each.address_1, address_2: each.address_2 ?? null, city: each.city, region: each.region ?? null, state_province: each.state_province, postal_code: each.postal_code, country: each.country, address_type: each.address_type })),
    phones: one.phones.map(phoneOf), schedules: one.schedules.map(readSchedule),
  };
}

// A time in UTC is not turned into local time: in summer and in winter it would be another one. Such hours are unknown, and unknown is asked.
const localTime = (time: string | undefined) => (time?.endsWith('Z') ? null : (/^([01]\d|2[0-3]):[0-5]\d/.exec(time ?? '')?.[0] ?? null));
function readSchedule(one: HsdsService['schedules'][number], position: number): ScheduleRow {
  return scheduleOf(one.id, position, {
    valid_from: one.valid_from ?? null, valid_to: one.valid_to ?? null, freq: one.freq ?? null, interval: one.interval ?? null, byday: one.byday ?? null, bymonthday: one.bymonthday ?? null, opens_at: localTime(one.opens_at), closes_at: localTime(one.closes_at),
    attending_type: one.attending_type ?? null, description: same(one.description ?? one.notes),
  });
}

function termOf(one: HsdsTerm): { term: TermRow; taxonomy: TaxonomyRow } {
  const detail = one.taxonomy_detail;
  const id = one.taxonomy_id ?? detail?.id ?? stableId('taxonomy', one.taxonomy ?? 'unnamed');
  return {
    term: { id: one.id, taxonomy_id: id, code: one.code ?? one.id, name: same(one.name) ?? unsaid, description: same(one.description) ?? unsaid, parent_id: null, term_uri: one.term_uri ?? null, position: 0 },
    taxonomy: { id, name: detail?.name ?? one.taxonomy ?? 'unnamed', description: detail?.description ?? one.taxonomy ?? 'unnamed', uri: detail?.uri ?? null, version: detail?.version ?? null },
  };
}
