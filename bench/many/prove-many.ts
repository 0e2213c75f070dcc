import { setTimeout as pause } from 'node:timers/promises';
import { openPool, type Pool } from '#app/platform/db/pool.ts';
import { type Load, startLoad } from './load.ts';
import { eventually, type Part, type Rig, startRig } from './rig.ts';

export type Proof = { name: string; rows: { figure: string; value: string; goal: string; holds: boolean }[] };

const kinds = ['server killed', 'worker killed', 'replica killed', 'primary crashed', 'server stopped in peace', 'replica stands still'] as const;
type Kind = (typeof kinds)[number];

/**
 * Two servers, one worker, a primary and a streaming replica under load; each round one of them is killed, crashed, stopped or held up, then brought back.
 * A ledger outside the program holds what was acknowledged; a mail server counts what arrived. Needs dist/; a round takes about four seconds.
 */
export async function proveMany(options: { rounds: number; log: (line: string) => void }): Promise<Proof> {
  const { log } = options;
  const rig = await startRig(log);
  try {
    await eventually(async () => (await Promise.all(rig.servers.map(async (server) => (await fetch(`${server.url}/health/ready`)).ok))).every(Boolean), 20);
    const load = startLoad(rig.servers, 12, 6);
    const spread: number[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      const kind = kinds[round % kinds.length] ?? 'server killed';
      await pause(1000);
      spread.push(await spreadOfChange(rig, round));
      await disturb(rig, { load, spread }, kind, round);
      log(`round ${round + 1}, ${kind}: ${load.acknowledged.size} acknowledged, ${load.figures.reads} pages read, a change was missing for ${Math.round(spread.at(-1) ?? 0)} ms`);
    }
    await pause(1000);
    await load.stop();
    return { name: 'many', rows: await judge(rig, load, spread) };
  } finally {
    await rig.stop();
  }
}

async function disturb(rig: Rig, { load, spread }: { load: Load; spread: number[] }, kind: Kind, round: number): Promise<void> {
  const server = rig.servers[Math.floor(round / kinds.length) % 2] ?? rig.servers[0];
  if (kind === 'server killed') await again(server, async () => {
    load.forgive(server);
    await server.kill('SIGKILL');
  }, load);
  if (kind === 'server stopped in peace') await again(server, async () => await server.kill('SIGTERM'), load);
  if (kind === 'worker killed') await again(rig.worker, async () => await rig.worker.kill('SIGKILL'), load);
  if (kind === 'replica killed' || kind === 'primary crashed') {
    const machine = kind === 'replica killed' ? rig.replica : rig.primary;
    await machine.kill('SIGKILL');
    await pause(1000);
    await machine.start();
  }
  if (kind === 'replica stands still') {
    const admin = openPool({ url: rig.replica.url('postgres', 'postgres') }, { max: 1 });
    await admin`select pg_wal_replay_pause()`;
    await pause(2000);
    spread.push(await spreadOfChange(rig, round + 1000));
    await admin`select pg_wal_replay_resume()`;
    await admin.end();
  }
}

async function again(part: Part, kill: () => Promise<void>, load: Load): Promise<void> {
  await kill();
  await pause(500);
  await part.start();
  // Connections to the killed process may still lie in the pool of the visitors.
  await pause(500);
  load.forgive(undefined);
}

/** How long after its commit by another process, in milliseconds, a request could still begin whose answer from one of the servers lacked a change. */
async function spreadOfChange(rig: Rig, round: number): Promise<number> {
  const admin = openPool({ url: rig.primary.url('postgres') }, { max: 1 });
  const word = `Proof${round}x${Date.now()}`;
  try {
    await admin`update plan.plan set lead = lead || ${admin.json({ en: word, fr: word })}`;
    const committed = performance.now();
    const stale = await Promise.all(rig.servers.map(async (server) => {
      let latest = 0;
      for (;;) {
        const began = performance.now() - committed;
        const text = await fetch(`${server.url}/en/plan`).then(async (answer) => (answer.ok ? await answer.text() : ''), () => '');
        if (text.includes(word)) return latest;
        if (text !== '') latest = began;
        if (began > 60_000) return Number.POSITIVE_INFINITY;
        await pause(5);
      }
    }));
    return Math.max(...stale);
  } finally {
    await admin.end();
  }
}

async function judge(rig: Rig, load: Load, spread: readonly number[]): Promise<Proof['rows']> {
  const admin = openPool({ url: rig.primary.url('postgres') }, { max: 1 });
  try {
    const stoppedAt = performance.now();
    const drained = await eventually(async () => await waiting(admin) === 0, 240);
    const seconds = Math.round((performance.now() - stoppedAt) / 1000);
    const rows = await admin<{ email: string; times: number }[]>`select lower(email) as email, count(*)::int as times from engagement.subscriber_address group by 1`;
    const times = new Map(rows.map((row) => [row.email, row.times]));
    const lost = [...load.acknowledged].filter((address) => !times.has(address)).length;
    const doubled = rows.filter((row) => row.times > 1).length;
    const mailsTwice = [...rig.mails.values()].filter((count) => count > 1).length;
    const [mails] = await admin<{ sent: number; unknown: number; queued: number }[]>`select count(*) filter (where state = 'sent')::int as sent,
      count(*) filter (where state in ('unknown', 'sending'))::int as unknown, count(*) filter (where state = 'queued')::int as queued from platform.mail_message`;
    const { figures } = load;
    const row = (figure: string, value: number | string, goal: string, holds: boolean) => ({ figure, value: String(value), goal, holds });
    return [
      row('acknowledged sign-ups', load.acknowledged.size, 'more than 0', load.acknowledged.size > 0),
      row('acknowledged and lost', lost, '0', lost === 0),
      row('sign-ups doubled', doubled, '0', doubled === 0),
      row('mails that arrived', rig.mails.size, 'more than 0', rig.mails.size > 0),
      row('mails that arrived twice', mailsTwice, '0', mailsTwice === 0),
      row('mails still queued in the end', mails?.queued ?? -1, '0', mails?.queued === 0),
      row('mails whose sender was killed in the act (never sent again: better once too few than twice)', mails?.unknown ?? -1, 'said', true),
      row('events and jobs left over', drained ? `0 after ${seconds} s` : await leftOver(admin), '0 within 240 s', drained),
      row('answers cut off by what was not killed', figures.cut, '0', figures.cut === 0),
      row('public pages read', `${figures.reads}, ${figures.readsFailed} failed on both servers`, 'none failed', figures.readsFailed === 0),
      row('posts answered 503 while the primary was away', figures.postsRefused, 'said', true),
      row('latest beginning of a request, after the commit, whose answer lacked a change', `${Math.round(Math.max(...spread))} ms`, '2000 ms or less', Math.max(...spread) <= 2000),
    ];
  } finally {
    await admin.end();
  }
}

async function waiting(admin: Pool): Promise<number> {
  const [row] = await admin<{ n: number }[]>`select ((select count(*) from platform.event) + (select count(*) from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now())
    + (select count(*) from platform.mail_message where state in ('queued', 'sending')))::int as n`;
  return row?.n ?? -1;
}

async function leftOver(admin: Pool): Promise<string> {
  const rows = await admin<{ name: string; state: string; n: number }[]>`
    select name, state::text as state, count(*)::int as n from pgboss.job where state in ('created', 'retry', 'active') and start_after <= now() group by 1, 2
    union all select 'event', kind, count(*)::int from platform.event group by 2 union all select 'mail', state, count(*)::int from platform.mail_message where state = 'queued' group by 2`;
  return rows.map(({ name, state, n }) => `${n} ${name} ${state}`).join(', ');
}
