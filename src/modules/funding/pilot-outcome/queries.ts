import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { CountedPerson, Point } from './rules.ts';

/** One line for each person who agreed to be counted, without who she is; for the worker that hands counts to the gate, empty for everybody else. */
export async function listCounted(scope: Scope): Promise<CountedPerson[]> {
  return await scope.sql<CountedPerson[]>`select pilot, joined_on as "joinedOn", left_on as "leftOn", left_reason as "leftReason", outcomes from funding.counted_enrolments()`;
}
export async function listPilotNames(scope: Scope): Promise<{ slug: string; name: Bilingual }[]> {
  return await scope.sql<{ slug: string; name: Bilingual }[]>`select slug, name from funding.pilot where removed_at is null order by slug`;
}

/** Somebody who joined, without who she is: whether her record is still with the agency that enrolled her, and the points at which she was asked. */
export type OwedBy = { readonly enrolment: string; readonly agency: string; readonly joinedOn: string; readonly leftOn: string | null; readonly here: boolean; readonly measured: readonly Point[] };
/** Everybody who joined, or the one enrolment that is named; for the worker, empty for everybody else. */
export async function listOwed(scope: Scope, enrolment: string | null): Promise<OwedBy[]> {
  return await scope.sql<OwedBy[]>`select enrolment, agency, joined_on as "joinedOn", left_on as "leftOn", here, measured from funding.owed_outcomes(${enrolment})`;
}
