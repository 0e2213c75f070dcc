import type { Scope } from '#app/platform/db/scope.ts';

export type Look = { readonly moment: Date; readonly agency: string | null; readonly roles: readonly string[]; readonly action: string; readonly section: string | null; readonly decision: 'permit' | 'mask' | 'refuse' };
/** The newest 500 lines about a record; at least the asking itself, and none at all for whoever may not ask. */
export async function listLooks(scope: Scope, person: string): Promise<Look[]> {
  return await scope.sql<Look[]>`select moment, agency_id as agency, roles, action, section, decision from access.list_looks(${person})`;
}
