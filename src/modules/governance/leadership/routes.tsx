import { listEnded, listOpen } from '#app/modules/commitment/index.ts';
import { chainOf, chainSteps, listPriorities, type Priority } from '#app/modules/plan/index.ts';
import { page } from '#app/platform/http/answer.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listBodies, listStates } from '../body/queries.ts';
import { listDecisionsAbout } from '../decision/queries.ts';
import { governancePaths } from '../paths.ts';
import { listSeats } from '../seat/queries.ts';
import { type Chain, LeadershipPage } from './page.tsx';
import { leadershipWords } from './words.ts';

/** What the leadership page shows of modules above this one; handed in by the program. */
export type LeadershipSurroundings = { readonly findIssue?: (scope: Scope, id: string) => Promise<{ readonly reference: string; readonly raisedOn: string } | undefined> };

const days90 = 90 * 86_400_000;

export function leadershipRoutes(site: SiteSource, around: LeadershipSurroundings): Route[] {
  return [{
    method: 'GET', path: governancePaths.leadership, may: { roles: ['plan-manager', 'leadership-member'] }, audit: 'governance.read-leadership',
    handle: async (visit) => {
      const bodies = await listBodies(visit);
      const leading = bodies.find((body) => body.kind === 'leadership-group');
      const chains: Chain[] = [];
      for (const priority of await listPriorities(visit)) if (priority.fromIssue) chains.push({ priority, steps: chainSteps(visit.language, await stepsOf(visit, priority, bodies, around)) });
      const frame = frameOf(visit, site(), { title: leadershipWords[visit.language].title, current: 'leadership-view' });
      return page(<LeadershipPage frame={frame} at={visit} open={await listOpen(visit)} kept={(await listEnded(visit, new Date(visit.now.getTime() - days90))).filter((one) => one.course.keptAt)}
        bodies={bodies} chains={chains} seats={leading ? await listSeats(visit, leading.slug) : []} />);
    },
  }];
}

async function stepsOf(visit: Visit, priority: Priority, bodies: Awaited<ReturnType<typeof listBodies>>, around: LeadershipSurroundings) {
  const decisions = await listDecisionsAbout(visit, 'issue', priority.fromIssue ?? '');
  return chainOf({
    priority, states: priority.bodySlug ? await listStates(visit, priority.bodySlug) : [], issue: priority.fromIssue && around.findIssue ? await around.findIssue(visit, priority.fromIssue) : undefined,
    decisions: decisions.map((one) => ({ decidedOn: one.decidedOn, outcome: one.outcome, reason: one.reason, body: bodies.find((body) => body.slug === one.bodySlug)?.name })),
  });
}
