import { randomUUID } from 'node:crypto';
import { type Context, Hono } from 'hono';
import type { Database } from '#app/platform/db/scope.ts';
import { isLanguage, type Language, languages } from '#app/platform/language/language.ts';
import type { Log } from '#app/platform/log/log.ts';
import type { Meter } from '#app/platform/metrics/meter.ts';
import { arrivalOf } from './arrival.ts';
import { handleVisit } from './handle-visit.ts';
import { securityHeaders } from './headers.ts';
import { meantAddress } from './meant-address.ts';
import { observe, visited } from './observe.ts';
import type { PageCache } from './page-cache.ts';
import { ProblemRaised, problemOf } from './problem.ts';
import type { Proxies } from './proxies.ts';
import { type ProblemPage, respondProblem } from './respond.ts';
import type { Route } from './route.ts';

export type HttpOptions = {
  readonly database: Database;
  readonly routes: readonly Route[];
  readonly baseUrl: string;
  readonly cache: PageCache;
  readonly log: Log;
  readonly problemPage: ProblemPage;
  /** Where a person who must sign in is sent; the path that she wanted is appended as `next`. */
  readonly signInPath: (language: Language, next: string) => string;
  /** Called after each commit that raised events. */
  readonly afterCommit: () => void;
  /** The machines in front of this one whose word about the visitor's address counts. */
  readonly proxies?: Proxies;
  readonly meter?: Meter;
};

/** Builds the program's HTTP side from its table of routes: what is not in the table does not exist. */
export function mountRoutes(options: HttpOptions): Hono {
  const app = new Hono();
  const headers = securityHeaders(options.baseUrl.startsWith('https:'));
  const frame = (c: Context, machine: boolean) => ({ language: languageOf(c), path: pathOf(c), machine, headers, problemPage: options.problemPage });
  app.onError(async (error, c) => {
    const name = problemOf(error);
    const reference = randomUUID();
    if (!(error instanceof ProblemRaised)) options.log.error('request', error, { reference, method: c.req.method });
    const kept = name === 'unavailable' && c.req.method === 'GET' ? options.cache.recall(new URL(c.req.url).pathname, options.database.clock.now().getTime()) : undefined;
    if (kept) return new Response(new Uint8Array(kept.body), { headers: Object.entries(kept.head).map(([key, value]) => [key, String(value)]) });
    return await respondProblem(name, frame(c, isMachine(c)), {}, reference);
  });
  app.use(observe(options.meter));
  // PostgreSQL text cannot hold U+0000, and no address of this program has one.
  app.use(async (c, next) => (/%00/.test(c.req.url) ? await respondProblem(c.req.url.indexOf('%00') > c.req.url.indexOf('?') && c.req.url.includes('?') ? 'bad-request' : 'not-found', frame(c, isMachine(c))) : await next()));
  for (const route of options.routes)
    for (const path of route.localized === false ? [route.path] : languages.map((language) => `/${language}${route.path === '/' ? '' : route.path}`))
      app.on(route.method, path, async (c) => {
        const visit = visited(c, route, async () => await handleVisit(c, route, { ...options, headers, frame: frame(c, route.machine ?? false), arrival: arrivalOf(c.req.raw) }));
        // Nothing is logged of a route that leaves no trace: the moment of an error would be one.
        return await (route.unrecorded ? visit.catch(async (error) => await respondProblem(problemOf(error), frame(c, route.machine ?? false))) : visit);
      });
  const methods = new Map<string, Set<string>>();
  for (const route of options.routes)
    for (const path of route.localized === false ? [route.path] : languages.map((language) => `/${language}${route.path === '/' ? '' : route.path}`))
      methods.set(path, (methods.get(path) ?? new Set()).add(route.method));
  for (const [path, allowed] of methods)
    app.all(path, async (c) => await respondProblem('method-not-allowed', frame(c, isMachine(c)), { allow: [...allowed, ...(allowed.has('GET') ? ['HEAD'] : [])].join(', ') }));
  const words = new Set(options.routes.flatMap((route) => (route.localized === false ? [] : route.path.split('/').slice(1, 2))).filter((word) => /^[a-z]/.test(word)));
  app.notFound(async (c) => {
    const meant = c.req.method === 'GET' && !isMachine(c) ? meantAddress(c.req.path, words, languageOf(c)) : undefined;
    return meant ? c.body(null, 302, { ...headers, location: meant + new URL(c.req.url).search, 'cache-control': 'no-store', vary: 'Accept-Language' }) : await respondProblem('not-found', frame(c, isMachine(c)));
  });
  return app;
}

function isMachine(c: Context): boolean {
  return /^\/(api|open311|hsds|fhir)(\/|$)/.test(c.req.path);
}

/** The language of the address; elsewhere that of Accept-Language, English when neither says. */
export function languageOf(c: Context): Language {
  const first = c.req.path.split('/')[1];
  if (isLanguage(first)) return first;
  return preferredLanguage(c.req.header('accept-language'));
}

export function preferredLanguage(header: string | undefined): Language {
  const ranked = (header ?? '').split(',').map((part) => {
    const [tag = '', ...parameters] = part.trim().toLowerCase().split(';');
    const weight = parameters.map((p) => p.trim()).find((p) => p.startsWith('q='));
    return { tag: tag.split('-')[0] ?? '', weight: weight ? Number(weight.slice(2)) || 0 : 1 };
  });
  const best = ranked.filter((r) => isLanguage(r.tag) && r.weight > 0).sort((a, b) => b.weight - a.weight)[0];
  return best && isLanguage(best.tag) ? best.tag : 'en';
}

function pathOf(c: Context): string {
  const parts = c.req.path.split('/');
  return isLanguage(parts[1]) ? `/${parts.slice(2).join('/')}` : c.req.path;
}
