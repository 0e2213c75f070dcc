import type { Scope } from '#app/platform/db/scope.ts';

/** One line of the audit trail: ids, section names and decisions, never names or free text. */
export type AuditEntry = {
  readonly action: string;
  readonly subject?: { readonly kind: string; readonly id: string } | undefined;
  readonly decision?: 'permit' | 'mask' | 'refuse';
  readonly detail?: Readonly<Record<string, string | number | boolean | null>>;
};

/** Writes an audit line in the transaction of the work; it is there exactly when the work is. */
export async function writeAudit(scope: Scope, entry: AuditEntry): Promise<void> {
  await scope.sql`select platform.write_audit(${entry.action}, ${entry.subject?.kind ?? null}, ${entry.subject?.id ?? null},
    ${entry.decision ?? 'permit'}, ${scope.sql.json(entry.detail ?? {})})`;
}
