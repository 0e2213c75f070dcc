import type { Job } from '#app/platform/jobs/job.ts';
import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { actionJobs } from './action/jobs.ts';
import { actionRoutes } from './action/routes.tsx';
import { keepBodyRoutes } from './body/keep-routes.tsx';
import { bodyRoutes } from './body/routes.tsx';
import { type LeadershipSurroundings, leadershipRoutes } from './leadership/routes.tsx';
import { itemRoutes } from './meeting/item-routes.tsx';
import { meetingJobs } from './meeting/jobs.ts';
import { meetingRoutes } from './meeting/routes.tsx';
import { memberRoutes } from './member/routes.tsx';

export { isClosedTo } from './action/queries.ts';
export { formBody } from './body/actions.ts';
export { type Body, findBody, listBodies, listStates } from './body/queries.ts';
export { type DecisionGiven, recordDecision } from './decision/actions.ts';
export { type Decision, listDecisionsAbout } from './decision/queries.ts';
export { loadBodies, seatDemoMembers } from './pack.ts';

/** Bodies, members, meetings, decisions and actions. Fixed paths stand before those with parameters. */
export function governanceRoutes(site: SiteSource, around: LeadershipSurroundings = {}): Route[] {
  return [...keepBodyRoutes(site), ...bodyRoutes(site), ...memberRoutes(site), ...meetingRoutes(site), ...itemRoutes(site), ...actionRoutes(site), ...leadershipRoutes(site, around)];
}

export const governanceJobs: readonly Job[] = [...meetingJobs, ...actionJobs];
