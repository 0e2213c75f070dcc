import type { Scope } from '#app/platform/db/scope.ts';

/** Writes the made-up past, once and in a demonstration alone; gives how many discussions it has. */
export async function insertDemonstration(scope: Scope, given: { readonly agreements: readonly object[]; readonly discussions: readonly object[] }): Promise<number> {
  return (await scope.sql<{ entered: number }[]>`select situation.enter_demonstration(${JSON.stringify(given)}::text::jsonb) as entered`)[0]?.entered ?? 0;
}
