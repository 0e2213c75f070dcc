import { accountOf, type Scope } from '#app/platform/db/scope.ts';

export const countedLanguages = ['en', 'fr', 'other'] as const;
/** How many came who spoke a language; walk-ins are among the adults and youth. */
export type AttendanceCount = { readonly language: (typeof countedLanguages)[number]; readonly adults: number; readonly youth: number; readonly walkIns: number };

export async function listAttendanceCounts(scope: Scope, meeting: string): Promise<AttendanceCount[]> {
  return await scope.sql<AttendanceCount[]>`select language, adults, youth, walk_ins as "walkIns" from engagement.attendance_count where event_id = ${meeting} order by language`;
}

/** Writes the numbers of a meeting; those that were there before are corrected. */
export async function upsertAttendanceCounts(scope: Scope, meeting: string, counts: readonly AttendanceCount[]): Promise<void> {
  const by = accountOf(scope);
  for (const { language, adults, youth, walkIns } of counts)
    await scope.sql`insert into engagement.attendance_count (event_id, language, adults, youth, walk_ins, taken_at, account_id) values (${meeting}, ${language}, ${adults}, ${youth}, ${walkIns}, ${scope.now}, ${by})
      on conflict (event_id, language) do update set adults = excluded.adults, youth = excluded.youth, walk_ins = excluded.walk_ins, taken_at = excluded.taken_at, account_id = excluded.account_id`;
}

/** Each meeting that was counted, with how many came. For the worker. */
export async function listCounted(scope: Scope): Promise<{ meeting: string; people: number }[]> {
  return await scope.sql<{ meeting: string; people: number }[]>`select slug as meeting, people from engagement.event_attendance order by slug`;
}
