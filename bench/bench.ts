import { writeFile } from 'node:fs/promises';
import { access } from './access.ts';
import { alcohol } from './alcohol.ts';
import { aberration } from './aberration.ts';
import { crash } from './crash.ts';
import { crawl } from './crawl.ts';
import { exchange } from './exchange.ts';
import { list } from './list.ts';
import { deadline } from './deadline.ts';
import { disclosure } from './disclosure.ts';
import { disclosureGate } from './disclosure-gate.ts';
import { linkage } from './linkage.ts';
import { mail } from './mail.ts';
import { grow } from './grow.ts';
import { many } from './many.ts';
import { matching } from './matching.ts';
import { page } from './page.ts';
import { publication } from './publication.ts';
import type { BenchResult } from './result.ts';
import { sealed } from './sealed.ts';
import { serve } from './serve.ts';
import { start } from './start.ts';
import { survey } from './survey.ts';
import { circumstances, tableOf } from './table.ts';

// npm run bench -- [NAME …] [--json [FILE]]: one table of every figure beside its peer; ends with 1 where a goal is missed.
const benchmarks = [
  access,
  page,
  crash,
  crawl,
  serve,
  start,
  publication,
  list,
  exchange,
  disclosure,
  disclosureGate,
  alcohol,
  survey,
  aberration,
  linkage,
  mail,
  grow,
  many,
  matching,
  sealed,
  deadline,
];
const given = process.argv.slice(2);
const asJson = given.includes('--json');
const file = asJson ? given[given.indexOf('--json') + 1] : undefined;
const kept = file !== undefined && /[./]/.test(file) ? file : undefined;
const names = given.filter((argument) => !argument.startsWith('--') && argument !== kept);
const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown benchmark: ${unknown.join(', ')}. There are: ${benchmarks.map((b) => b.name).join(', ')}\n`);
  process.exit(2);
}
const results: BenchResult[] = [];
for (const benchmark of benchmarks.filter((b) => (names.length === 0 ? !b.apart : names.includes(b.name)))) {
  try {
    results.push(...(await benchmark.run((line) => process.stderr.write(`${line}\n`))));
  } catch (error) {
    process.stderr.write(`${benchmark.name}: ${error instanceof Error ? error.message : String(error)}\n`);
    results.push({ name: benchmark.name, value: 0, beside: 0, ratio: 0, goal: 'runs to its end', holds: false });
  }
}
const json = JSON.stringify({ ...circumstances(new Date()), results });
if (kept !== undefined) await writeFile(kept, `${json}\n`);
process.stdout.write(asJson && kept === undefined ? `${json}\n` : `${tableOf(results)}\n`);
process.exit(results.every((result) => result.holds) ? 0 : 1);
