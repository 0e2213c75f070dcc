import { type KeyObject, sign } from 'node:crypto';
import { type Database, inScope } from '#app/platform/db/scope.ts';
import { addLeaf, emptyTree, rootOf, type Tree } from './merkle.ts';
import { publicHalf } from './signing-key.ts';

/** One anchor: how many rows were sealed, and the note that says so, signed. */
export type Anchor = { readonly size: number; readonly note: string };
export type AnchorGiven = { readonly key: KeyObject; readonly origin: string; readonly parties: readonly string[] };

/** An anchor is due after so many rows, or after so much time when there is any row. */
export const anchorEvery = { rows: 1000, milliseconds: 3_600_000 } as const;

/**
 * Signs how long the sealed chain is and the Merkle root over its hashes, and notes that each party is owed a copy. Undefined when nothing was
 * sealed since the last anchor, or, with `onlyIfDue`, when it is neither a thousand rows nor an hour since.
 */
export async function makeAnchor(database: Database, given: AnchorGiven, onlyIfDue = false): Promise<Anchor | undefined> {
  return await inScope(database, { as: 'worker', purpose: 'anchor audit' }, async ({ sql, now }) => {
    await sql`select pg_advisory_xact_lock(hashtext('platform.audit_anchor'))`;
    const [before] = await sql<{ size: number; made_at: Date; peaks: Buffer }[]>`select size, made_at, peaks from platform.audit_anchor order by size desc limit 1`;
    const [chain] = await sql<{ size: number }[]>`select coalesce(max(position), 0) as size from platform.audit_seal`;
    const more = (chain?.size ?? 0) - (before?.size ?? 0);
    if (more <= 0) return undefined;
    if (onlyIfDue && before && more < anchorEvery.rows && now.getTime() - before.made_at.getTime() < anchorEvery.milliseconds) return undefined;
    let tree: Tree = before ? { size: before.size, peaks: split(before.peaks) } : emptyTree;
    let last: Buffer = Buffer.alloc(0);
    for await (const rows of sql<{ hash: Buffer }[]>`select hash from platform.audit_seal where position > ${tree.size} order by position`.cursor(2000))
      for (const { hash } of rows) {
        tree = addLeaf(tree, hash);
        last = hash;
      }
    const note = signedNote({ size: tree.size, root: rootOf(tree), last, time: now, ...given });
    await sql`insert into platform.audit_anchor (size, made_at, peaks, note) values (${tree.size}, ${now}, ${Buffer.concat(tree.peaks)}, ${note})`;
    for (const party of given.parties) await sql`insert into platform.audit_anchor_copy (size, party) values (${tree.size}, ${party})`;
    return { size: tree.size, note };
  });
}

function split(peaks: Buffer): Buffer[] {
  return Array.from({ length: peaks.length / 32 }, (_, place) => peaks.subarray(place * 32, place * 32 + 32));
}

/** The note in full: lines that a person can read, the last one a signature over all before it. */
function signedNote(given: AnchorGiven & { size: number; root: Buffer; last: Buffer; time: Date }): string {
  const said = [
    'common-table audit anchor 1',
    `origin ${given.origin}`,
    `size ${given.size}`,
    `root ${given.root.toString('hex')}`,
    `last ${given.last.toString('hex')}`,
    `time ${given.time.toISOString()}`,
    `key ${publicHalf(given.key)}`,
    '',
  ].join('\n');
  return `${said}signature ${sign(null, Buffer.from(said), given.key).toString('base64')}\n`;
}
