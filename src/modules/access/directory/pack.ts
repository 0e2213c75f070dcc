import type { PackOrganisation, PackService, PackServices } from '#app/community-pack/service-schema.ts';
import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, nothingKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Directory, OrganizationEntry, ScheduleRow, ServiceEntry, Source } from './entry.ts';
import { keepDirectory } from './keep.ts';
import { isDemonstration, joinAgencies } from './pack-queries.ts';
import { stableId } from './stable-id.ts';

/** The unit in which a pack counts room. */
export const placesUnit = { id: stableId('unit', 'places'), name: 'places', scheme: null, identifier: null, uri: null };
export const needTaxonomy = { id: stableId('taxonomy', 'needs'), name: 'Common Table needs', description: 'What people look for help with, in plain words.', uri: null, version: '1' };
export const conditionTaxonomy = { id: stableId('taxonomy', 'conditions'), name: 'Common Table conditions', description: 'What a service asks somebody to be or to have.', uri: null, version: '1' };

/**
 * Loads the services of a content pack. Made-up ones are loaded into a demonstration alone: a real person must never call an invented number.
 * Organisations are joined to the agencies of this installation that are there by now.
 */
export async function loadDirectory(scope: Scope, { services: pack, community, sources }: Pick<Pack, 'services' | 'community' | 'sources'>): Promise<Kept> {
  const demonstration = await isDemonstration(scope);
  const shown = { ...pack, organisations: pack.organisations.filter((one) => demonstration || !one.demonstration), services: pack.services.filter((one) => demonstration || !one.demonstration) };
  if (shown.organisations.length === 0 && pack.needs.length === 0) return nothingKept;
  const named = (slugs: readonly string[]): Source[] => slugs.flatMap((slug) => (sources[slug] ? [{ title: sources[slug].title, url: sources[slug].url }] : []));
  const { kept } = await keepDirectory(scope, 'pack', 'pack', directoryOf(shown, named, new Map(community.municipalities.map((one) => [one.id, one.name]))));
  await joinAgencies(scope, shown.organisations.flatMap((one) => (one.agency ? [{ id: stableId('organization', one.id), agency: one.agency }] : [])));
  return kept;
}

type Named = (slugs: readonly string[]) => Source[];
type Places = ReadonlyMap<string, { en: string; fr: string }>;

function directoryOf(pack: PackServices, named: Named, places: Places): Directory {
  const term = (taxonomy: string, kind: string) => (one: PackServices['needs'][number], position: number) => ({
    id: stableId(kind, one.id), taxonomy_id: taxonomy, code: one.id, name: one.name, description: one.text, parent_id: null, term_uri: null, position,
  });
  const owners = new Map(pack.organisations.map((one) => [one.id, one]));
  return {
    taxonomies: [needTaxonomy, conditionTaxonomy], units: [placesUnit],
    terms: [...pack.needs.map(term(needTaxonomy.id, 'need')), ...pack.conditions.map(term(conditionTaxonomy.id, 'condition'))],
    organizations: pack.organisations.map((one) => organizationOf(one, named)),
    services: pack.services.flatMap((one) => {
      const owner = owners.get(one.organisation);
      return owner ? [serviceOf(one, owner, named, places)] : [];
    }),
  };
}

function organizationOf(one: PackOrganisation, named: Named): OrganizationEntry {
  const id = stableId('organization', one.id);
  return {
    row: { id, name: one.name, description: one.description, only_language: null, email: one.email ?? null, website: one.website ?? null, demonstration: one.demonstration, sources: named(one.sources) },
    phones: one.phone ? [phoneOf(`organization/${one.id}`, one.phone)] : [], contacts: [], urls: [],
  };
}

function phoneOf(of: string, number: string, description: { en: string; fr: string } | null = null) {
  return { id: stableId('phone', of), number, extension: null, type: 'voice', description, position: 0 };
}

function serviceOf(one: PackService, owner: PackOrganisation, named: Named, places: Places): ServiceEntry {
  const id = stableId('service', one.id);
  const part = (kind: string, name: string | number) => stableId(kind, `${one.id}/${name}`);
  const names = new Intl.DisplayNames('en', { type: 'language' });
  const { address, capacity, cost } = one;
  return {
    row: {
      id, organization_id: stableId('organization', owner.id), name: one.name, alternate_name: null, description: one.description, only_language: null, url: one.url ?? null, email: one.email ?? null, status: 'active',
      minimum_age: one.ages.from ?? null, maximum_age: one.ages.to ?? null, eligibility_description: one.eligibility ?? null, application_process: one.how, fees_description: cost?.note ?? null,
      interpretation_services: one.interpretation ?? null, accreditations: null, licenses: null, alert: null, takes_referrals: one.referrals, demonstration: one.demonstration, sources: named(one.sources), known_from: '0001-01-01',
    },
    phones: one.phone ? [phoneOf(`service/${one.id}`, one.phone, one.phoneNote ?? null)] : [],
    schedules: [
      ...one.hours.map((hours, position): ScheduleRow => scheduleOf(part('schedule', position), position, { freq: 'WEEKLY', byday: hours.days.join(','), opens_at: hours.from, closes_at: hours.to })),
      ...(one.hoursNote ? [scheduleOf(part('schedule', 'note'), one.hours.length, { description: one.hoursNote })] : []),
    ],
    languages: one.languages.map((code) => ({ id: part('language', code), name: names.of(code) ?? code, code, note: null })),
    costs: cost ? [{ id: part('cost', 1), valid_from: null, valid_to: null, option: cost.note ?? null, currency: 'CAD', amount: cost.amount, amount_description: null }] : [],
    areas: one.areas === 'everywhere' ? [{ id: part('area', 'everywhere'), municipality_slug: null, everywhere: true, name: { en: 'Everywhere', fr: 'Partout' }, extent: null, extent_type: null, uri: null }]
      : one.areas.map((slug) => ({ id: part('area', slug), municipality_slug: slug, everywhere: false, name: places.get(slug) ?? { en: slug, fr: slug }, extent: null, extent_type: null, uri: null })),
    attributes: [
      ...one.needs.map((slug) => ({ id: part('attribute', `need/${slug}`), taxonomy_term_id: stableId('need', slug), link_type: 'need', value: null, label: null })),
      ...one.conditions.map((slug) => ({ id: part('attribute', `condition/${slug}`), taxonomy_term_id: stableId('condition', slug), link_type: 'eligibility', value: null, label: null })),
    ],
    contacts: [], urls: [],
    places: address ? [{ id: part('service-at-location', 1), description: null, location: {
      row: { id: part('location', 1), organization_id: stableId('organization', owner.id), location_type: 'physical', name: address.line, description: null, transportation: address.transport ?? null, latitude: address.lat ?? null, longitude: address.long ?? null, url: null },
      addresses: [{ id: part('address', 1), attention: null, address_1: address.line, address_2: null, city: address.city, region: null, state_province: address.province, postal_code: address.postalCode, country: 'CA', address_type: 'physical' }],
      phones: [], schedules: [],
    } }] : [],
    assured: one.checked ? { date: one.checked, by: owner.name } : null,
    capacity: capacity ? { id: part('capacity', 1), unit_id: placesUnit.id, code: capacity.code, available: capacity.available, maximum: null, description: null, updated: `${capacity.on}T12:00:00Z` } : null,
  };
}

export function scheduleOf(id: string, position: number, given: Partial<ScheduleRow>): ScheduleRow {
  return { id, valid_from: null, valid_to: null, freq: null, interval: null, byday: null, bymonthday: null, opens_at: null, closes_at: null, attending_type: null, description: null, position, ...given };
}
