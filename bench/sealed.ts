import { randomBytes } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { openMailbox } from '#app/methods/sealing/mailbox.ts';
import { makeMemberKey, type MemberKey, signingKey, wrapByPhrase } from '#app/methods/sealing/member-key.ts';
import { open, packMessage, replyOf, seal, unpackMessage } from '#app/methods/sealing/message.ts';
import { type SignedList, signList } from '#app/methods/sealing/recipient-list.ts';
import { drawWords } from '#app/methods/sealing/return-code.ts';
import { base64, fromBase64 } from '#app/methods/sealing/text.ts';
import { findWork } from '#app/methods/sealing/work.ts';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { backupCluster } from '#app/platform/db/embedded/backup.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { demoPassword } from '#app/modules/identity/demo/password.ts';
import { embeddedDatabase } from '#app/program/open-database.ts';
import type { Benchmark, BenchResult } from './result.ts';
import { scratchFolder, type ServerProcess, startProcess } from './server-process.ts';
import { spellings, sweepFolder, sweepMemory, sweepText } from './sweep.ts';

const path = '/en/review/sealed-report';

/**
 * Sends sealed reports with a mark of this run in every field and file, answers some, and then looks for the mark, for the return codes, for the addresses and
 * browsers that they came from and for the mailbox ids: in the data folder with its journal after a checkpoint, in a backup, in what the server logged and what its
 * database logged, and (marks and codes) in the memory of the server and of its database. Mails stand in the database. A mark sent in the open must be found
 * in the same places, so that a sweep that finds nothing is known to look. REPORTS says how many, 200 unless told.
 */
export const sealed: Benchmark = {
  name: 'sealed',
  run: async (log) => {
    const reports = Number(process.env.REPORTS ?? 200);
    const [folder, backups] = [await scratchFolder(), await scratchFolder()];
    const server = await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0', HOST: 'localhost' });
    let logged = '';
    server.child.stderr?.on('data', (data: Buffer) => {
      logged += data.toString('latin1');
    });
    try {
      const mark = `zq${randomBytes(8).toString('hex')}`;
      const control = `qz${randomBytes(8).toString('hex')}`;
      const member = await enrol(server);
      await submitOpenly(server, control);
      const sent = await sendAll(server, reports, mark, member, log);
      const places = { mark: spellings(mark), code: sent.codes, address: sent.addresses, agent: [sent.agent], mailbox: sent.mailboxes, key: ['AGE-SECRET-KEY-1'], control: spellings(control) };
      const memory = await sweepMemory(server.child.pid ?? 0, folder.path, { mark: places.mark, code: places.code, control: places.control });
      const cluster = await startCluster({ dataDir: folder.path, log: () => {} });
      const admin = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: 1 });
      const [count] = await admin<{ rows: number; bytes: number }[]>`select count(*) as rows, sum(length(cipher)) as bytes from review.sealed_message`;
      await admin`checkpoint`;
      await admin.end();
      await backupCluster({ cluster, dataDir: folder.path, target: join(backups.path, 'copy') });
      const disk = await sweepFolder(folder.path, places);
      const backup = await sweepFolder(backups.path, places);
      const lines = sweepText(logged, places);
      log(`${count?.rows} messages, ${count?.bytes} bytes of cipher text; read ${disk.bytes} bytes of data folder and journal, ${backup.bytes} of backup, ${memory.bytes} of memory in ${memory.processes} processes, ${logged.length} of log`);
      const hits = (found: Record<string, number>) => Object.entries(found).filter(([name]) => name !== 'control').reduce((sum, [, n]) => sum + n, 0);
      for (const [place, found] of [['data folder and journal', disk.found], ['backup', backup.found], ['memory', memory.found], ['log', lines]] as const) log(`${place}: ${JSON.stringify(found)}`);
      const total = hits(disk.found) + hits(backup.found) + hits(memory.found) + hits(lines);
      const seen = [disk.found, backup.found, memory.found].every((found) => (found.control ?? 0) > 0);
      return [
        { name: 'sealed: marks, codes, addresses, ids found', value: total, beside: reports, ratio: total / reports, goal: '0 hits, and what was sent in the open is found', holds: total === 0 && seen && count?.rows === reports + sent.answers },
        await pageSize(server),
      ];
    } finally {
      await server.kill('SIGTERM').catch(() => undefined);
      await Promise.all([folder.remove(), backups.remove()]);
    }
  },
};

type Enrolled = MemberKey & { readonly cookie: string; readonly csrf: string; readonly list: SignedList };

async function post(server: ServerProcess, address: string, fields: Record<string, string>, cookie = ''): Promise<Response> {
  return await fetch(`${server.url}${address}`, { method: 'POST', body: new URLSearchParams(fields), headers: { cookie }, redirect: 'manual' });
}

/** Signs the chair of the demonstration in, keeps a key of hers and signs the first list: what her browser would do. */
async function enrol(server: ServerProcess): Promise<Enrolled> {
  const signedIn = await post(server, '/en/identity/sign-in', { email: 'sealed.chair@example.org', password: demoPassword });
  const cookie = signedIn.headers.getSetCookie().map((one) => one.split(';')[0]).join('; ');
  const page = await (await fetch(`${server.url}/en/review/sealed-desk/key`, { headers: { cookie } })).text();
  const csrf = /name="csrf" value="([^"]+)"/.exec(page)?.[1] ?? '';
  const today = /"today":"([^"]+)"/.exec(page)?.[1] ?? '';
  const key = await makeMemberKey();
  const seat = 'Lantern Centre (demo)';
  const kept = await post(server, '/en/review/sealed-desk/key', { csrf, recipient: key.recipient, 'sign-public': key.signPublic, seat, 'phrase-wrap': base64(await wrapByPhrase(key.secret, ['one', 'two'])) }, cookie);
  const list = await signList({ version: 1, previous: '', date: today, chair: key.signPublic, members: [{ recipient: key.recipient, seat }] }, key.signPublic, await signingKey(key.secret));
  const published = await post(server, '/en/review/sealed-desk/recipients', { csrf, ...list }, cookie);
  if (kept.status !== 303 || published.status !== 303) throw new Error(`the committee could not be set up: ${kept.status}, ${published.status}`);
  return { ...key, cookie, csrf, list };
}

/** A sign-up for updates under an address with the control mark: kept, journaled and mailed in the open. */
async function submitOpenly(server: ServerProcess, control: string): Promise<void> {
  const sent = await post(server, '/en/engagement/subscriptions/new', { topic: 'action-tables', frequency: 'weekly', email: `${control}@example.org`, consent: 'yes' });
  if (sent.status >= 400) throw new Error(`the open control was answered with ${sent.status}`);
}

type Sent = { agent: string; codes: string[]; addresses: string[]; mailboxes: string[]; answers: number };

async function sendAll(server: ServerProcess, reports: number, mark: string, member: Enrolled, log: (line: string) => void): Promise<Sent> {
  const list = (await readFile('src/methods/sealing/words/en.txt', 'utf8')).trimEnd().split('\n');
  const sent: Sent = { agent: `ua${randomBytes(8).toString('hex')}`, codes: [], addresses: [], mailboxes: [], answers: 0 };
  const draw = (count: number) => drawWords(list, count, (into) => void crypto.getRandomValues(into));
  // All codes of a run begin with the same two words, and all addresses with the same five groups: two things to look for instead of hundreds.
  const begin = draw(2);
  const network = `2001:db8:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}:${randomBytes(2).toString('hex')}:`;
  sent.codes.push(...spellings(begin.join('-')), ...spellings(begin.join(' ')));
  sent.addresses.push(network);
  for (let n = 0; n < reports; n += 1) {
    const words = [...begin, ...draw(5)];
    const mailbox = await openMailbox(words);
    // A source of its own for each, so that it can be looked for; the limit is for one source.
    const address = `${network}:${(n + 1).toString(16)}`;
    const answers = ['what', 'when', 'where', 'now', 'reach'].map((question) => ({ question, text: `${mark} ${question} of report ${n}` }));
    const file = (name: string) => ({ name: `${mark}-${name}`, type: 'text/plain', bytes: new TextEncoder().encode(`${mark} in a file of report ${n} `.repeat(n % 40 === 0 ? 2000 : 20)) });
    const binding = { mailbox: mailbox.name, direction: 'in', sequence: 1, list: 1 } as const;
    const cipher = await seal(await packMessage({ binding, wish: `contact ${mark}`, answers, files: [file('a.txt'), file('b.txt')], reply: replyOf(mailbox) }, mailbox.secret), [member.recipient, mailbox.recipient]);
    const form = new FormData();
    for (const [name, value] of [['mailbox', mailbox.id], ['sequence', '1'], ['list', '1'], ['nonce', String(await findWork(cipher))]] as const) form.append(name, value);
    form.append('file', new Blob([cipher]), 'sealed');
    const response = await fetch(`${server.url}${path}/messages`, { method: 'POST', body: form, headers: { 'x-forwarded-for': address, 'user-agent': `${sent.agent}/1.0` } });
    if (response.status !== 200) throw new Error(`report ${n} was answered with ${response.status}: ${await response.text()}`);
    sent.mailboxes.push(mailbox.id);
    if (n % 50 === 0) log(`${n + 1} of ${reports} reports sent`);
  }
  sent.answers = await answerFirst(server, mark, member);
  return sent;
}

/** The member opens the newest report as her browser would, and answers it with the mark; gives how many she answered. */
async function answerFirst(server: ServerProcess, mark: string, member: Enrolled): Promise<number> {
  const headers = { cookie: member.cookie };
  const desk = await (await fetch(`${server.url}/en/review/sealed-desk`, { headers })).text();
  const reports = [...new Set([...desk.matchAll(/sealed-desk\/reports\/([0-9a-f-]{36})/g)].map(([, id]) => id ?? ''))].slice(0, 5);
  for (const id of reports) {
    const page = await (await fetch(`${server.url}/en/review/sealed-desk/reports/${id}`, { headers })).text();
    const data: { report: { name: string; messages: { cipher: string }[] } } = JSON.parse(/id="desk-data">(.*?)<\/script>/s.exec(page)?.[1] ?? '{}');
    const { name } = data.report;
    const first = await unpackMessage(await open(fromBase64(data.report.messages[0]?.cipher ?? ''), member.secret.identity), { mailbox: name, direction: 'in', sequence: 1 });
    const padded = await packMessage({ binding: { mailbox: name, direction: 'out', sequence: 1, list: 1 }, wish: '', answers: [{ question: 'what', text: `${mark} answer` }], files: [] }, fromBase64(first.reply?.secret ?? ''));
    const answer = await post(server, `/en/review/sealed-desk/reports/${id}/answer`, { csrf: member.csrf, sequence: '1', list: '1', cipher: base64(await seal(padded, [member.recipient, first.reply?.recipient ?? ''])) }, member.cookie);
    if (answer.status !== 200) throw new Error(`an answer was answered with ${answer.status}`);
  }
  return reports.length;
}

/** The script that seals, beside the whole page that holds it and the list of words, both as they travel (gzip). */
async function pageSize(server: ServerProcess): Promise<BenchResult> {
  const page = await (await fetch(`${server.url}${path}`)).text();
  const [name] = (await readdir('dist/assets')).filter((one) => /^sealed-report-.*\.js$/.test(one));
  const script = gzipSync(await readFile(join('dist/assets', name ?? ''))).length;
  const whole = gzipSync(page).length;
  return { name: 'sealed: bytes of the script, gzip', value: script, beside: whole, ratio: Math.round((script / whole) * 100) / 100, goal: 'script under 90 kB, page under 130 kB', holds: script < 90_000 && whole < 130_000 };
}
