export const doors = ['telephone', 'web', 'professional', 'walk-in', 'printed'] as const;
export type Door = (typeof doors)[number];
/** Doors through which a member of staff enters what she is told or handed. */
export const staffDoors = ['telephone', 'walk-in', 'printed'] as const;
export type StaffDoor = (typeof staffDoors)[number];

/** Whole years; `toInSchool` is the last year for somebody who still goes to school. */
export type Ages = { readonly from?: number; readonly to?: number; readonly toInSchool?: number };
export type Situation = { readonly age?: number | undefined; readonly inSchool?: boolean | undefined; readonly condition?: string | undefined; readonly profession?: string | undefined };
export type Misfit = 'too-young' | 'too-old' | 'not-in-school' | 'ask-school' | 'condition' | 'profession';
type Ruled = { readonly ages: Ages; readonly condition: unknown; readonly professions: readonly { readonly id: string; readonly toAge?: number }[] };

/** Why a point of access is not the right one; undefined where it is, or where nothing speaks against it: an age that is not said never shuts a door. */
export function misfit(point: Ruled, { age, inSchool, condition, profession }: Situation): Misfit | undefined {
  const { from, to, toInSchool } = point.ages;
  if (age !== undefined && from !== undefined && age < from) return 'too-young';
  if (age !== undefined && to !== undefined && age > to) {
    if (toInSchool === undefined || age > toInSchool) return 'too-old';
    if (inSchool === undefined) return 'ask-school';
    if (!inSchool) return 'not-in-school';
  }
  const limit = point.professions.find((one) => one.id === profession)?.toAge;
  if (age !== undefined && limit !== undefined && age > limit) return 'profession';
  return point.condition && condition === 'no' ? 'condition' : undefined;
}

export type AgeBand = '0-11' | '12-17' | '18-24' | '25-54' | '55-over';
export const ageBands: readonly AgeBand[] = ['0-11', '12-17', '18-24', '25-54', '55-over'];
/** The band that lists and counts show in place of an age. */
export function ageBandOf(age: number | undefined): AgeBand | null {
  if (age === undefined) return null;
  return age < 12 ? '0-11' : age < 18 ? '12-17' : age < 25 ? '18-24' : age < 55 ? '25-54' : '55-over';
}
