import { isId } from '#app/platform/db/id.ts';
import type { Handler, Route, Visit } from '#app/platform/http/route.ts';
import { absent, type Json, resource } from './outcome.ts';

const route = (method: 'GET' | 'POST', path: string, given: Pick<Route, 'audit' | 'may' | 'handle' | 'bearer' | 'maxBody'>): Route => ({ method, path: `/fhir/${path}`, localized: false, machine: true, ...given });

/** A route for a program with a key, which acts as its account. */
export function keyed(method: 'GET' | 'POST', path: string, audit: string, may: Route['may'], handle: Handler, maxBody?: number): Route {
  return route(method, path, { audit, may, bearer: true, handle, ...(maxBody ? { maxBody } : {}) });
}

/** A route for everybody: what it gives is public, or no more than the key that is shown opens. */
export function open(path: string, handle: Handler): Route {
  return route('GET', path, { audit: 'none', may: 'anyone', bearer: true, handle });
}

/** One resource by the id of its address; absent and hidden are one answer. */
export const byId = (find: (visit: Visit, id: string) => Promise<Json | undefined>): Handler => async (visit) => {
  const { id } = visit.params;
  const found = isId(id) ? await find(visit, id) : undefined;
  return found ? resource(found) : absent;
};
