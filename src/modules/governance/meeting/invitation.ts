import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formatMoment } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { governancePaths } from '../paths.ts';
import type { Meeting } from './queries.ts';

type Given = { readonly meeting: Meeting; readonly body: Bilingual; readonly language: Language; readonly baseUrl: string; readonly timeZone: string; readonly now: Date };

/** The meeting as an entry for a calendar (RFC 5545); a later one with the same id replaces it. */
export function calendarEntry({ meeting, body, language, baseUrl, now }: Given): string {
  const made = ical({ prodId: { company: 'Common Table', product: 'meetings', language: language.toUpperCase() }, method: meeting.state === 'cancelled' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.PUBLISH });
  made.createEvent({
    id: `${meeting.id}@${new URL(baseUrl).hostname}`, start: meeting.startsAt, end: new Date(meeting.startsAt.getTime() + meeting.minutesLong * 60_000), stamp: now,
    summary: body[language], location: meeting.place, url: `${baseUrl}${localized(language, governancePaths.meeting(meeting.id))}`, ...(meeting.online ? { description: meeting.online } : {}),
  });
  return made.toString();
}

/** The mail that invites a member, or calls the meeting off; the agenda is what this member may see. */
export function invitationMail(given: Given & { readonly agenda: readonly string[]; readonly account: boolean }): { subject: string; text: string } {
  const { meeting, language } = given;
  const [body, when] = [given.body[language], formatMoment(language, meeting.startsAt, given.timeZone, { weekday: true })];
  const agenda = given.agenda.map((title, index) => `${index + 1}. ${title}`).join('\n');
  const where = [meeting.place, meeting.online].filter(Boolean).join('\n');
  const link = given.account ? `${given.baseUrl}${localized(language, governancePaths.meeting(meeting.id))}` : undefined;
  if (meeting.state === 'cancelled')
    return language === 'fr'
      ? { subject: `Réunion annulée : ${body}`, text: `Bonjour,\n\nLa réunion prévue ${when} est annulée.\nRaison : ${meeting.cancelledFor ?? ''}\n` }
      : { subject: `Meeting called off: ${body}`, text: `Hello,\n\nThe meeting of ${when} is called off.\nReason: ${meeting.cancelledFor ?? ''}\n` };
  return language === 'fr'
    ? { subject: `Convocation : ${body}, ${when}`, text: `Bonjour,\n\nVous êtes convoqué à la réunion de cette instance : ${body}.\n\n${when}\n${where}\n\nOrdre du jour\n${agenda}\n\n${link ? `Ordre du jour et documents :\n${link}\n\n` : ''}L’entrée de calendrier est jointe.\n` }
    : { subject: `Invitation: ${body}, ${when}`, text: `Hello,\n\nYou are invited to the meeting of ${body}.\n\n${when}\n${where}\n\nAgenda\n${agenda}\n\n${link ? `Agenda and papers:\n${link}\n\n` : ''}The calendar entry is attached.\n` };
}
