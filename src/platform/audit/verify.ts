import { createHash } from 'node:crypto';
import type { Database } from '#app/platform/db/scope.ts';
import { inScope } from '#app/platform/db/scope.ts';

export type AuditVerdict = { readonly holds: boolean; readonly sealed: number; readonly pending: number; readonly problems: readonly string[] };

type SealedRow = { position: number; entry_id: number; previous: Buffer; hash: Buffer; at: string | null; body: string | null };

/** Recomputes the whole chain outside the database and names each place where it does not hold. */
export async function verifyAudit(database: Database): Promise<AuditVerdict> {
  return await inScope(database, { as: 'auditor', purpose: 'verify audit' }, async ({ sql }) => {
    const problems: string[] = [];
    let previous: Buffer = createHash('sha256').digest();
    let expected = 1;
    const rows = sql<SealedRow[]>`
      select s.position, s.entry_id, s.previous, s.hash, platform.audit_time(e) as at, platform.audit_body(e) as body
      from platform.audit_seal s left join platform.audit_entry e on e.id = s.entry_id order by s.position`;
    for await (const batch of rows.cursor(1000))
      for (const row of batch) {
        if (row.position !== expected) problems.push(`position ${expected} is missing`);
        if (!row.previous.equals(previous)) problems.push(`position ${row.position} does not continue the one before it`);
        if (row.body === null || row.at === null) problems.push(`entry ${row.entry_id} at position ${row.position} is gone`);
        else if (!hashOf(row.previous, row.position, row.at, row.body).equals(row.hash)) problems.push(`entry ${row.entry_id} at position ${row.position} was changed`);
        previous = row.hash;
        expected = row.position + 1;
      }
    const [counts] = await sql<{ pending: number; stray: number }[]>`
      select (select count(*) from platform.audit_pending) as pending,
        (select count(*) from platform.audit_entry e where not exists (select from platform.audit_seal s where s.entry_id = e.id)
          and not exists (select from platform.audit_pending p where p.entry_id = e.id)) as stray`;
    if (counts && counts.stray > 0) problems.push(`${counts.stray} entries are neither sealed nor waiting for it`);
    return { holds: problems.length === 0, sealed: expected - 1, pending: counts?.pending ?? 0, problems: problems.slice(0, 20) };
  });
}

function hashOf(previous: Buffer, position: number, at: string, body: string): Buffer {
  const place = Buffer.alloc(8);
  place.writeBigInt64BE(BigInt(position));
  return createHash('sha256').update(previous).update(place).update(at).update(body).digest();
}
