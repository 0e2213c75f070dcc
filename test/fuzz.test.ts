import { gzipSync } from 'node:zlib';
import { globSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { openTestDatabase, type TestDatabase } from './database.ts';
import { attackRoutes, namesAsked } from './fuzz/attack.ts';
import { kindOf, linksOf } from './fuzz/links.ts';
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

/** Public pages that carry a script, each named where it is described: sign-in by passkey and the writing of sealed reports. */
const scripted = /^\/en\/(identity\/sign-in|review\/sealed-report)/;

test('every public page that links lead to weighs 60 kB at most with style and font, and carries no script', async () => {
  const folder = join(projectRoot(), 'dist', 'assets');
  const [style = ''] = globSync('style-*.css', { cwd: folder });
  const shared = gzipSync(readFileSync(join(folder, style))).length + Math.max(...globSync('*.woff2', { cwd: folder }).map((name) => statSync(join(folder, name)).size));
  const seen = new Set<string>();
  const heavy: string[] = [];
  const waiting = ['/en'];
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const kind = kindOf(address);
    if (seen.has(kind) || !address.startsWith('/en')) continue;
    seen.add(kind);
    const answer = await program.app.hono.request(address);
    const to = answer.headers.get('location');
    if (to?.startsWith('/')) waiting.push(to);
    if (answer.status !== 200 || !answer.headers.get('content-type')?.startsWith('text/html')) continue;
    const text = await answer.text();
    waiting.push(...linksOf(text));
    const weight = gzipSync(text).length + shared;
    if (weight > 60_000 && !scripted.test(address)) heavy.push(`${address}: ${weight} bytes`);
    if (text.includes('<script') && !scripted.test(address)) heavy.push(`${address}: a script`);
  }
  expect(seen.size).toBeGreaterThan(30);
  expect(heavy).toEqual([]);
}, 60_000);

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
