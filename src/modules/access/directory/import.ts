import type { Kept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { nestTables } from './hsds-csv.ts';
import { refuseForeign } from './foreign.ts';
import { readHsds, type Refusal } from './hsds-read.ts';
import { keepDirectory } from './keep.ts';

export type Imported = { readonly kept: Kept; readonly refusals: readonly Refusal[] };

/** A feed as it lies: JSON of full services, or the description and the tables of a data package. */
export type Feed = { readonly json: unknown } | { readonly description: unknown; readonly read: (path: string) => string | undefined };

/**
 * Takes a feed of HSDS in, in the worker's transaction: rows that are wrong are refused, each with its place and reason, the others are kept by
 * their ids; what the feed has given before and gives no longer is withdrawn. The same feed a second time changes nothing. Services of organizations
 * that others keep are refused; `others: true` takes them, for whoever runs the installation and has agreed it. `agency` is whose file it is.
 */
export async function importDirectory(scope: Scope, feed: Feed, name: string, { agency, others = false }: { agency?: string; others?: boolean } = {}): Promise<Imported> {
  const tables = 'json' in feed ? { services: feed.json, refusals: [] } : nestTables(feed.description, feed.read);
  const read = readHsds(tables.services);
  const sifted = others ? { directory: read.directory, refusals: [], ids: [] } : await refuseForeign(scope, name, read.directory, agency);
  const refusals = [...read.refusals, ...sifted.refusals];
  // A row that is refused today was right yesterday: it stays as it was, rather than to vanish for a slip of the pen.
  const { kept, conflicts } = await keepDirectory(scope, 'import', name, sifted.directory, new Set([...refusedIds([...tables.refusals, ...read.refusals]), ...sifted.ids]));
  await writeAudit(scope, { action: 'access.import-directory', detail: { feed: name, added: kept.added, changed: kept.changed, withdrawn: kept.removed, refused: refusals.length } });
  return { kept, refusals: [...tables.refusals, ...refusals, ...conflicts.map(({ kind, id }) => ({ row: `${kind} ${id}`, reason: 'is kept by staff here or comes from another feed; it is left as it is' }))] };
}

/** Whether a feed would withdraw more than it leaves, as a file that was cut off does: then somebody has to say that it is meant. */
export const withdrawsMost = ({ removed, unchanged, changed, added }: Kept): boolean => removed > 5 && removed > unchanged + changed + added;

function refusedIds(refusals: readonly Refusal[]): ReadonlySet<string> {
  return new Set(refusals.flatMap(({ row }) => /\(([0-9a-fA-F-]{36})\)/.exec(row)?.[1]?.toLowerCase() ?? []));
}
