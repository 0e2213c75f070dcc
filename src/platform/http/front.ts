// A thread of its own: it takes connections, notes when each request came, answers from memory, and hands the rest to the program. However long the
// program computes, what arrives is noted within a moment.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { parentPort, workerData } from 'node:worker_threads';
import { getRequestListener } from '@hono/node-server';
import { machineNow } from '#app/platform/clock/clock.ts';
import { serveAsset } from '#app/platform/files/assets.ts';
import type { FromFront, FrontGiven, ToFront } from './front-messages.ts';
import { memoryShelf } from './shelf.ts';

type Answer = Extract<ToFront, { kind: 'answer' }>;
/** A request that was read, and when. */
type Came = { readonly request: IncomingMessage; readonly response: ServerResponse; readonly stamp: number; readonly remote: string | undefined };
type Waiting = { readonly answer: (given: Answer) => void; readonly reader: ReadableStreamDefaultReader<Uint8Array> | undefined };

const { host, port, assets, trustedUntil }: FrontGiven = workerData;
const shelf = memoryShelf();
const waiting = new Map<number, Waiting>();
let last = 0;
let trusted = trustedUntil;
let leaving = false;
let counted = { pages: 0, assets: 0 };

const tell = (message: FromFront) => parentPort?.postMessage(message);

/** Says how many answers came from memory: once a second, not for each of them. */
function tellCounts(): void {
  if (counted.pages + counted.assets > 0) tell({ kind: 'counted', ...counted });
  counted = { pages: 0, assets: 0 };
}
setInterval(tellCounts, 1000);

/** Hands a request to the program and waits for its answer. */
async function ask(request: Request, { stamp, remote }: Came): Promise<Response> {
  last += 1;
  const id = last;
  const reader = request.method === 'GET' || request.method === 'HEAD' ? undefined : request.body?.getReader();
  const answered = new Promise<Answer>((answer) => waiting.set(id, { answer, reader }));
  tell({ kind: 'asked', id, method: request.method, url: request.url, headers: [...request.headers], remote, stamp, hasBody: reader !== undefined });
  const { status, headers, body } = await answered;
  waiting.delete(id);
  if (reader) void discard(reader);
  const empty: [string, string][] = body === null && request.method !== 'HEAD' && status !== 204 && status !== 304 ? [['content-length', '0']] : [];
  return new Response(body, { status, headers: [...headers.map(([name, value]): [string, string] => [name, value]), ...empty] });
}

/** Reads away what the program did not want to read; a sender that is slow at it loses its connection. */
async function discard(reader: ReadableStreamDefaultReader<Uint8Array>): Promise<void> {
  try {
    while (!(await reader.read()).done);
  } catch {
    // The sender has gone.
  }
}

async function readMore(id: number): Promise<void> {
  const reader = waiting.get(id)?.reader;
  if (!reader) return;
  try {
    const { done, value } = await reader.read();
    tell(done ? { kind: 'end', id } : { kind: 'part', id, bytes: value });
  } catch {
    tell({ kind: 'cut', id });
  }
}

// In a rush every socket that can be read is stamped before the first request is handed over, and again after each slice of that work.
const sliceMilliseconds = 2;
const came: Came[] = [];
function handOver(): void {
  const until = performance.now() + sliceMilliseconds;
  for (let next = came.shift(); next; next = came.shift()) {
    // Each has a listener of its own call, which knows when its request came.
    const one = next;
    void getRequestListener(async (request) => await ask(request, one), { overrideGlobalObjects: false })(one.request, one.response);
    if (performance.now() > until) break;
  }
  if (came.length > 0) setImmediate(handOver);
}

// Slow clients lose their connection.
const server = createServer({ headersTimeout: 10_000, requestTimeout: 30_000, keepAliveTimeout: 10_000, connectionsCheckingInterval: 2000 }, (request, response) => {
  const stamp = machineNow();
  if (leaving) response.setHeader('connection', 'close');
  if (serveAsset(assets, request, response)) counted.assets += 1;
  else if (stamp < trusted && shelf.serve(request, response, stamp)) counted.pages += 1;
  else {
    came.push({ request, response, stamp, remote: request.socket.remoteAddress });
    if (came.length === 1) setImmediate(handOver);
  }
});
server.maxConnections = 4000;

/** Stops taking connections, lets running requests end, and closes what is left after the grace time. */
function drain(graceMilliseconds: number): void {
  leaving = true;
  server.close(() => {
    tellCounts();
    tell({ kind: 'drained' });
  });
  // A connection kept alive becomes idle only when its last answer is out.
  setInterval(() => server.closeIdleConnections(), 20);
  setTimeout(() => server.closeAllConnections(), graceMilliseconds);
}

parentPort?.on('message', (message: ToFront) => {
  if (message.kind === 'answer') waiting.get(message.id)?.answer(message);
  else if (message.kind === 'more') void readMore(message.id);
  else if (message.kind === 'keep') shelf.put(message.url, message.page);
  else if (message.kind === 'forget') shelf.clear();
  else if (message.kind === 'trust') trusted = message.until;
  else if (message.kind === 'leaving') leaving = true;
  else drain(message.graceMilliseconds);
});
server.once('error', (error) => tell({ kind: 'failed', error }));
server.listen(port, host, () => {
  const address = server.address();
  tell({ kind: 'listening', port: typeof address === 'object' && address ? address.port : port });
});
