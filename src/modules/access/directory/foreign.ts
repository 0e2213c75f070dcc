import type { Scope } from '#app/platform/db/scope.ts';
import type { Directory, ServiceEntry } from './entry.ts';
import type { Refusal } from './hsds-read.ts';

type Owner = { readonly id: string; readonly mine: boolean };
export type Sifted = { readonly directory: Directory; readonly refusals: readonly Refusal[]; readonly ids: readonly string[] };

/**
 * Refuses services under an organization that another feed or somebody's staff keeps, and those that would rewrite a place of such an organization: they
 * would stand in its name with a telephone and an address of the file's choosing. A coordinator's file (`agency`) may add to its own agency's entries, and
 * never to an organization that has become another agency's.
 */
export async function refuseForeign(scope: Scope, feed: string, directory: Directory, agency: string | undefined): Promise<Sifted> {
  const mine = new Map((await listOwners(scope, feed, agency)).map((one) => [one.id, one.mine]));
  const foreign = (organization: string | null) => organization !== null && mine.get(organization) === false;
  const places = directory.services.flatMap((one) => one.places.map(({ location }) => location.row.id));
  const takenPlaces = new Set((await listPlaceOwners(scope, places)).filter(({ organization }) => foreign(organization)).map(({ id }) => id));
  const reasonOf = ({ row, places: at }: ServiceEntry): string | undefined => {
    if (foreign(row.organization_id)) return `organization_id: ${row.organization_id} is an organization that another agency or another source keeps`;
    const place = at.find(({ location }) => takenPlaces.has(location.row.id));
    return place && `location: ${place.location.row.id} is a place of an organization that another agency or another source keeps`;
  };
  const refusals = directory.services.flatMap((one) => {
    const reason = reasonOf(one);
    return reason ? [{ id: one.row.id, row: `service ${one.row.id}`, reason }] : [];
  });
  const refused = new Set(refusals.map(({ id }) => id));
  return { directory: { ...directory, services: directory.services.filter(({ row }) => !refused.has(row.id)) }, refusals: refusals.map(({ row, reason }) => ({ row, reason })), ids: [...refused] };
}

async function listOwners({ sql }: Scope, feed: string, agency: string | undefined): Promise<Owner[]> {
  if (agency === undefined) return await sql<Owner[]>`select id, origin <> 'staff' and feed is not distinct from ${feed} as mine from access.organization`;
  // All sources that an agency handed in are its own: they end with its id.
  return await sql<Owner[]>`select id, coalesce(agency_id = ${agency}, origin <> 'staff' and coalesce(feed like ${`% ${agency}`}, false)) as mine from access.organization`;
}

/** The organizations of places that stand already: whose the place is, and whose services are there. */
async function listPlaceOwners({ sql }: Scope, ids: readonly string[]): Promise<{ id: string; organization: string | null }[]> {
  if (ids.length === 0) return [];
  return await sql`select id, organization_id as organization from access.location where id in ${sql([...ids])}
    union select a.location_id, s.organization_id from access.service_at_location a join access.service s on s.id = a.service_id where a.location_id in ${sql([...ids])}`;
}
