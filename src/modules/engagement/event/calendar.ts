import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator';
import type { Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import { eventPaths } from './paths.ts';
import type { PublicMeeting } from './queries.ts';
import { endOf } from './rules.ts';

/** A public meeting as an entry for a calendar (RFC 5545): each change has a higher sequence and takes the place of the one before. Undefined where its hour is not known. */
export function calendarFile(meeting: PublicMeeting, at: { language: Language; baseUrl: string; now: Date }): string | undefined {
  const { language, baseUrl, now } = at;
  const end = endOf(meeting);
  if (!meeting.startsAt || !end) return undefined;
  const cancelled = meeting.state === 'cancelled';
  const made = ical({ prodId: { company: 'Common Table', product: 'public-meetings', language: language.toUpperCase() }, method: cancelled ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
  made.createEvent({
    id: `${meeting.id}@${new URL(baseUrl).hostname}`, sequence: meeting.revision, start: meeting.startsAt, end, stamp: now, summary: meeting.title[language], location: meeting.place[language],
    description: [meeting.about[language], meeting.entrance?.[language]].filter(Boolean).join('\n\n'), url: `${baseUrl}${localized(language, eventPaths.show(meeting.slug))}`,
    status: cancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
  });
  return made.toString();
}
