import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { bulletinJobs } from './bulletin/jobs.ts';
import { bulletinRoutes } from './bulletin/routes.tsx';
import { callRoutes } from './call/routes.tsx';
import { officeEventRoutes } from './event/office-routes.tsx';
import { eventRoutes } from './event/routes.tsx';
import { voiceRoutes } from './consultation/voice-routes.ts';
import { followRoutes } from './follow/routes.tsx';
import { issueJobs } from './issue/jobs.ts';
import { noteRoutes } from './note/routes.tsx';
import { officeRoutes } from './office/routes.tsx';
import { open311Routes } from './open311/routes.ts';
import { outboxRoutes } from './outbox/routes.tsx';
import { proposalRoutes } from './proposal/routes.tsx';
import { responseRoutes } from './response/routes.tsx';
import { takeInJobs } from './contribution/take-in.ts';
import { surveyJobs } from './response/jobs.ts';
import { attendanceJobs } from './attendance/release.ts';
import { reportJobs as voiceReportJobs } from './report/jobs.ts';
import { resultJobs } from './survey/public-results.ts';
export { issueCubes } from './issue/cube.ts';
export { openDemoSurveys } from './survey/pack.ts';
import { surveyRoutes } from './survey/routes.tsx';
import { registrationJobs } from './registration/jobs.ts';
import { registrationRoutes } from './registration/routes.tsx';
import { subscriptionRoutes } from './subscription/routes.tsx';

export { loadMeetings } from './event/pack.ts';
export { addDemoVoices } from './consultation/demo.ts';
export { loadVoice } from './consultation/pack.ts';
export { startMailbox } from './mailbox/imap.ts';
export { addOpen311Key } from './open311/queries.ts';
export { receiveMail } from './mailbox/receive.ts';
export { submitIssue } from './issue/actions.ts';
export { findOrigin } from './issue/queries.ts';

/** Issues, updates by e-mail, bulletins. Fixed paths stand before those with parameters. */
export function engagementRoutes(site: SiteSource, options: { keepsMailHere: boolean }): Route[] {
  return [
    ...proposalRoutes(site), ...followRoutes(site), ...callRoutes(site), ...officeRoutes(site), ...surveyRoutes(site), ...responseRoutes(site), ...subscriptionRoutes(site), ...bulletinRoutes(site),
    ...noteRoutes(site), ...officeEventRoutes(site), ...registrationRoutes(site), ...eventRoutes(site), ...outboxRoutes(site, options.keepsMailHere), ...open311Routes(), ...voiceRoutes(site),
  ];
}

export const engagementJobs: readonly Job[] = [...issueJobs, ...bulletinJobs, ...registrationJobs, ...attendanceJobs, ...voiceReportJobs, ...surveyJobs, ...resultJobs, ...takeInJobs];
