import { listReadings } from '#app/modules/insight/index.ts';
import { notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listNews } from '../news/queries.ts';
import { listAreas, listDomains, listSources } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import type { Surroundings } from '../surroundings.ts';
import { findPriority, listFacts, type Priority } from './queries.ts';
import { PriorityPage } from './show-page.tsx';
import { type ChainStep, chainOf } from './thread.ts';

export function priorityRoutes(site: SiteSource, around: Surroundings): Route[] {
  return [{ method: 'GET', path: planPaths.priority(':slug'), may: 'anyone', audit: 'none', cached: true, handle: showPriority }];

  async function showPriority(visit: Visit) {
    const priority = await findPriority(visit, visit.params.slug ?? '');
    if (!priority) return notFound;
    const bodies = await around.listBodies(visit);
    const bodyOf = (slug: string | null | undefined) => bodies.find((body) => body.slug === slug);
    const frame = frameOf(visit, site(), { title: priority.title[visit.language], description: priority.summary[visit.language], current: 'plan' });
    return page(
      <PriorityPage frame={frame} priority={priority} facts={await listFacts(visit, priority.slug)} steps={await readChain(visit, priority, around)} body={bodyOf(priority.bodySlug)} today={visit.today}
        readings={(await listReadings(visit)).filter(({ indicator }) => !indicator.retired && indicator.priorities.includes(priority.slug))}
        confirmedBy={bodyOf(priority.lastConfirmed?.bodySlug)?.name} areas={await listAreas(visit)} domains={await listDomains(visit)}
        news={await listNews(visit, { prioritySlug: priority.slug, limit: 10 })} sources={await listSources(visit)} />,
    );
  }
}

/** The chain of a priority from what is recorded about its issue, its body and its milestones. */
export async function readChain(scope: Scope, priority: Priority, around: Surroundings): Promise<ChainStep[]> {
  const bodies = await around.listBodies(scope);
  const states = (await around.listStates(scope)).filter((state) => state.bodySlug === priority.bodySlug);
  const about = [
    ...(priority.fromIssue ? await around.listDecisionsAbout(scope, 'issue', priority.fromIssue) : []),
    ...(await around.listDecisionsAbout(scope, 'priority', priority.id)),
  ];
  return chainOf({
    priority, states,
    decisions: about.map((decision) => ({ ...decision, body: bodies.find((body) => body.slug === decision.bodySlug)?.name })),
    issue: priority.fromIssue ? await around.findIssue?.(scope, priority.fromIssue) : undefined,
  });
}
