import { Agent, request } from 'node:http';
import { startCluster } from '#app/platform/db/embedded/cluster.ts';
import { openPool } from '#app/platform/db/pool.ts';
import { embeddedDatabase } from '#app/program/open-database.ts';
import type { Benchmark } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

const perRound = 2000;

/**
 * Kills the server with SIGKILL in the middle of 2,000 sign-ups, 20 times. What got no answer is sent again after the restart, as a person
 * would. A ledger outside the program holds each acknowledged address; at the end every one must be in the database, none twice.
 */
export const crash: Benchmark = {
  name: 'crash',
  run: async (log) => {
    const rounds = Number(process.env.ROUNDS ?? 20);
    const folder = await scratchFolder();
    const acknowledged = new Set<string>();
    let again: string[] = [];
    let slowest = 0;
    try {
      for (let round = 1; round <= rounds; round += 1) {
        const server = await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
        if (round > 1) slowest = Math.max(slowest, server.milliseconds);
        const fresh = Array.from({ length: perRound - again.length }, (_, n) => `r${round}n${n}@example.org`);
        const unanswered = await signUpAll(server.url, [...again, ...fresh], acknowledged, Math.floor(perRound * (0.15 + Math.random() * 0.7)), async () => await server.kill('SIGKILL'));
        log(`round ${round}: ${acknowledged.size} acknowledged so far, ${unanswered.length} cut off, ready again after ${Math.round(server.milliseconds)} ms`);
        again = unanswered.slice(0, perRound / 2);
      }
      const { lost, doubled } = await compare(folder.path, acknowledged);
      log(`${acknowledged.size} acknowledged in ${rounds} rounds: ${lost} lost, ${doubled} doubled; slowest restart ${Math.round(slowest)} ms`);
      const bad = lost + doubled;
      return [{ name: 'crash', value: bad, beside: acknowledged.size, ratio: bad / Math.max(1, acknowledged.size), goal: '0 lost, 0 doubled', holds: bad === 0 && acknowledged.size > 0 }];
    } finally {
      await folder.remove();
    }
  },
};

/** Sends the sign-ups over 40 connections and kills the server after `killAfter` answers; returns those without an answer. */
async function signUpAll(url: string, addresses: readonly string[], acknowledged: Set<string>, killAfter: number, kill: () => Promise<void>): Promise<string[]> {
  const agent = new Agent({ keepAlive: true, maxSockets: 40 });
  const waiting = [...addresses];
  const unanswered: string[] = [];
  let answered = 0;
  let killed: Promise<void> | undefined;
  const worker = async () => {
    for (let address = waiting.pop(); address !== undefined; address = waiting.pop()) {
      const status = killed ? 0 : await post(agent, `${url}/en/engagement/subscriptions/new`, address);
      if (status >= 200 && status < 400) {
        acknowledged.add(address);
        answered += 1;
      } else if (status >= 400) throw new Error(`a sign-up was answered with ${status}`);
      else unanswered.push(address);
      if (answered >= killAfter) killed ??= kill();
    }
  };
  await Promise.all(Array.from({ length: 40 }, worker));
  await (killed ?? kill());
  agent.destroy();
  return unanswered;
}

async function post(agent: Agent, url: string, address: string): Promise<number> {
  const body = new URLSearchParams([['topic', 'action-tables'], ['topic', 'initiatives'], ['frequency', 'weekly'], ['email', address], ['consent', 'yes']]).toString();
  return await new Promise((resolve) => {
    const sent = request(url, { agent, method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) } }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', () => resolve(0));
      response.once('aborted', () => resolve(0));
    });
    sent.once('error', () => resolve(0));
    sent.end(body);
  });
}

async function compare(dataDir: string, acknowledged: ReadonlySet<string>): Promise<{ lost: number; doubled: number }> {
  const cluster = await startCluster({ dataDir, log: () => {} });
  const admin = openPool({ socketDirectory: cluster.socketDirectory, port: cluster.port, user: cluster.superuser, database: embeddedDatabase }, { max: 1 });
  const rows = await admin<{ email: string; times: number }[]>`select lower(email) as email, count(*) as times from engagement.subscriber_address group by 1`;
  await admin.end();
  await cluster.stop();
  const times = new Map(rows.map((row) => [row.email, row.times]));
  return { lost: [...acknowledged].filter((address) => !times.has(address)).length, doubled: rows.filter((row) => row.times > 1).length };
}
