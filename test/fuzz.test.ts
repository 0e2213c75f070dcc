import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { attackRoutes, namesAsked } from './fuzz/attack.ts';
import { openWholeProgram, type WholeProgram } from './fuzz/program.ts';

let database: TestDatabase;
let program: WholeProgram;
beforeAll(async () => {
  database = await openTestDatabase();
  program = await openWholeProgram(database.pool, database.admin, { community: 'communities/maple-ford', everyRole: true });
});
afterAll(async () => {
  await program.stop();
  await database.close();
});

test('no route of the program breaks, tells of its inside or gives back unescaped what was sent to it', async () => {
  const seed = Number(process.env.FUZZ_SEED ?? 20_190_603);
  const complaints: string[] = [];
  for (let round = 0; round < Number(process.env.FUZZ_ROUNDS ?? 1); round += 1) {
    const outcome = await attackRoutes(program, namesAsked(projectRoot()), seed + round);
    expect(outcome.requests).toBeGreaterThan(program.app.routes.length);
    complaints.push(...outcome.complaints);
  }
  expect(complaints).toEqual([]);
}, 600_000);
