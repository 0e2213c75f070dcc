import type { Context, MiddlewareHandler } from 'hono';
import type { Meter } from '#app/platform/metrics/meter.ts';
import { inFirstSpan } from '#app/platform/trace/trace.ts';
import type { Route } from './route.ts';

const labelOf = '~route';

/** Counts and times each answer by the template of its route, never by its address; a route that leaves no trace is not counted. */
export function observe(meter: Meter | undefined): MiddlewareHandler {
  return async (c, next) => {
    if (!meter) return await next();
    const began = performance.now();
    await next();
    const label: string | undefined = c.get(labelOf);
    if (label !== 'unrecorded') meter.answered(label ?? 'none', c.req.method, c.res.status, (performance.now() - began) / 1000);
  };
}

/** Says which route an answer is of, and runs it as the first span of its trace. */
export async function visited(c: Context, route: Route, work: () => Promise<Response>): Promise<Response> {
  c.set(labelOf, route.unrecorded ? 'unrecorded' : route.path);
  if (route.unrecorded) return await work();
  return await inFirstSpan(`${route.method} ${route.path}`, 'server', { 'http.route': route.path, 'http.request.method': route.method }, work);
}
