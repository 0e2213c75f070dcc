import type { Route } from '#app/platform/http/route.ts';

type Handle = Route['handle'];
const route = (method: 'GET' | 'POST', path: string, given: Pick<Route, 'audit' | 'may' | 'handle' | 'bearer' | 'maxBody'>): Route => ({ method, path: `/fhir/${path}`, localized: false, machine: true, ...given });

/** A route for a program with a key, which acts as its account. */
export function keyed(method: 'GET' | 'POST', path: string, audit: string, may: Route['may'], handle: Handle, maxBody?: number): Route {
  return route(method, path, { audit, may, bearer: true, handle, ...(maxBody ? { maxBody } : {}) });
}

/** A route for everybody: what it gives is public, or no more than the key that is shown opens. */
export function open(path: string, handle: Handle): Route {
  return route('GET', path, { audit: 'none', may: 'anyone', bearer: true, handle });
}
