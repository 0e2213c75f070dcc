import { listSources, pickSources } from '#app/modules/plan/index.ts';
import { bytes, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { calendarFile } from './calendar.ts';
import { EventsPage } from './list-page.tsx';
import { eventPaths } from './paths.ts';
import { findEvent, listEvents } from './queries.ts';
import { isOver, takesRegistrations } from './rules.ts';
import { EventPage } from './show-page.tsx';
import { eventWords } from './words.ts';

/** The public pages of meetings; they stand after every fixed path below /engagement/events. */
export function eventRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: eventPaths.list, may: 'anyone', audit: 'none', cached: true, handle: list },
    { method: 'GET', path: eventPaths.show(':slug'), may: 'anyone', audit: 'none', cached: true, handle: show },
    { method: 'GET', path: eventPaths.calendar(':slug'), may: 'anyone', audit: 'none', handle: calendar },
  ];

  async function list(visit: Visit) {
    const words = eventWords[visit.language];
    const all = await listEvents(visit);
    const frame = frameOf(visit, site(), { title: words.title, description: words.lead, current: 'events' });
    return page(<EventsPage frame={frame} coming={all.filter((one) => !isOver(one, visit)).reverse()} past={all.filter((one) => isOver(one, visit))} />);
  }

  async function show(visit: Visit) {
    const meeting = await findEvent(visit, { slug: visit.params.slug ?? '' });
    if (!meeting) return notFound;
    const frame = frameOf(visit, site(), { title: meeting.title[visit.language], description: meeting.about[visit.language], current: 'events' });
    return page(<EventPage frame={frame} meeting={meeting} open={takesRegistrations(meeting, visit.now)} over={isOver(meeting, visit)} sources={pickSources(await listSources(visit), meeting.sources)} />);
  }

  async function calendar(visit: Visit) {
    const meeting = await findEvent(visit, { slug: visit.params.slug ?? '' });
    const file = meeting ? calendarFile(meeting, visit) : undefined;
    return file && meeting ? bytes('text/calendar; charset=utf-8', file, { headers: { 'content-disposition': `attachment; filename="${meeting.slug}.ics"` } }) : notFound;
  }
}
