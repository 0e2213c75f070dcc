import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import type { Refusal } from './hsds-read.ts';

const packageSchema = z.looseObject({ name: z.string().optional(), resources: z.array(z.looseObject({ name: z.string(), path: z.string() })).min(1) });
type Row = Readonly<Record<string, string>>;
type Nested = Readonly<Record<string, unknown>>;

/**
 * Puts the tables of a tabular data package of HSDS together into full services, as the interface would give them. `read` gives the text of a
 * file of the package, or undefined. A row that belongs to nothing is refused.
 */
export function nestTables(description: unknown, read: (path: string) => string | undefined): { services: readonly Nested[]; refusals: readonly Refusal[] } {
  const given = packageSchema.safeParse(description);
  if (!given.success) return { services: [], refusals: [{ row: 'datapackage.json', reason: 'must name its resources, each with a name and a path' }] };
  const refusals: Refusal[] = [];
  const tables = new Map<string, Row[]>();
  for (const { name, path } of given.data.resources) {
    if (!/^[\w.-]+(\/[\w.-]+)*\.csv$/.test(path) || path.includes('..')) refusals.push({ row: path, reason: 'is not a CSV file of the package' });
    else {
      const text = read(path);
      if (text === undefined) continue;
      try {
        const rows: Row[] = parse(text, { columns: true, bom: true, skip_empty_lines: true, trim: true });
        tables.set(name, rows);
      } catch (error) {
        refusals.push({ row: path, reason: error instanceof Error ? error.message : 'cannot be read as CSV' });
      }
    }
  }
  // Resources are named in the singular or in the plural, as publishers do.
  const table = (...names: string[]): readonly Row[] => names.map((name) => tables.get(name)).find((rows) => rows !== undefined) ?? [];
  const by = (rows: readonly Row[], column: string) => Map.groupBy(rows.filter((row) => row[column]), (row) => row[column] ?? '');
  const one = (rows: readonly Row[]) => new Map(rows.map((row) => [row.id ?? '', row]));
  const services = table('services', 'service');
  if (services.length === 0) return { services: [], refusals: [...refusals, { row: 'services.csv', reason: 'is missing or empty' }] };
  const [phones, schedules, contacts, urls] = [table('phones', 'phone'), table('schedules', 'schedule'), table('contacts', 'contact'), table('urls', 'url')];
  const organizations = one(table('organizations', 'organization'));
  const [terms, taxonomies, units] = [one(table('taxonomy_terms', 'taxonomy_term')), one(table('taxonomies', 'taxonomy')), one(table('units', 'unit'))];
  const [phonesBy, schedulesBy] = [(column: string) => by(phones, column), (column: string) => by(schedules, column)];
  const ofLocation = { addresses: by(table('addresses', 'address'), 'location_id'), phones: phonesBy('location_id'), schedules: schedulesBy('location_id') };
  const locations = new Map(table('locations', 'location').map((row) => [row.id ?? '', { ...row, addresses: ofLocation.addresses.get(row.id ?? '') ?? [], phones: ofLocation.phones.get(row.id ?? '') ?? [], schedules: ofLocation.schedules.get(row.id ?? '') ?? [] }]));
  const ofOrganization = { phones: phonesBy('organization_id'), contacts: by(contacts, 'organization_id'), urls: by(urls, 'organization_id') };
  const ofService = {
    phones: phonesBy('service_id'), schedules: schedulesBy('service_id'), contacts: by(contacts, 'service_id'), additional_urls: by(urls, 'service_id'), languages: by(table('languages', 'language'), 'service_id'),
    cost_options: by(table('cost_options', 'cost_option'), 'service_id'), service_areas: by(table('service_areas', 'service_area'), 'service_id'), places: by(table('service_at_location', 'service_at_locations'), 'service_id'),
    attributes: by(table('attributes', 'attribute').filter((row) => (row.link_entity ?? 'service') === 'service'), 'link_id'), capacities: by(table('service_capacities', 'service_capacity'), 'service_id'),
  };
  const known = new Set(services.map((row) => row.id));
  for (const [name, groups] of Object.entries(ofService)) for (const id of groups.keys()) if (!known.has(id) && name !== 'attributes') refusals.push({ row: `${name} of ${id}`, reason: 'belong to a service that is not in the package' });
  return { refusals, services: services.map((row) => {
    const id = row.id ?? '';
    const organization = organizations.get(row.organization_id ?? '');
    const [{ places, attributes, capacities, ...plain }] = [ofService];
    return {
      ...row, ...Object.fromEntries(Object.entries(plain).map(([name, groups]) => [name, groups.get(id) ?? []])),
      ...(organization ? { organization: { ...organization, phones: ofOrganization.phones.get(organization.id ?? '') ?? [], contacts: ofOrganization.contacts.get(organization.id ?? '') ?? [], additional_websites: ofOrganization.urls.get(organization.id ?? '') ?? [] } } : {}),
      service_at_locations: (places.get(id) ?? []).map((place) => ({ ...place, location: locations.get(place.location_id ?? '') })),
      capacities: (capacities.get(id) ?? []).map((capacity) => ({ ...capacity, unit: units.get(capacity.unit_id ?? '') })),
      attributes: (attributes.get(id) ?? []).map((attribute) => {
        const term = terms.get(attribute.taxonomy_term_id ?? '');
        return { ...attribute, taxonomy_term: term ? { ...term, taxonomy_detail: taxonomies.get(term.taxonomy_id ?? '') } : undefined };
      }),
    };
  }) };
}
