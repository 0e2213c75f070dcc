import type { Scope } from '#app/platform/db/scope.ts';

class Undone extends Error {}

/** Which statements do something; each is undone before the next. A constraint of a table is asked after the policy: there the policy permitted it. What a trigger refuses has no constraint. */
export async function attemptEach(sql: Scope['sql'], statements: readonly string[]): Promise<boolean[]> {
  const done: boolean[] = [];
  for (const statement of statements) {
    let count = 0;
    try {
      await sql.savepoint(async (inner) => {
        count = (await inner.unsafe(statement)).count;
        throw new Undone();
      });
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      const isConstraint = error instanceof Error && 'constraint_name' in error && error.constraint_name !== undefined;
      if (code.startsWith('23') && code !== '23503' && isConstraint) count = 1;
      else if (!(error instanceof Undone) && code !== '42501' && !code.startsWith('23')) throw error;
    }
    done.push(count > 0);
  }
  return done;
}
