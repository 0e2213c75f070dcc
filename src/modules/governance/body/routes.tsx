import { listMilestones, listPriorities, listSources } from '#app/modules/plan/index.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listDecisionsOf } from '../decision/queries.ts';
import { listMeetings } from '../meeting/queries.ts';
import { listPersons } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { listSeats } from '../seat/queries.ts';
import { BodiesPage } from './list-page.tsx';
import { listBodies, listMembers, listNames, listStates } from './queries.ts';
import { BodyPage } from './show-page.tsx';
import { bodyWords } from './words.ts';

/** The public pages of the bodies. */
export function bodyRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: governancePaths.bodies, may: 'anyone', audit: 'none', cached: true, handle: showBodies },
    { method: 'GET', path: governancePaths.body(':slug'), may: 'anyone', audit: 'none', cached: true, handle: showBody },
  ];

  async function showBodies(visit: Visit) {
    const words = bodyWords[visit.language];
    return page(<BodiesPage frame={frameOf(visit, site(), { title: words.title, description: words.lead, current: 'plan' })} bodies={await listBodies(visit)} />);
  }

  async function showBody(visit: Visit) {
    const bodies = await listBodies(visit);
    const body = bodies.find((one) => one.slug === visit.params.slug);
    if (!body) return notFound;
    const minutes = body.minutes === 'public' ? (await listMeetings(visit, { body: body.slug, approved: true })).map((one) => ({ id: one.id, day: dateIn(visit.timeZone, one.startsAt) })) : [];
    const priorities = (await listPriorities(visit)).filter((priority) => priority.bodySlug === body.slug);
    return page(
      <BodyPage frame={frameOf(visit, site(), { title: body.name[visit.language], current: 'plan' })} body={body} bodies={bodies} names={await listNames(visit, body.slug)}
        states={await listStates(visit, body.slug)} members={await listMembers(visit, body.slug)} decisions={await listDecisionsOf(visit, body.slug)}
        milestones={await listMilestones(visit, { bodySlug: body.slug })} priorities={priorities} sources={await listSources(visit)}
        people={await listPersons(visit, { body: body.slug })} seats={await listSeats(visit, body.slug)} minutes={minutes} />,
    );
  }
}
