/** Three bands of our own: a finer one would name people in small units. */
export const rankBands = ['constable', 'sergeant', 'senior'] as const;
export type RankBand = (typeof rankBands)[number];

/** How many of a unit and rank band came to a session, and how many of these had not taken the course before. */
export type Attendance = { readonly unit: string; readonly rank: RankBand; readonly attended: number; readonly firstTime: number };

/** Who plans, enters and corrects; who reads the exact counts besides. */
export const keepers = { roles: ['plan-manager', 'police-liaison'] } as const;
export const readers = { roles: ['plan-manager', 'police-liaison', 'review-chair'] } as const;

/** Officers who took the course, out of those in the unit, in whole per cent; undefined where the unit has none. It stands above 100 where some have left since. */
export function coverage(trained: number, officers: number | null): number | undefined {
  return officers === null || officers === 0 ? undefined : Math.round((100 * trained) / officers);
}
