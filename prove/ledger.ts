import { Agent, request } from 'node:http';
import type { Pool } from '#app/platform/db/pool.ts';

/** What the outside knows: each address whose sign-up was acknowledged. Nothing of it is taken from the database. */
export type Ledger = Set<string>;

export type Reply = { readonly status: number; readonly retryAfter: string | undefined; readonly milliseconds: number };

/** Signs an address up over HTTP; status 0 is no answer. */
export async function signUp(agent: Agent, url: string, email: string, headers: Readonly<Record<string, string>> = {}): Promise<Reply> {
  const body = new URLSearchParams([['topic', 'action-tables'], ['topic', 'initiatives'], ['frequency', 'weekly'], ['email', email], ['consent', 'yes']]).toString();
  return await send(agent, `${url}/en/engagement/subscriptions/new`, { body, headers });
}

/** One request; the answer's body is read to its end. With a body it is a form that is posted. */
export async function send(agent: Agent, url: string, given: { body?: string; headers?: Readonly<Record<string, string>> } = {}): Promise<Reply> {
  const started = performance.now();
  return await new Promise((resolve) => {
    const done = (status: number, retryAfter?: string) => resolve({ status, retryAfter, milliseconds: performance.now() - started });
    const form = given.body === undefined ? {} : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(given.body) };
    const sent = request(url, { agent, method: given.body === undefined ? 'GET' : 'POST', headers: { ...form, ...given.headers } }, (response) => {
      response.resume();
      response.once('end', () => done(response.statusCode ?? 0, response.headers['retry-after']));
      response.once('error', () => done(0));
      response.once('aborted', () => done(0));
    });
    sent.once('error', () => done(0));
    sent.end(given.body);
  });
}

/** Signs up new addresses over `connections` until `stop` says so; acknowledged ones go into the ledger, the other answers to `other`, after which a visitor rests. */
export async function keepSigningUp(given: { url: string; ledger: Ledger; mark: string; connections: number; stop: () => boolean; other?: (reply: Reply) => void; rest?: number }): Promise<void> {
  const agent = new Agent({ keepAlive: true, maxSockets: given.connections });
  let number = 0;
  await Promise.all(Array.from({ length: given.connections }, async () => {
    while (!given.stop()) {
      number += 1;
      const address = `${given.mark}n${number}@example.org`;
      const reply = await signUp(agent, given.url, address);
      if (reply.status >= 200 && reply.status < 400) given.ledger.add(address);
      else given.other?.(reply);
      const tired = reply.status === 0 ? 20 : reply.status >= 400 ? (given.rest ?? 0) : 0;
      if (tired > 0) await new Promise((resolve) => setTimeout(resolve, tired));
    }
  }));
  agent.destroy();
}

/** Holds the ledger against the database: acknowledged but absent, and there twice. */
export async function compareLedger(sql: Pool, ledger: Ledger): Promise<{ lost: number; doubled: number }> {
  const rows = await sql<{ email: string; times: number }[]>`select lower(email) as email, count(*) as times from engagement.subscriber_address group by 1`;
  const times = new Map(rows.map((row) => [row.email, row.times]));
  return { lost: [...ledger].filter((address) => !times.has(address)).length, doubled: rows.filter((row) => row.times > 1).length };
}

/** Waits until the server acknowledges a sign-up again; milliseconds, or undefined when it did not within `limit`. */
export async function healed(url: string, ledger: Ledger, mark: string, limit: number): Promise<number | undefined> {
  const agent = new Agent();
  const started = performance.now();
  for (let attempt = 0; performance.now() - started < limit; attempt += 1) {
    const address = `${mark}a${attempt}@example.org`;
    const { status } = await signUp(agent, url, address);
    if (status >= 200 && status < 400) {
      ledger.add(address);
      return performance.now() - started;
    }
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return undefined;
}
