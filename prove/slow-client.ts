import { Agent } from 'node:http';
import { connect, type Socket } from 'node:net';
import { startServer, withInstallation } from './installation.ts';
import { type Ledger, send, signUp } from './ledger.ts';
import { pause } from './harm.ts';
import { finding, percentile, type Programme } from './programme.ts';

const kinds = ['silent', 'slow header', 'slow body'] as const;

/** Holds connections open: a third silent, a third with a header that never ends, a third with a body that trickles. A round is 100 of them. Good visitors come meanwhile. */
export const slowClient: Programme = {
  name: 'slow-client',
  rounds: { small: 3, usual: 30 },
  run: async ({ rounds, log }) => await withInstallation(async ({ dataDir }) => {
    const server = await startServer(dataDir);
    const { hostname, port } = new URL(server.url);
    const started = performance.now();
    const held = new Map<string, number[]>(kinds.map((kind) => [kind, []]));
    const open = new Set<Socket>();
    for (let n = 0; n < rounds * 100; n += 1) {
      const kind = kinds[n % kinds.length] ?? 'silent';
      const socket = connect(Number(port), hostname);
      open.add(socket);
      let began = performance.now();
      socket.on('error', () => {}).on('connect', () => {
        began = performance.now();
        if (kind !== 'silent') socket.write('POST /en/engagement/subscriptions/new HTTP/1.1\r\nhost: x\r\n');
        if (kind === 'slow body') socket.write('content-type: application/x-www-form-urlencoded\r\ncontent-length: 5000\r\n\r\n');
      }).on('close', () => {
        open.delete(socket);
        held.get(kind)?.push(performance.now() - began);
      });
      socket.resume();
    }
    const trickle = setInterval(() => {
      for (const socket of open) if (socket.bytesWritten > 0) socket.write('a');
    }, 1000);
    const ledger: Ledger = new Set();
    const good: number[] = [];
    let bad = 0;
    const agent = new Agent({ keepAlive: true });
    while (open.size > 0 && performance.now() - started < 60_000) {
      const address = `s${good.length}@example.org`;
      for (const reply of [await send(agent, `${server.url}/en`), await signUp(agent, server.url, address)]) {
        good.push(reply.milliseconds);
        if (reply.status < 200 || reply.status >= 400) bad += 1;
      }
      ledger.add(address);
      await pause(200);
    }
    clearInterval(trickle);
    const left = open.size;
    for (const socket of open) socket.destroy();
    agent.destroy();
    await server.kill('SIGTERM');
    log(`slow-client: ${kinds.map((kind) => `${kind}: the last of ${held.get(kind)?.length} went after ${Math.round(Math.max(0, ...(held.get(kind) ?? [])) / 1000)} s`).join('; ')}`);
    const slowest = (kind: string) => Math.round(Math.max(0, ...(held.get(kind) ?? [])) / 1000);
    return [
      finding('slow-client', `${rounds * 100} connections that only hold on`, left === 0, `${left} left; ${kinds.map((kind) => `${kind} ${slowest(kind)} s`).join(', ')}`, 'all closed within 60 s'),
      finding('slow-client', `${good.length} good requests meanwhile`, bad === 0 && good.length > 0, `${bad} failed; median ${Math.round(percentile(good, 0.5))} ms, 99 of 100 within ${Math.round(percentile(good, 0.99))} ms`, '0 failed'),
    ];
  }),
};
