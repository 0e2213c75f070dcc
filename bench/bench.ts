import { access } from './access.ts';
import { alcohol } from './alcohol.ts';
import { aberration } from './aberration.ts';
import { crash } from './crash.ts';
import { exchange } from './exchange.ts';
import { list } from './list.ts';
import { deadline } from './deadline.ts';
import { disclosure } from './disclosure.ts';
import { disclosureGate } from './disclosure-gate.ts';
import { linkage } from './linkage.ts';
import { grow } from './grow.ts';
import { many } from './many.ts';
import { matching } from './matching.ts';
import { page } from './page.ts';
import { publication } from './publication.ts';
import type { BenchResult } from './result.ts';
import { sealed } from './sealed.ts';
import { start } from './start.ts';
import { survey } from './survey.ts';

// npm run bench -- [NAME] [--json]
const benchmarks = [
  access,
  page,
  crash,
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
  grow,
  many,
  matching,
  sealed,
  deadline,
];
const asJson = process.argv.includes('--json');
const names = process.argv.slice(2).filter((argument) => !argument.startsWith('--'));
const unknown = names.filter((name) => !benchmarks.some((benchmark) => benchmark.name === name));
if (unknown.length > 0) {
  process.stderr.write(`Unknown benchmark: ${unknown.join(', ')}. There are: ${benchmarks.map((b) => b.name).join(', ')}\n`);
  process.exit(2);
}
const results: BenchResult[] = [];
for (const benchmark of benchmarks.filter((b) => names.length === 0 || names.includes(b.name)))
  results.push(...(await benchmark.run((line) => process.stderr.write(`${line}\n`))));
if (asJson) process.stdout.write(`${JSON.stringify({ results })}\n`);
else for (const r of results) process.stdout.write(`${r.name}: ${r.value} beside ${r.beside}, ratio ${r.ratio}, goal ${r.goal}: ${r.holds ? 'holds' : 'DOES NOT HOLD'}\n`);
process.exit(results.every((result) => result.holds) ? 0 : 1);
