import type { EvidenceKind, StayKind } from '#app/methods/homelessness/stay.ts';
import type { Scope } from '#app/platform/db/scope.ts';

export type StayLine = { readonly id: string; readonly agency: string; readonly kind: StayKind; readonly place: string | null; readonly start: string; readonly end: string | null; readonly evidence: EvidenceKind };

/** Where a person stayed, earliest first; the function writes the audit line. Nothing for whoever may not read her housing. */
export async function readStays(scope: Scope, person: string): Promise<StayLine[]> {
  return await scope.sql<StayLine[]>`select id, agency_id as agency, kind, place, start_date as start, end_date as "end", evidence from access.read_stays(${person})`;
}
export async function insertStay(scope: Scope, row: Omit<StayLine, 'agency'> & { person: string; agency: string; account: string }): Promise<void> {
  await scope.sql`insert into access.stay (id, person_id, agency_id, kind, place, start_date, end_date, evidence, entered_by, entered_at)
    values (${row.id}, ${row.person}, ${row.agency}, ${row.kind}, ${row.place}, ${row.start}, ${row.end}, ${row.evidence}, ${row.account}, ${scope.now})`;
}
/** Ends a stay on a day; false where it is hidden, or the day lies before its start or after today. */
export async function endStay(scope: Scope, stay: string, day: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.close_stay(${stay}, ${day}, false) as done`)[0]?.done ?? false;
}
/** Takes out a stay that was entered wrongly; the row stays, marked. */
export async function voidStay(scope: Scope, stay: string): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.close_stay(${stay}, null, true) as done`)[0]?.done ?? false;
}

export const activityKinds = ['contact', 'case', 'assessment', 'service', 'meal', 'placement', 'call'] as const;
export type ActivityKind = (typeof activityKinds)[number];
export async function insertActivity(scope: Scope, row: { id: string; person: string; agency: string; kind: ActivityKind; on: string; account: string }): Promise<void> {
  await scope.sql`insert into access.activity (id, person_id, agency_id, kind, on_date, entered_by, entered_at) values (${row.id}, ${row.person}, ${row.agency}, ${row.kind}, ${row.on}, ${row.account}, ${scope.now})`;
}
