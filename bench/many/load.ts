import { Agent, request } from 'node:http';
import { setTimeout as pause } from 'node:timers/promises';
import type { Part } from './rig.ts';

export type Load = {
  /** Sign-ups that were answered with success: each must be in the database for good. */
  readonly acknowledged: ReadonlySet<string>;
  readonly figures: { reads: number; readsFailed: number; posts: number; postsRefused: number; cut: number };
  /** Which server is being killed or stopped on purpose: what it cuts off is not counted, unless it was asked to end in peace. */
  readonly forgive: (server: Part | undefined) => void;
  readonly stop: () => Promise<void>;
};

const publicPages = ['/en/plan', '/fr/plan', '/en/find-help', '/en/engagement/issues', '/en/plan/figures', '/en/insight/indicators'];

/**
 * Visitors as a proxy would spread them: sign-ups and public pages in turn over both servers, tried on the other one when a connection breaks; a sign-up
 * without an answer is sent again, as a person would.
 */
export function startLoad(servers: readonly [Part, Part], writers: number, readers: number): Load {
  const agents = servers.map(() => new Agent({ keepAlive: true, maxSockets: 64 }));
  const acknowledged = new Set<string>();
  const figures = { reads: 0, readsFailed: 0, posts: 0, postsRefused: 0, cut: 0 };
  let [stopped, forgiven, serial] = [false, undefined as Part | undefined, 0];
  const pick = (n: number) => (servers[n % 2]?.isUp() ? n % 2 : (n + 1) % 2);
  const go = async (n: number, path: string, body?: string): Promise<number> => {
    const at = pick(n);
    const server = servers[at];
    if (!server?.isUp()) return 0;
    const status = await send(agents[at], `${server.url}${path}`, body);
    if (status === 0 && server !== forgiven) figures.cut += 1;
    return status;
  };
  const write = async (writer: number) => {
    for (let n = writer; !stopped; n += 1) {
      serial += 1;
      const address = `w${writer}n${serial}@example.org`;
      const body = new URLSearchParams([['topic', 'action-tables'], ['frequency', 'weekly'], ['email', address], ['consent', 'yes']]).toString();
      for (let attempt = 0; !stopped; attempt += 1) {
        const status = await go(n + attempt, '/en/engagement/subscriptions/new', body);
        if (status >= 200 && status < 400) {
          acknowledged.add(address);
          figures.posts += 1;
          break;
        }
        if (status >= 400 && status !== 503) throw new Error(`a sign-up was answered with ${status}`);
        figures.postsRefused += status === 503 ? 1 : 0;
        await pause(50);
      }
    }
  };
  const read = async (reader: number) => {
    for (let n = reader; !stopped; n += 1) {
      const path = publicPages[n % publicPages.length] ?? '';
      let status = await go(n, path);
      if (status !== 200) status = await go(n + 1, path);
      if (status === 200) figures.reads += 1;
      else figures.readsFailed += 1;
      await pause(status === 200 ? 2 : 50);
    }
  };
  const running = Promise.all([...Array.from({ length: writers }, async (_, n) => await write(n)), ...Array.from({ length: readers }, async (_, n) => await read(n))]);
  running.catch(() => {});
  return {
    acknowledged, figures,
    forgive: (server) => {
      forgiven = server;
    },
    stop: async () => {
      stopped = true;
      await running;
      for (const agent of agents) agent.destroy();
    },
  };
}

async function send(agent: Agent | undefined, url: string, body?: string): Promise<number> {
  return await new Promise((resolve) => {
    const headers = body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) };
    const sent = request(url, { ...(agent ? { agent } : {}), method: body === undefined ? 'GET' : 'POST', headers, timeout: 20_000 }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? 0));
      response.once('error', () => resolve(0));
      response.once('aborted', () => resolve(0));
    });
    sent.once('timeout', () => sent.destroy());
    sent.once('error', () => resolve(0));
    sent.end(body);
  });
}
