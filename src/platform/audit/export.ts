import { type Database, inScope } from '#app/platform/db/scope.ts';
import { writeAudit } from './audit.ts';

export type ExportedRow = { position: number; previous: string; hash: string; time: string | null; body: string | null };

/**
 * Writes the sealed trail as lines of JSON, in order: position, previous and own hash (hexadecimal), and time and body as they were hashed (null where
 * the entry is gone). Reading the trail is itself an entry of it. Returns how many lines were written.
 */
export async function exportAudit(database: Database, write: (line: string) => void | Promise<void>): Promise<number> {
  return await inScope(database, { as: 'auditor', purpose: 'export audit' }, async (scope) => {
    await writeAudit(scope, { action: 'audit.export' });
    let lines = 0;
    for await (const rows of scope.sql<ExportedRow[]>`
      select s.position, encode(s.previous, 'hex') as previous, encode(s.hash, 'hex') as hash, platform.audit_time(e) as time, platform.audit_body(e) as body
      from platform.audit_seal s left join platform.audit_entry e on e.id = s.entry_id order by s.position`.cursor(1000)) {
      for (const row of rows) await write(`${JSON.stringify(row)}\n`);
      lines += rows.length;
    }
    return lines;
  });
}
