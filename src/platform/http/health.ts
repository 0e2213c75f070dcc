import type { Hono } from 'hono';

/** Why a process should get no requests now; `ready` when it should. */
export type Readiness = 'ready' | 'draining' | 'database' | 'schema';

const own = { 'content-type': 'text/plain; charset=utf-8', 'cache-control': 'no-store' } as const;

/**
 * `/health/live`: the process answers; a restart would not help. `/health/ready`: 200 when it should get requests, else 503 with one word that says why.
 * Both ask the database nothing, so that nobody can wear it out with them.
 */
export function mountHealth(app: Hono, readiness: () => Readiness, heads: Readonly<Record<string, string>> = {}): void {
  const headers = { ...heads, ...own };
  app.get('/health/live', (c) => c.text('live', 200, headers));
  app.get('/health/ready', (c) => {
    const state = readiness();
    return c.text(state, state === 'ready' ? 200 : 503, headers);
  });
}
