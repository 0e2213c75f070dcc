import type { Scope } from '#app/platform/db/scope.ts';
import type {
  AddressRow, AreaRow, AttributeRow, CapacityRow, ContactRow, CostRow, LanguageRow, LocationRow, OrganizationRow, PhoneRow, ScheduleRow, ServiceRow, TaxonomyRow, TermRow, UnitRow, UrlRow,
} from './entry.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** What changed on an entry, by whom, as it is published. */
export type MetadataRow = { readonly id: string; readonly resource_id: string; readonly last_action_date: string; readonly last_action_type: string; readonly field_name: string; readonly previous_value: string; readonly replacement_value: string; readonly updated_by: string };
type Stored<R> = R & { readonly changed_at: string; readonly withdrawn_at: string | null };
export type StoredOrganization = Stored<OrganizationRow> & { readonly agency_id: string | null };
export type StoredService = Stored<ServiceRow> & { readonly assured_date: string | null; readonly assured_by: Bilingual | null; readonly origin: string };
type Of<K extends string, R> = R & Readonly<Record<K, string>>;
export type Term = TermRow & { readonly taxonomy: TaxonomyRow | undefined };

/** A service with all that belongs to it. */
export type FullService = {
  readonly row: StoredService; readonly organization: StoredOrganization; readonly phones: readonly PhoneRow[]; readonly schedules: readonly ScheduleRow[]; readonly languages: readonly LanguageRow[];
  readonly costs: readonly CostRow[]; readonly areas: readonly AreaRow[]; readonly attributes: readonly { readonly row: AttributeRow; readonly term: Term }[]; readonly contacts: readonly ContactRow[]; readonly urls: readonly UrlRow[];
  readonly places: readonly { readonly id: string; readonly description: Bilingual | null; readonly location: FullLocation }[];
  readonly capacity: (CapacityRow & { readonly unit: UnitRow | undefined }) | undefined; readonly metadata: readonly MetadataRow[];
};
export type FullLocation = { readonly row: LocationRow; readonly addresses: readonly AddressRow[]; readonly phones: readonly PhoneRow[]; readonly schedules: readonly ScheduleRow[] };
export type FullOrganization = { readonly row: StoredOrganization; readonly phones: readonly PhoneRow[]; readonly contacts: readonly ContactRow[]; readonly urls: readonly UrlRow[]; readonly metadata: readonly MetadataRow[] };

const nobody = '00000000-0000-0000-0000-000000000000';

/** Rows of a table by a column, as JSON holds them: dates and times as texts, numbers as numbers. */
async function rows<R>(scope: Scope, table: string, column: string, ids: readonly string[], order = 'id'): Promise<R[]> {
  const { sql } = scope;
  const found = await sql<{ row: R }[]>`select to_jsonb(t) as row from ${sql(`access.${table}`)} t where t.${sql(column)} in ${sql(ids.length > 0 ? [...ids] : [nobody])} order by t.${sql(order)}, t.id`;
  return found.map(({ row }) => row);
}

/** The terms of both kinds, and of feeds, by their ids. */
export async function listTerms(scope: Scope): Promise<Term[]> {
  const taxonomies = new Map((await listTaxonomies(scope)).map((one) => [one.id, one]));
  const found = await scope.sql<{ row: TermRow }[]>`select to_jsonb(t) as row from access.taxonomy_term t order by t.taxonomy_id, t.position, t.code`;
  return found.map(({ row }) => ({ ...row, taxonomy: taxonomies.get(row.taxonomy_id) }));
}

export async function listTaxonomies(scope: Scope): Promise<TaxonomyRow[]> {
  return (await scope.sql<{ row: TaxonomyRow }[]>`select to_jsonb(t) as row from access.taxonomy t order by t.name, t.id`).map(({ row }) => row);
}

/** Services with everything, in the order of the ids; one that may not be read is left out. */
export async function readServices(scope: Scope, ids: readonly string[]): Promise<FullService[]> {
  const services = await rows<StoredService>(scope, 'service', 'id', ids);
  const of = async <R>(table: string, order?: string) => Map.groupBy(await rows<Of<'service_id', R>>(scope, table, 'service_id', ids, order), (one) => one.service_id);
  const [organizations, terms, units] = [await rows<StoredOrganization>(scope, 'organization', 'id', services.map((one) => one.organization_id)), await listTerms(scope), await scope.sql<{ row: UnitRow }[]>`select to_jsonb(u) as row from access.unit u`];
  const [phones, schedules, languages, costs, areas] = [await of<PhoneRow>('phone', 'position'), await of<ScheduleRow>('schedule', 'position'), await of<LanguageRow>('language', 'name'), await of<CostRow>('cost_option'), await of<AreaRow>('service_area', 'municipality_slug')];
  const [attributes, contacts, urls, capacities] = [await of<AttributeRow>('attribute'), await of<ContactRow>('contact'), await of<UrlRow>('url'), await of<CapacityRow>('service_capacity')];
  const places = await of<{ id: string; location_id: string; description: Bilingual | null }>('service_at_location');
  const locations = new Map((await readLocations(scope, [...places.values()].flat().map((one) => one.location_id))).map((one) => [one.row.id, one]));
  const metadata = Map.groupBy(await rows<MetadataRow>(scope, 'metadata', 'resource_id', ids, 'last_action_date'), (one) => one.resource_id);
  const byId = new Map(services.map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    const organization = organizations.find((one) => one.id === row?.organization_id);
    if (!row || !organization) return [];
    const capacity = capacities.get(id)?.[0];
    return [{
      row, organization, phones: phones.get(id) ?? [], schedules: schedules.get(id) ?? [], languages: languages.get(id) ?? [], costs: costs.get(id) ?? [], areas: areas.get(id) ?? [], contacts: contacts.get(id) ?? [], urls: urls.get(id) ?? [],
      attributes: (attributes.get(id) ?? []).flatMap((one) => terms.filter((term) => term.id === one.taxonomy_term_id).map((term) => ({ row: one, term }))),
      places: (places.get(id) ?? []).flatMap((one) => {
        const location = locations.get(one.location_id);
        return location ? [{ id: one.id, description: one.description, location }] : [];
      }),
      capacity: capacity ? { ...capacity, unit: units.find((one) => one.row.id === capacity.unit_id)?.row } : undefined, metadata: metadata.get(id) ?? [],
    }];
  });
}

async function readLocations(scope: Scope, ids: readonly string[]): Promise<FullLocation[]> {
  const of = async <R>(table: string) => Map.groupBy(await rows<Of<'location_id', R>>(scope, table, 'location_id', ids), (one) => one.location_id);
  const [found, addresses, phones, schedules] = [await rows<LocationRow>(scope, 'location', 'id', ids), await of<AddressRow>('address'), await of<PhoneRow>('phone'), await of<ScheduleRow>('schedule')];
  return found.map((row) => ({ row, addresses: addresses.get(row.id) ?? [], phones: phones.get(row.id) ?? [], schedules: schedules.get(row.id) ?? [] }));
}

export async function readOrganizations(scope: Scope, ids: readonly string[]): Promise<FullOrganization[]> {
  const of = async <R>(table: string) => Map.groupBy(await rows<Of<'organization_id', R>>(scope, table, 'organization_id', ids), (one) => one.organization_id);
  const [found, phones, contacts, urls] = [await rows<StoredOrganization>(scope, 'organization', 'id', ids), await of<PhoneRow>('phone'), await of<ContactRow>('contact'), await of<UrlRow>('url')];
  const metadata = Map.groupBy(await rows<MetadataRow>(scope, 'metadata', 'resource_id', ids, 'last_action_date'), (one) => one.resource_id);
  const byId = new Map(found.map((one) => [one.id, one]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? [{ row, phones: phones.get(id) ?? [], contacts: contacts.get(id) ?? [], urls: urls.get(id) ?? [], metadata: metadata.get(id) ?? [] }] : [];
  });
}
