import type { Scope } from '#app/platform/db/scope.ts';
import { insertDemoSettings } from './queries.ts';

/** Lets made-up organisations take referrals in a demonstration, by their slugs; only its first start calls it. */
export async function openDemoOutreach(scope: Scope, agencies: readonly string[]): Promise<void> {
  await insertDemoSettings(scope, agencies);
}
