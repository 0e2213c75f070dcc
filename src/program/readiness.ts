import { setTimeout as pause } from 'node:timers/promises';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { ConfigRefused } from '#app/platform/config/config.ts';
import { expectedSchema } from '#app/platform/db/migrate.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import type { Pulse } from '#app/platform/db/pulse.ts';
import type { Readiness } from '#app/platform/http/health.ts';

/** Without a word of the database for so long a process is not ready. */
const silence = 3000;

/** Says whether this process should get requests: it is not being stopped, hears the database, and the schema is that of this program, no older, no newer. */
export function readinessOf(state: { pulse: () => Pulse | undefined; draining: () => boolean; expected: string }): () => Readiness {
  return () => {
    const pulse = state.pulse();
    if (state.draining()) return 'draining';
    if (!pulse || pulse.age() > silence) return 'database';
    return pulse.schema() === state.expected ? 'ready' : 'schema';
  };
}

/** Waits until the database has the schema of this program: another process may be bringing it. Throws ConfigRefused after `patience` milliseconds. */
export async function awaitSchema(pool: Pool, say: (line: string) => void, patience = 60_000): Promise<void> {
  const expected = await expectedSchema(projectRoot());
  const end = performance.now() + patience;
  let told = false;
  for (;;) {
    const [row] = await pool<{ schema: string }[]>`select platform.schema_state() as schema`.catch((error: unknown) => {
      if (error instanceof Error && 'code' in error && ['3F000', '42883', '42501', '42P01'].includes(String(error.code))) return [];
      throw error;
    });
    if (row?.schema === expected) return;
    if (!told) say('Waiting for the schema of this program: start one process with DATABASE_MIGRATION_URL, or run: npm run cli -- db migrate');
    told = true;
    if (performance.now() > end)
      throw new ConfigRefused('The database does not have the schema of this program. Start once with DATABASE_MIGRATION_URL, or run: npm run cli -- db migrate');
    await pause(250);
  }
}
