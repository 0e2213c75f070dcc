import type { Language } from '#app/platform/language/language.ts';
import { formatMoment } from '#app/ui/format.ts';
import { uniqueSlug } from '#app/ui/readable-slug.ts';
import type { PublicMeeting } from './queries.ts';

type Timed = Pick<PublicMeeting, 'startsAt' | 'minutesLong' | 'date'>;

/** The end of a meeting; undefined where its hour is not known. */
export function endOf({ startsAt, minutesLong }: Timed): Date | undefined {
  return startsAt ? new Date(startsAt.getTime() + (minutesLong ?? 120) * 60_000) : undefined;
}

export function isOver(meeting: Timed, at: { now: Date; today: string }): boolean {
  const end = endOf(meeting);
  return end ? end <= at.now : meeting.date < at.today;
}

/** The same rule as `engagement.open_for_registration` of the database. */
export function takesRegistrations(meeting: Pick<PublicMeeting, 'state' | 'startsAt'>, now: Date): boolean {
  return meeting.state === 'planned' && meeting.startsAt !== null && meeting.startsAt > now;
}

/** When a meeting is, as people say it. */
export function whenOf(language: Language, meeting: Pick<PublicMeeting, 'startsAt' | 'whenText' | 'minutesLong'>, timeZone: string): string {
  if (!meeting.startsAt) return meeting.whenText?.[language] ?? '';
  const from = formatMoment(language, meeting.startsAt, timeZone, { weekday: true });
  const end = endOf({ startsAt: meeting.startsAt, minutesLong: meeting.minutesLong, date: '' });
  const until = end && meeting.minutesLong ? formatMoment(language, end, timeZone).split(', ').at(-1) : undefined;
  return until ? `${from} ${language === 'en' ? 'to' : 'à'} ${until}` : from;
}

/** The address of a meeting: its English title and its day, with the end of its id so that two are never the same. */
export function eventSlug(title: string, date: string, id: string): string {
  return uniqueSlug(title, id, date);
}
