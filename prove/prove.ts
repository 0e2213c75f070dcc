import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { silentLog } from '#app/platform/log/log.ts';
import { surviveLostConnections } from '#app/program/watch-database.ts';
import { backupRestore } from './backup-restore.ts';
import { clock } from './clock.ts';
import { crash } from './crash.ts';
import { databaseRestart } from './database-restart.ts';
import { fullDisk } from './full-disk.ts';
import { forgetInstallation } from './installation.ts';
import { mailChaos } from './mail-chaos.ts';
import { overload } from './overload.ts';
import { powerCut } from './power-cut.ts';
import type { Finding, Programme } from './programme.ts';
import { slowClient } from './slow-client.ts';
import { asTable } from './table.ts';
import { tamper } from './tamper.ts';
import { upgrade } from './upgrade.ts';

// npm run prove -- NAME… | all [--rounds N|small] [--json FILE]
const programmes: readonly Programme[] = [
  crash,
  powerCut,
  fullDisk,
  databaseRestart,
  mailChaos,
  backupRestore,
  slowClient,
  overload,
  clock,
  upgrade,
  tamper,
];

const given = readArguments();
const findings: Finding[] = [];
const say = (line: string) => void process.stderr.write(`${line}\n`);
surviveLostConnections(silentLog);
for (const programme of given.chosen) {
  const rounds = given.rounds === undefined ? programme.rounds.usual : given.rounds === 'small' ? programme.rounds.small : given.rounds;
  say(`${programme.name}: ${rounds} rounds`);
  try {
    findings.push(...(await programme.run({ rounds, log: say })));
  } catch (error) {
    findings.push({ programme: programme.name, what: 'the programme itself', figure: error instanceof Error ? error.message : 'failed', goal: 'runs to its end', state: 'FAILS' });
  }
}
await forgetInstallation();
process.stdout.write(asTable(findings));
if (given.json) await writeFile(given.json, `${JSON.stringify({ findings }, null, 2)}\n`);
process.exit(findings.some((one) => one.state === 'FAILS') ? 1 : 0);

function readArguments(): { chosen: readonly Programme[]; rounds: number | 'small' | undefined; json: string | undefined } {
  try {
    const { values, positionals } = parseArgs({ allowPositionals: true, options: { rounds: { type: 'string' }, json: { type: 'string' } } });
    const unknown = positionals.filter((name) => name !== 'all' && !programmes.some((programme) => programme.name === name));
    if (unknown.length > 0 || positionals.length === 0) throw new Error(unknown.length > 0 ? `Unknown programme: ${unknown.join(', ')}.` : 'Which programme?');
    const rounds = values.rounds === undefined || values.rounds === 'small' ? values.rounds : Number(values.rounds);
    if (typeof rounds === 'number' && !(Number.isInteger(rounds) && rounds > 0)) throw new Error('--rounds is a number above 0, or small.');
    return { chosen: programmes.filter((programme) => positionals.includes('all') || positionals.includes(programme.name)), rounds, json: values.json };
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : ''}\nUse: npm run prove -- NAME… | all [--rounds N|small] [--json FILE]\nThere are: ${programmes.map((p) => p.name).join(', ')}\n`);
    process.exit(2);
  }
}
