import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { pointRoutes } from './access-point/routes.tsx';
import { assessmentRoutes } from './assessment/routes.tsx';
import { barRoutes } from './bar/routes.tsx';
import { careJobs } from './care-plan/jobs.ts';
import { careRoutes } from './care-plan/routes.tsx';
import { closingRoutes } from './consent/closing-routes.tsx';
import { consentJobs } from './consent/jobs.ts';
import { consentRoutes } from './consent/routes.tsx';
import { directoryJobs } from './directory/import-jobs.ts';
import { directoryRoutes } from './directory/routes.ts';
import { drawRoutes } from './draw/routes.tsx';
import { duplicateJobs } from './duplicate/jobs.ts';
import { duplicateRoutes } from './duplicate/routes.tsx';
import { exchangeJobs } from './exchange/jobs.ts';
import { exchangeRoutes } from './exchange/routes.tsx';
import { fhirRoutes } from './fhir/routes.ts';
import { followRoutes } from './follow/routes.tsx';
import { glassJobs } from './glass/jobs.ts';
import { glassRoutes } from './glass/routes.tsx';
import { handOffRoutes } from './hand-off/routes.tsx';
import { householdRoutes } from './household/routes.tsx';
import { identityClaimRoutes } from './identity-claim/routes.tsx';
import { instrumentRoutes } from './instrument/routes.tsx';
import { intakeJobs } from './intake/jobs.ts';
import { intakeRoutes } from './intake/routes.ts';
import { listJobs } from './list/jobs.ts';
import { listRoutes } from './list/routes.tsx';
import { lookRoutes } from './look/routes.tsx';
import { offerJobs } from './offer/jobs.ts';
import { offerRoutes } from './offer/routes.tsx';
import { outreachJobs } from './outreach/jobs.ts';
import { outreachRoutes } from './outreach/routes.tsx';
import { personRoutes } from './person/routes.tsx';
import { priorityRoutes } from './priority/routes.tsx';
import { referralJobs } from './referral/jobs.ts';
import { referralRoutes } from './referral/routes.tsx';
import { sendRoutes } from './referral/send-routes.tsx';
import { referralLinkRoutes } from './referral-link/routes.tsx';
import { alertJobs } from './safety-alert/jobs.ts';
import { alertRoutes } from './safety-alert/routes.tsx';
import { replayJobs } from './replay/jobs.ts';
import { replayRoutes } from './replay/routes.tsx';
import { stayRoutes } from './stay/routes.tsx';
import { vacancyRoutes } from './vacancy/routes.tsx';
import { waitJobs } from './wait/release.ts';
import { waitRoutes } from './wait/routes.tsx';

/** People who are helped: the doors to help, their records, consent and who has looked, assessments, referrals, plans, outreach, stays and by-name lists. */
export function accessRoutes(site: SiteSource): Route[] {
  return [
    ...pointRoutes(site),
    ...intakeRoutes(site),
    ...handOffRoutes(site),
    ...personRoutes(site),
    ...householdRoutes(site),
    ...identityClaimRoutes(site),
    ...duplicateRoutes(site),
    ...barRoutes(site),
    ...consentRoutes(site),
    ...closingRoutes(site),
    ...glassRoutes(site),
    ...lookRoutes(site),
    ...assessmentRoutes(site),
    ...alertRoutes(site),
    ...instrumentRoutes(site),
    ...directoryRoutes(site),
    ...sendRoutes(site),
    ...referralRoutes(site),
    ...referralLinkRoutes(site),
    ...followRoutes(site),
    ...waitRoutes(site),
    ...careRoutes(site),
    ...outreachRoutes(site),
    ...stayRoutes(site),
    ...listRoutes(site),
    ...priorityRoutes(site),
    ...replayRoutes(site),
    ...vacancyRoutes(site),
    ...offerRoutes(site),
    ...drawRoutes(site),
    ...exchangeRoutes(site),
    ...fhirRoutes(),
  ];
}

export const accessJobs: readonly Job[] = [
  ...consentJobs,
  ...glassJobs,
  ...duplicateJobs,
  ...intakeJobs,
  ...alertJobs,
  ...referralJobs,
  ...waitJobs,
  ...careJobs,
  ...outreachJobs,
  ...listJobs,
  ...replayJobs,
  ...offerJobs,
  ...directoryJobs,
  ...exchangeJobs,
];
