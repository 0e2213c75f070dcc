import { findLevel, listFigures, pickFeatured } from '#app/modules/insight/index.ts';
import { notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import { listPriorities, type Priority } from '../priority/queries.ts';
import { readChain } from '../priority/routes.tsx';
import { type ChainStep, happened } from '../priority/thread.ts';
import type { Surroundings } from '../surroundings.ts';
import { AboutPage } from './about-page.tsx';
import { OverviewPage } from './overview-page.tsx';
import { findPlan, listAreas, listDomains, listHistory, listSources, type Named } from './queries.ts';
import { SourcesPage } from './sources-page.tsx';
import { TagsPage } from './tags-page.tsx';
import { outlineWords } from './words.ts';

export function outlineRoutes(site: SiteSource, around: Surroundings): Route[] {
  return [
    { method: 'GET', path: '/', may: 'anyone', audit: 'none', handle: toPlan },
    { method: 'GET', path: planPaths.overview, may: 'anyone', audit: 'none', cached: true, handle: showOverview },
    { method: 'GET', path: planPaths.areas, may: 'anyone', audit: 'none', cached: true, handle: showAreas },
    { method: 'GET', path: planPaths.domains, may: 'anyone', audit: 'none', cached: true, handle: showDomains },
    { method: 'GET', path: planPaths.about, may: 'anyone', audit: 'none', cached: true, handle: showAbout },
    { method: 'GET', path: planPaths.sources, may: 'anyone', audit: 'none', cached: true, handle: showSources },
  ];

  async function toPlan(visit: Visit) {
    return redirect(localized(visit.language, planPaths.overview));
  }

  async function showOverview(visit: Visit) {
    const plan = await findPlan(visit);
    if (!plan) return notFound;
    const priorities = await listPriorities(visit);
    const frame = frameOf(visit, site(), { title: plan.title[visit.language], description: plan.lead[visit.language], current: 'plan' });
    const figures = pickFeatured(await listFigures(visit));
    return page(<OverviewPage frame={frame} plan={plan} priorities={priorities} example={await mostComplete(visit, priorities)} figures={figures} level={await findLevel(visit)} today={visit.today} />);
  }

  async function mostComplete(visit: Visit, priorities: readonly Priority[]) {
    let best: { priority: Priority; steps: readonly ChainStep[] } | undefined;
    for (const priority of priorities) {
      const steps = await readChain(visit, priority, around);
      if (!best || happened(steps) > happened(best.steps)) best = { priority, steps };
    }
    return best;
  }

  async function showAreas(visit: Visit) {
    return await showTags(visit, await listAreas(visit), (priority) => priority.areas, outlineWords[visit.language].areasTitle, outlineWords[visit.language].areasLead);
  }

  async function showDomains(visit: Visit) {
    return await showTags(visit, await listDomains(visit), (priority) => priority.domains, outlineWords[visit.language].domainsTitle, outlineWords[visit.language].domainsLead);
  }

  async function showTags(visit: Visit, entries: readonly Named[], tagsOf: (priority: Priority) => readonly string[], title: string, lead: string) {
    const priorities = await listPriorities(visit);
    const frame = frameOf(visit, site(), { title, description: lead, current: 'plan' });
    return page(<TagsPage frame={frame} lead={lead} entries={entries.map((entry) => ({ entry, priorities: priorities.filter((priority) => tagsOf(priority).includes(entry.slug)) }))} />);
  }

  async function showAbout(visit: Visit) {
    const plan = await findPlan(visit);
    if (!plan) return notFound;
    const frame = frameOf(visit, site(), { title: outlineWords[visit.language].about, current: 'plan' });
    return page(<AboutPage frame={frame} plan={plan} history={await listHistory(visit)} sources={await listSources(visit)} />);
  }

  async function showSources(visit: Visit) {
    const frame = frameOf(visit, site(), { title: outlineWords[visit.language].sources, current: 'plan' });
    return page(<SourcesPage frame={frame} sources={await listSources(visit)} />);
  }
}
