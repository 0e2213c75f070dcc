import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { AgeBand, Kind, Sex, Standing } from '../discussion/rules.ts';

/** One line of what has ended, as the provincial tracking database asks for it. */
export type TrackingRow = {
  readonly year: number; readonly number: number; readonly openedOn: string; readonly kind: Kind; readonly originator: Bilingual; readonly lead: Bilingual | null; readonly assisting: readonly Bilingual[]; readonly ageBand: AgeBand; readonly sex: Sex;
  readonly codes: readonly string[]; readonly services: readonly { readonly service: string; readonly standing: Standing }[]; readonly state: 'rejected' | 'closed'; readonly reason: string; readonly closedOn: string; readonly decidedOn: string; readonly knockedOn: string | null;
};
/** What has ended at a table, for its chair; nothing for anybody else. The read leaves its line. */
export async function listTracking(scope: Scope, body: string): Promise<TrackingRow[]> {
  return await scope.sql<TrackingRow[]>`select year, number, opened_on as "openedOn", kind, originator, lead, assisting, age_band as "ageBand", sex, codes, services, state, reason, closed_on as "closedOn", decided_on as "decidedOn", knocked_on as "knockedOn" from situation.tracking_rows(${body})`;
}
