import type { Route } from '#app/platform/http/route.ts';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { accountRoutes } from './account/routes.tsx';
import { administrationRoutes } from './account/administration.tsx';
import { oidcRoutes } from './oidc/routes.tsx';
import { passkeyRoutes } from './passkey/routes.tsx';
import { signInRoutes } from './sign-in/routes.tsx';

export { listAgencyChoices, listReachable, type Reachable } from './account/queries.ts';
export { inviteAccount } from './account/administration.tsx';
export { addApiKey } from './api-key/actions.ts';
export { agencyRoles, givenRoles } from './account/roles.ts';
export { insertProvider } from './oidc/queries.ts';
export { asDemoAccount } from './demo/act.ts';
export { createDemoAccounts, type DemoIds } from './demo/actions.ts';
export { loadAgencies } from './pack.ts';
export { retentionJobs } from './retention/jobs.ts';

/** Sign-in, sign-out, own account, and the accounts of an installation. */
export function identityRoutes(site: SiteSource): Route[] {
  return [...signInRoutes(site), ...passkeyRoutes(site), ...oidcRoutes(site), ...accountRoutes(site), ...administrationRoutes(site)];
}
