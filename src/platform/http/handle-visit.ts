import type { Context } from 'hono';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { newId } from '#app/platform/db/id.ts';
import { inReadScope } from '#app/platform/db/replica.ts';
import { type Actor, type Entry, inScope, type Scope } from '#app/platform/db/scope.ts';
import type { Arrival } from './arrival.ts';
import { type Answer, notFound, problem, redirect } from './answer.ts';
import { publicCaching } from './headers.ts';
import type { HttpOptions } from './mount.ts';
import { etagOf } from './page-cache.ts';
import { inTurn } from './limits.ts';
import { ProblemRaised } from './problem.ts';
import { crossSite, readBody, visitorAddress } from './read-request.ts';
import { type ProblemPage, renderMarkup, respond } from './respond.ts';
import type { Handler, Outing, Route, Visit } from './route.ts';
import { csrfHolds, csrfToken, hashApiKey, hashToken, readBearer, readCookie, sessionCookie } from './session-cookie.ts';

type VisitOptions = HttpOptions & {
  readonly headers: Readonly<Record<string, string>>;
  readonly frame: { language: 'en' | 'fr'; path: string; machine: boolean; headers: Readonly<Record<string, string>>; problemPage: ProblemPage };
  readonly arrival: Arrival | undefined;
};

/** One request: read, enter the context, permit, handle, audit, commit; only then the answer leaves. */
export async function handleVisit(c: Context, route: Route, options: VisitOptions): Promise<Response> {
  const { frame } = options;
  const arrivedAt = options.arrival?.at ?? options.database.clock.now();
  const { form, body } = await readBody(c, route);
  const header = (name: string) => c.req.header(name);
  const secure = options.baseUrl.startsWith('https:');
  const token = route.cached || route.bearer || route.unrecorded ? undefined : readCookie(header('cookie'), secure ? sessionCookie.secure : sessionCookie.plain);
  if (c.req.method === 'POST' && !route.machine) {
    if (crossSite(header, options.baseUrl)) throw new ProblemRaised('stale-form');
    if (token !== undefined && route.may !== 'anyone' && !csrfHolds(token, form.text('csrf'))) throw new ProblemRaised('stale-form');
  }
  const params = c.req.param() as Readonly<Record<string, string>>;
  const query = new URL(c.req.url).searchParams;
  const secret = route.capability?.({ params, query, form });
  const request = newId();
  const purpose = `${route.method} ${route.path}`;
  const capability = secret ? hashToken(secret) : undefined;
  const key = route.bearer ? readBearer(header('authorization')) : undefined;
  const session = token ? hashToken(token) : key ? hashApiKey(key) : undefined;
  const entry: Entry = session ? { as: 'session', token: session, purpose, capability, request } : { as: 'public', purpose, capability, request };
  const generation = options.cache.generation;
  const address = visitorAddress(options.arrival?.remote, header('x-forwarded-for'), options.proxies);
  const handle = route.handle;
  if (typeof handle !== 'function') return await handleOuting(handle.outside, { c, route, options, form, query, params, header, address });
  const open = session === undefined && readsOnly(route) ? inReadScope : inScope;
  const turn = async (handler: Handler, first: boolean) => await open(options.database, entry, async (scope) => {
    if (first && route.limit && address && !(await withinLimit(scope, route.limit, address))) return { answer: problem('too-many'), changed: false };
    const refusal = refuse(route, scope.actor, () => redirect(options.signInPath(frame.language, c.req.path)), c.req.method);
    if (refusal) {
      if (scope.actor.kind === 'staff') await writeAudit(scope, { action: route.audit === 'none' ? purpose : route.audit, decision: 'refuse' });
      return { answer: refusal, changed: false };
    }
    let subject: { kind: string; id: string } | undefined;
    const answer = await handler({
      ...scope, language: frame.language, path: frame.path, params, query, form, method: c.req.method, header, body,
      csrf: token && scope.actor.kind === 'staff' ? csrfToken(token) : undefined, baseUrl: options.baseUrl, address, arrivedAt,
      about: (kind, id) => {
        subject = { kind, id };
      },
    } satisfies Visit);
    if (route.audit !== 'none' && answer.kind !== 'pause') await writeAudit(scope, { action: route.audit, subject, decision: answer.kind === 'problem' ? 'refuse' : 'permit' });
    return { answer, changed: c.req.method !== 'GET' && (await contentChanged(scope)) };
  });
  let { answer, changed } = await inTurn(options.database, entry, async () => await turn(handle, true));
  while (answer.kind === 'pause') {
    const next = await turn(await answer.outside(), false);
    [answer, changed] = [next.answer, changed || next.changed];
  }
  if (changed) options.cache.forget();
  if (c.req.method !== 'GET') await committed(options);
  return await finish(answer, route, c, options, generation);
}

type OutingGiven = { c: Context; route: Route; options: VisitOptions; form: Outing['form']; query: URLSearchParams; params: Readonly<Record<string, string>>; header: Outing['header']; address: string | undefined };

/** A handler that talks to another server: always as the public, each of its steps a transaction of its own, the first one counts the limit. */
async function handleOuting(outside: (outing: Outing) => Promise<Answer>, given: OutingGiven): Promise<Response> {
  const { c, route, options } = given;
  const step = async <T>(work: (scope: Scope) => Promise<T>) => await inScope(options.database, { as: 'public', purpose: `${route.method} ${route.path}` }, work);
  const { limit } = route;
  const { address } = given;
  if (limit && address && !(await step(async (scope) => await withinLimit(scope, limit, address)))) return await respond(problem('too-many'), options.frame);
  const answer = await outside({
    language: options.frame.language, path: options.frame.path, params: given.params, query: given.query, form: given.form, header: given.header, baseUrl: options.baseUrl, url: new URL(c.req.url), step,
  });
  if (route.audit !== 'none') await step(async (scope) => await writeAudit(scope, { action: route.audit, decision: answer.kind === 'redirect' ? 'permit' : 'refuse' }));
  if (c.req.method !== 'GET') await committed(options);
  return await respond(answer, options.frame);
}

/** Jobs may look now; the answer waits until whoever sent this reads it on every server (decision 15). */
async function committed({ afterCommit, database }: VisitOptions): Promise<void> {
  afterCommit();
  await database.replica?.written();
}

/** Whether a visit without an account only reads what is public: no secret, no count, no line of audit. */
function readsOnly(route: Route): boolean {
  return route.method === 'GET' && route.may === 'anyone' && route.audit === 'none' && !route.limit && !route.capability;
}

async function finish(answer: Answer, route: Route, c: Context, options: VisitOptions, generation: number): Promise<Response> {
  const url = new URL(c.req.url);
  if (!route.cached || url.search !== '' || answer.kind === 'problem' || answer.kind === 'redirect') return await respond(answer, options.frame);
  const type = answer.kind === 'bytes' ? answer.type : 'text/html; charset=utf-8';
  const text = answer.kind === 'bytes' ? answer.body : await renderMarkup(answer.body);
  const headers = { ...options.headers, 'content-type': type, 'cache-control': publicCaching, ...(answer.kind === 'page' ? { 'content-language': options.frame.language } : {}), ...answer.headers };
  if (typeof text !== 'string') return new Response(text, { status: 200, headers });
  await options.cache.keep(url.pathname, generation, endOfMinute(options.database.clock.now()), headers, text);
  // The first answer carries what the later ones from memory do.
  const tagged = { ...headers, etag: etagOf(text), vary: 'Accept-Encoding' };
  return c.req.header('if-none-match')?.includes(tagged.etag) ? new Response(null, { status: 304, headers: tagged }) : new Response(text, { status: 200, headers: tagged });
}

// Dates and the clock on the page change at most once a minute.
function endOfMinute(now: Date): number {
  return Math.floor(now.getTime() / 60_000) * 60_000 + 60_000;
}

async function withinLimit(scope: Scope, limit: NonNullable<Route['limit']>, address: string): Promise<boolean> {
  const [row] = await scope.sql<{ ok: boolean }[]>`select platform.take_rate(${`${limit.name} ${address}`}, ${limit.max}, ${limit.seconds}, ${scope.now}) as ok`;
  return row?.ok ?? false;
}

async function contentChanged(scope: Scope): Promise<boolean> {
  const [row] = await scope.sql<{ changed: string | null }[]>`select nullif(current_setting('ct.content_changed', true), '') as changed`;
  return row?.changed === '1';
}

function refuse({ may, bearer }: Route, actor: Actor, signIn: () => Answer, method: string): Answer | undefined {
  if (may === 'anyone') return undefined;
  if (actor.kind !== 'staff' && bearer) return problem('not-signed-in', { 'www-authenticate': 'Bearer' });
  if (actor.kind !== 'staff') return method === 'GET' || method === 'HEAD' ? signIn() : problem('stale-form');
  if (may === 'signed-in' || may.roles.some((role) => actor.roles.includes(role))) return undefined;
  return notFound;
}
