import { addMonths, formatDay, parseDay } from '#app/methods/timeline/day.ts';

/** Months after joining at which everybody is asked how she fares. */
export const points = [0, 6, 12, 18, 24] as const;
export type Point = (typeof points)[number];
/** Points that are owed as commitments: the first is asked on the day of joining. */
export const owedPoints = [6, 12, 18, 24] as const;
export type OwedPoint = (typeof owedPoints)[number];
export const activities = ['education', 'employment', 'training'] as const;
export type Activity = (typeof activities)[number];
export const satisfactions = ['yes', 'no', 'not-said'] as const;
export const housings = ['own', 'family', 'supported', 'temporary', 'shelter', 'none', 'not-said'] as const;
export type Housing = (typeof housings)[number];
export const leftReasons = ['finished', 'moved', 'own-choice', 'lost-contact', 'other-programme', 'other'] as const;
export type LeftReason = (typeof leftReasons)[number];
export const contactWays = ['in-person', 'phone', 'message', 'video'] as const;

export type Outcome = { readonly point: Point; readonly measuredOn: string; readonly activities: readonly Activity[]; readonly hours: number; readonly satisfied: (typeof satisfactions)[number]; readonly housing: Housing };

/** The day on which a point falls, and the days from and to which it may be measured. */
export function windowOf(joinedOn: string, point: Point): { due: string; from: string; to: string } {
  const day = parseDay(joinedOn);
  if (day === undefined) throw new RangeError(`not a day: ${joinedOn}`);
  const due = addMonths(day, point);
  return { due: formatDay(due), from: formatDay(due - 31), to: formatDay(due + 92) };
}

/** What somebody does most of all, each person once: in two of them counts as education first, then training, then employment; nothing is NEET. */
export function mainActivity(of: readonly Activity[]): Activity | 'none' {
  return (['education', 'training', 'employment'] as const).find((one) => of.includes(one)) ?? 'none';
}

/** A place of one's own, with family, or supported is stable; not said is not known. */
export function stability(housing: Housing): 'stable' | 'unstable' | 'not-said' {
  return housing === 'not-said' ? 'not-said' : ['own', 'family', 'supported'].includes(housing) ? 'stable' : 'unstable';
}

/** Hours a week of school, work and training together, in bands. */
export function hoursBand(hours: number): 'none' | 'part' | 'full' {
  return hours === 0 ? 'none' : hours < 20 ? 'part' : 'full';
}

export type CountedPerson = { readonly pilot: string; readonly joinedOn: string; readonly leftOn: string | null; readonly leftReason: LeftReason | null; readonly outcomes: readonly Pick<Outcome, 'point' | 'activities' | 'hours' | 'satisfied' | 'housing'>[] };
/** Where somebody stands at a point that has come: measured (also after she left), left before it, or neither. Undefined while the time to ask runs. */
export function standingAt(person: CountedPerson, point: Point, today: string): 'measured' | 'left' | 'missed' | undefined {
  const { due, to } = windowOf(person.joinedOn, point);
  // Of those whose time has not run out nobody is counted, or a table would tell the order in which they were asked.
  if (to > today) return undefined;
  if (person.outcomes.some((one) => one.point === point)) return 'measured';
  return person.leftOn !== null && person.leftOn <= due ? 'left' : 'missed';
}
