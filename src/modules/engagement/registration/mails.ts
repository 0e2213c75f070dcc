import type { Community } from '#app/modules/plan/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { MailAttachment } from '#app/platform/mail/queue.ts';
import { localized } from '#app/ui/page-frame.ts';
import { calendarFile } from '../event/calendar.ts';
import { eventPaths } from '../event/paths.ts';
import type { PublicMeeting } from '../event/queries.ts';
import { whenOf } from '../event/rules.ts';
import { imprint } from '../subscription/mails.ts';
import { registrationWords } from './words.ts';

/** registered, waiting: the confirmation; place: from the waiting list; reminder; moved: another day or place; cancelled: the meeting is off. */
export type RegistrationMail = 'registered' | 'waiting' | 'place' | 'reminder' | 'moved' | 'cancelled';
type Given = { readonly meeting: PublicMeeting; readonly community: Community; readonly language: Language; readonly key: string; readonly people: number; readonly hasPlace: boolean; readonly baseUrl: string; readonly timeZone: string; readonly now: Date };

/** A mail about a registration; with the meeting as a calendar file for whoever has a place, since an entry would promise one to whoever waits. */
export function registrationMail(kind: RegistrationMail, given: Given): { subject: string; text: string; attachments: MailAttachment[] } {
  const { meeting, language, baseUrl } = given;
  const words = registrationWords[language].mail;
  const title = meeting.title[language];
  const entrance = meeting.entrance?.[language];
  const facts = [whenOf(language, meeting, given.timeZone), meeting.place[language], ...(entrance ? [entrance] : [])].join('\n');
  const reason = kind === 'cancelled' ? [meeting.cancelledFor?.[language] ?? ''] : [];
  const link = kind === 'cancelled' ? [] : [words.link(`${baseUrl}${localized(language, eventPaths.own)}?key=${given.key}`)];
  const file = given.hasPlace ? calendarFile(meeting, { language, baseUrl, now: given.now }) : undefined;
  return {
    subject: words.subjects[kind](title),
    text: [words.texts[kind](title, given.people), ...reason, facts, ...link, imprint(language, given.community)].join('\n\n'),
    attachments: file ? [{ name: 'meeting.ics', type: 'text/calendar; charset=utf-8', content: file }] : [],
  };
}
