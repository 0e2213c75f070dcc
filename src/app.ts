import type { Hono } from 'hono';
import { accessRoutes } from '#app/modules/access/index.ts';
import { commitmentRoutes } from '#app/modules/commitment/index.ts';
import { engagementRoutes, findOrigin } from '#app/modules/engagement/index.ts';
import { fundingRoutes } from '#app/modules/funding/index.ts';
import { governanceRoutes, listBodies, listDecisionsAbout, listStates } from '#app/modules/governance/index.ts';
import { identityRoutes } from '#app/modules/identity/index.ts';
import { alertRoutes, dataRoutes, indicatorRoutes, publicationRoutes, releaseRoutes } from '#app/modules/insight/index.ts';
import { planRoutes } from '#app/modules/plan/index.ts';
import { situationRoutes } from '#app/modules/situation/index.ts';
import { reviewRoutes } from '#app/modules/review/index.ts';
import type { Config } from '#app/platform/config/config.ts';
import type { Assets } from '#app/platform/files/assets.ts';
import { privateCaching, securityHeaders } from '#app/platform/http/headers.ts';
import { mountHealth, type Readiness } from '#app/platform/http/health.ts';
import { type HttpOptions, languageOf, mountRoutes } from '#app/platform/http/mount.ts';
import { PageCache } from '#app/platform/http/page-cache.ts';
import type { Route } from '#app/platform/http/route.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Meter } from '#app/platform/metrics/meter.ts';
import { problemPage } from '#app/ui/problem-page.tsx';
import { styleRoutes } from '#app/ui/style-routes.tsx';
import { jobsOf } from '#app/program/jobs.ts';
import { loadSite } from '#app/program/site.ts';
import { mailer } from '#app/program/mailer.ts';
import { promises } from '#app/program/promises.ts';
import { deskOf } from '#app/program/publications.ts';
import { cubeSources } from '#app/program/releases.ts';

export type AppOptions = Pick<HttpOptions, 'database' | 'log' | 'afterCommit'> & {
  readonly assets: Assets;
  readonly config: Config;
  readonly demonstration: boolean;
  readonly readiness: () => Readiness;
  readonly meter: Meter;
};

export type App = { readonly hono: Hono; /** The table of routes, for checks that go over all of them. */ readonly routes: readonly Route[]; readonly jobs: readonly Job[]; readonly cache: PageCache; readonly refresh: () => Promise<void>; readonly stop: () => Promise<void> };

/** Puts the modules together: their routes in one table, their jobs in one list, one site that every page shows. */
export async function createApp(options: AppOptions): Promise<App> {
  const { database, config, log } = options;
  const cache = new PageCache();
  let current = await loadSite(database, options);
  const site = () => current;
  const mail = mailer(config, () => current.mailFrom);
  const routes = [
    ...planRoutes(site, { listBodies, listStates, listDecisionsAbout, findIssue: findOrigin }),
    ...governanceRoutes(site, { findIssue: findOrigin }),
    ...engagementRoutes(site, { keepsMailHere: config.smtpUrl === undefined && options.demonstration }),
    ...identityRoutes(site),
    ...accessRoutes(site),
    ...commitmentRoutes(site, { listBodies }),
    ...indicatorRoutes(site),
    ...publicationRoutes(site, deskOf(database)),
    ...alertRoutes(site, promises),
    ...reviewRoutes(site),
    ...dataRoutes(site),
    ...fundingRoutes(site),
    ...releaseRoutes(site, cubeSources),
    ...situationRoutes(site),
    ...styleRoutes(site),
  ];
  const hono = mountRoutes({
    database, routes, cache, log, baseUrl: config.baseUrl, proxies: config.proxies, meter: options.meter, afterCommit: options.afterCommit, problemPage: problemPage(site),
    signInPath: (language, next) => `/${language}/identity/sign-in?next=${encodeURIComponent(next)}`,
  });
  const heads = { ...securityHeaders(config.baseUrl.startsWith('https:')), 'cache-control': privateCaching };
  hono.get('/', (c) => c.body(null, 302, { ...heads, location: `/${languageOf(c)}`, vary: 'Accept-Language' }));
  mountHealth(hono, options.readiness, heads);
  return {
    hono, cache, routes,
    jobs: [...jobsOf(config), ...mail.jobs],
    refresh: async () => {
      cache.forget();
      current = await loadSite(database, options);
      // Pages that were drawn meanwhile may show the site as it was.
      cache.forget();
    },
    stop: mail.stop,
  };
}
