import { Feed } from 'feed';
import ical, { ICalCalendarMethod } from 'ical-generator';
import type { Language } from '#app/platform/language/language.ts';
import { instantIn } from '#app/platform/clock/clock.ts';
import { localized } from '#app/ui/page-frame.ts';
import type { Community } from '../community/queries.ts';
import type { NewsLine, PublicEvent } from '../news/queries.ts';

type Place = { readonly language: Language; readonly baseUrl: string; readonly community: Community };

/** The lines of change as a feed; Atom and JSON Feed are made from it. */
export function newsFeed({ language, baseUrl, community }: Place, lines: readonly NewsLine[]): Feed {
  const link = `${baseUrl}${localized(language, '/plan')}`;
  const feed = new Feed({
    id: link, link, language, title: `${community.name[language]} ${community.place[language]}`, updated: lines[0]?.writtenAt ?? new Date(0), copyright: '',
    feedLinks: { atom: `${baseUrl}${localized(language, '/plan/feed.atom')}`, json: `${baseUrl}${localized(language, '/plan/feed.json')}` },
  });
  for (const line of lines)
    feed.addItem({ id: `urn:uuid:${line.id}`, title: line.text[language], date: line.writtenAt, content: line.text[language], link: line.prioritySlug ? `${baseUrl}${localized(language, `/plan/priorities/${line.prioritySlug}`)}` : link });
  return feed;
}

/** Public dates as a calendar (RFC 5545). */
export function calendar({ language, baseUrl, community }: Place, events: readonly PublicEvent[], now: Date): string {
  const made = ical({ name: `${community.name[language]} ${community.place[language]}`, prodId: { company: 'Common Table', product: 'plan', language: language.toUpperCase() }, method: ICalCalendarMethod.PUBLISH });
  for (const event of events) {
    const start = event.time ? instantIn(community.timeZone, `${event.date}T${event.time}`) : new Date(`${event.date}T12:00:00Z`);
    made.createEvent({ id: `${event.slug}@${new URL(baseUrl).hostname}`, start, end: new Date(start.getTime() + 3_600_000), stamp: now, allDay: event.time === null || event.time === undefined, summary: event.title[language] });
  }
  return made.toString();
}
