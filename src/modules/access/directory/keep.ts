import { createHash } from 'node:crypto';
import type { Kept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Directory, LocationEntry, OrganizationEntry, ServiceEntry } from './entry.ts';
import { absentRows, addParts, type Part, removeParts, upsertRows } from './keep-rows.ts';

type Kind = 'organization' | 'service';
type Known = { readonly id: string; readonly hash: string | null; readonly origin: string; readonly feed: string | null; readonly withdrawn: boolean };
export type Conflict = { readonly kind: Kind; readonly id: string };
/** What was done, and the rows that another feed or staff hold, left as they are. */
export type Keeping = { readonly kept: Kept; readonly conflicts: readonly Conflict[] };

/**
 * Brings what a feed has in the directory to exactly what it gives now: adds, changes, and marks as withdrawn what it gives no longer. Entries
 * that staff changed and those of another feed are left. The last check and the room are taken over where they are newer. Rows of
 * `spared` are not withdrawn. Worker only.
 */
export async function keepDirectory(scope: Scope, origin: 'pack' | 'import', feed: string, given: Directory, spared: ReadonlySet<string> = new Set()): Promise<Keeping> {
  // The words of a community are its own: a feed brings new terms and never changes one that stands.
  const fresh = async <R extends { readonly id: string }>(table: 'taxonomy' | 'taxonomy_term' | 'unit', rows: readonly R[]) => (origin === 'pack' ? rows : await absentRows(scope, table, rows));
  await upsertRows(scope, 'taxonomy', await fresh('taxonomy', given.taxonomies));
  await upsertRows(scope, 'taxonomy_term', await fresh('taxonomy_term', given.terms));
  await upsertRows(scope, 'unit', await fresh('unit', given.units));
  const organizations = await keepRowsOf(scope, 'organization', origin, feed, given.organizations, spared, writeOrganizations);
  const known = new Set((await listKnown(scope, 'organization')).map(({ id }) => id));
  const owned = given.services.filter((one) => known.has(one.row.organization_id));
  const services = await keepRowsOf(scope, 'service', origin, feed, owned, spared, writeServices);
  const refreshed = await refresh(scope, owned.filter((one) => !services.conflicts.includes(one.row.id)));
  if (services.changed.length > 0) await scope.sql`delete from access.location l where not exists (select from access.service_at_location a where a.location_id = l.id)`;
  const touched = refreshed.filter((id) => !services.added.includes(id) && !services.changed.includes(id));
  const sum = (pick: 'added' | 'changed' | 'withdrawn' | 'conflicts') => organizations[pick].length + services[pick].length;
  const unchanged = given.organizations.length + owned.length - sum('added') - sum('changed') - sum('conflicts') - touched.length;
  const lines = ([['organization', organizations], ['service', services]] as const).flatMap(([kind, of]) => [
    ...(of.added.length > 0 ? [`access.${kind}: ${of.added.length} added`] : []), ...of.changed.map((id) => `access.${kind}: ${id} changed`),
    ...of.withdrawn.map((id) => `access.${kind}: ${id} withdrawn`), ...of.conflicts.map((id) => `access.${kind}: ${id} left to whoever keeps it`),
  ]);
  return {
    kept: { added: sum('added'), changed: sum('changed') + touched.length, removed: sum('withdrawn'), unchanged, left: sum('conflicts'), lines: [...lines, ...touched.map((id) => `access.service: ${id} checked anew`)] },
    conflicts: [...organizations.conflicts.map((id) => ({ kind: 'organization' as const, id })), ...services.conflicts.map((id) => ({ kind: 'service' as const, id }))],
  };
}

async function listKnown(scope: Scope, kind: Kind): Promise<Known[]> {
  return await scope.sql<Known[]>`select id, content_hash as hash, origin, feed, withdrawn_at is not null as withdrawn from ${scope.sql(`access.${kind}`)}`;
}

type Done = { readonly added: readonly string[]; readonly changed: readonly string[]; readonly withdrawn: readonly string[]; readonly conflicts: readonly string[] };
type Stamped<E> = { readonly entry: E; readonly hash: string };

async function keepRowsOf<E extends { readonly row: { readonly id: string } }>(scope: Scope, kind: Kind, origin: string, feed: string, entries: readonly E[], spared: ReadonlySet<string>,
  write: (scope: Scope, entries: readonly Stamped<E>[], marks: { origin: string; feed: string }) => Promise<void>): Promise<Done> {
  const known = new Map((await listKnown(scope, kind)).map((one) => [one.id, one]));
  const mine = ({ id }: { id: string }) => {
    const one = known.get(id);
    return one === undefined || (one.origin !== 'staff' && one.feed === feed);
  };
  const stamped = entries.map((entry) => ({ entry, hash: hashOf(entry) }));
  const differing = stamped.filter(({ entry, hash }) => mine(entry.row) && (known.get(entry.row.id)?.hash !== hash || known.get(entry.row.id)?.withdrawn));
  const given = new Set(entries.map(({ row }) => row.id));
  const withdrawn = [...known.values()].filter((one) => one.feed === feed && one.origin !== 'staff' && !one.withdrawn && !given.has(one.id) && !spared.has(one.id)).map(({ id }) => id);
  if (differing.length > 0) await write(scope, differing, { origin, feed });
  if (withdrawn.length > 0) await scope.sql`update ${scope.sql(`access.${kind}`)} set withdrawn_at = ${scope.now}, changed_at = ${scope.now} where id in ${scope.sql(withdrawn)}`;
  const ids = differing.map(({ entry }) => entry.row.id);
  return { added: ids.filter((id) => !known.has(id)), changed: ids.filter((id) => known.has(id)), withdrawn, conflicts: entries.filter(({ row }) => !mine(row)).map(({ row }) => row.id) };
}

// The last check and the room change on their own and do not make another entry.
function hashOf(entry: object): string {
  return createHash('sha256').update(JSON.stringify({ ...entry, assured: undefined, capacity: undefined })).digest('hex');
}

async function writeOrganizations(scope: Scope, entries: readonly Stamped<OrganizationEntry>[], marks: { origin: string; feed: string }): Promise<void> {
  const ids = entries.map(({ entry }) => entry.row.id);
  await upsertRows(scope, 'organization', entries.map(({ entry, hash }) => ({ ...entry.row, ...marks, content_hash: hash, withdrawn_at: null, changed_at: scope.now.toISOString() })));
  const parts = (pick: (one: OrganizationEntry) => readonly Part[]) => entries.flatMap(({ entry }) => pick(entry).map((part) => ({ ...part, organization_id: entry.row.id })));
  for (const table of ['phone', 'contact', 'url'] as const) await removeParts(scope, table, 'organization_id', ids);
  await addParts(scope, 'phone', parts((one) => one.phones));
  await addParts(scope, 'contact', parts((one) => one.contacts));
  await addParts(scope, 'url', parts((one) => one.urls));
}

async function writeServices(scope: Scope, entries: readonly Stamped<ServiceEntry>[], marks: { origin: string; feed: string }): Promise<void> {
  const ids = entries.map(({ entry }) => entry.row.id);
  await upsertRows(scope, 'service', entries.map(({ entry, hash }) => ({ ...entry.row, ...marks, content_hash: hash, withdrawn_at: null, changed_at: scope.now.toISOString() })));
  const parts = (pick: (one: ServiceEntry) => readonly Part[]) => entries.flatMap(({ entry }) => pick(entry).map((part) => ({ ...part, service_id: entry.row.id })));
  const kinds = [['phone', 'phones'], ['contact', 'contacts'], ['url', 'urls'], ['schedule', 'schedules'], ['language', 'languages'], ['cost_option', 'costs'], ['service_area', 'areas'], ['attribute', 'attributes']] as const;
  for (const [table] of kinds) await removeParts(scope, table, 'service_id', ids);
  await removeParts(scope, 'service_at_location', 'service_id', ids);
  for (const [table, key] of kinds) await addParts(scope, table, parts((one) => one[key]));
  await writeLocations(scope, [...new Map(entries.flatMap(({ entry }) => entry.places.map(({ location }) => [location.row.id, location] as const))).values()]);
  await addParts(scope, 'service_at_location', entries.flatMap(({ entry }) => entry.places.map(({ id, description, location }) => ({ id, description, service_id: entry.row.id, location_id: location.row.id }))));
}

async function writeLocations(scope: Scope, locations: readonly LocationEntry[]): Promise<void> {
  const ids = locations.map(({ row }) => row.id);
  await upsertRows(scope, 'location', locations.map(({ row }) => row));
  for (const table of ['address', 'phone', 'schedule'] as const) await removeParts(scope, table, 'location_id', ids);
  for (const [table, key] of [['address', 'addresses'], ['phone', 'phones'], ['schedule', 'schedules']] as const)
    await addParts(scope, table, locations.flatMap((one) => one[key].map((part) => ({ ...part, location_id: one.row.id }))));
}

/** Takes over what was checked or counted later than what stands; gives the services that it touched. */
async function refresh(scope: Scope, entries: readonly ServiceEntry[]): Promise<string[]> {
  const { sql } = scope;
  const standing = new Map((await sql<{ id: string; assured: string | null; counted: Date | null }[]>`
    select s.id, s.assured_date as assured, c.updated as counted from access.service s left join access.service_capacity c on c.service_id = s.id`).map((one) => [one.id, one]));
  const checks = entries.flatMap(({ row, assured }) => (assured && (standing.get(row.id)?.assured ?? '') < assured.date ? [{ id: row.id, assured_date: assured.date, assured_by: assured.by }] : []));
  const rooms = entries.flatMap(({ row, capacity }) => (capacity && (standing.get(row.id)?.counted?.getTime() ?? 0) < Date.parse(capacity.updated) ? [{ ...capacity, service_id: row.id }] : []));
  if (checks.length > 0) await sql`update access.service s set assured_date = g.assured_date, assured_by = g.assured_by, assured_account = null, changed_at = ${scope.now}
    from jsonb_populate_recordset(null::access.service, ${sql.json(checks)}) g where g.id = s.id`;
  if (rooms.length > 0) await sql`insert into access.service_capacity (id, service_id, unit_id, code, available, maximum, description, updated)
    select g.id, g.service_id, g.unit_id, g.code, g.available, g.maximum, g.description, g.updated from jsonb_populate_recordset(null::access.service_capacity, ${sql.json(rooms)}) g
    on conflict (service_id) do update set unit_id = excluded.unit_id, code = excluded.code, available = excluded.available, maximum = excluded.maximum, description = excluded.description, updated = excluded.updated`;
  return [...new Set([...checks.map(({ id }) => id), ...rooms.map((one) => one.service_id)])];
}
