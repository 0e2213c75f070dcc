import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Something that happened, told to jobs after the commit. Ids only: whoever reacts reads the present state again. */
export type DomainEvent = { readonly kind: string; readonly subject?: string | undefined; readonly detail?: Readonly<Record<string, string | number | boolean | null>> };

/** Raises an event in the transaction of the work; it is delivered at least once, and only when the work is committed. */
export async function raiseEvent(scope: Scope, event: DomainEvent): Promise<void> {
  await scope.sql`insert into platform.event (id, kind, subject_id, detail, moment)
    values (${newId()}, ${event.kind}, ${event.subject ?? null}, ${scope.sql.json(event.detail ?? {})}, ${scope.now})`;
}
