import { type ChronicState, chronicStates } from '#app/methods/homelessness/chronic.ts';
import type { Stay } from '#app/methods/homelessness/stay.ts';
import { stayTable } from '#app/methods/homelessness/stay-table.ts';
import { parseDay } from '#app/methods/timeline/day.ts';

/** How days are counted everywhere in the program: every calendar day that a stay touches. */
export const convention = 'touched' as const;

/** The days and the chronic state of everybody who has stays, on a day (YYYY-MM-DD); `activeOnList` are current also without a stay on it. */
export function chronicOn(stays: readonly Stay[], day: string, activeOnList?: ReadonlySet<string>): Map<string, ChronicState> {
  return chronicStates(stayTable(stays), parseDay(day) ?? 0, { convention, ...(activeOnList ? { activeOnList } : {}) });
}
