import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { keeping } from './paths.ts';
import { findKept, type List } from './queries.ts';

/** A route under the short name of a list (`:slug`), for whoever keeps that list; 404 for everybody else. */
export function keptRoute(method: 'GET' | 'POST', path: string, audit: string, work: (visit: Visit, list: List) => Promise<Answer>): Route {
  return { method, path, may: keeping, audit, handle: async (visit) => {
    const list = await findKept(visit, visit.params.slug ?? '');
    return list ? await work(visit, list) : notFound;
  } };
}
