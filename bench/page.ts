import autocannon from 'autocannon';
import { type Benchmark, median, round } from './result.ts';
import { scratchFolder, startProcess } from './server-process.ts';

/** The public plan page from the program, beside a bare node:http server that sends the same bytes; in turns, in one run. */
export const page: Benchmark = {
  name: 'page',
  run: async (log) => {
    const folder = await scratchFolder();
    const program = await startProcess('dist/server.js', { DATA_DIR: folder.path, PORT: '0' });
    try {
      const address = `${program.url}/en/plan`;
      const answer = await fetch(address, { headers: { 'accept-encoding': 'identity' } });
      await answer.text();
      const { headers, body } = await compressedAnswer(address);
      const bare = await startBare(headers, body);
      const own: number[] = [];
      const beside: number[] = [];
      for (let turn = 0; turn < 5; turn += 1) {
        own.push(await requestsPerSecond(address));
        beside.push(await requestsPerSecond(bare.url));
      }
      bare.close();
      const [value, peer] = [median(own), median(beside)];
      log(`plan page ${Math.round(value)} requests/s, bare node:http ${Math.round(peer)} requests/s, ${body.length} bytes (gzip)`);
      const ratio = round(value / peer);
      return [{ name: 'page', value: Math.round(value), beside: Math.round(peer), ratio, goal: '>= 0.5', holds: ratio >= 0.5 }];
    } finally {
      await program.kill('SIGTERM');
      await folder.remove();
    }
  },
};

/** The answer as it is served from memory: the very first one after a change is rendered and not compressed yet. */
async function compressedAnswer(address: string): Promise<{ headers: Record<string, string>; body: Buffer }> {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const answer = await rawAnswer(address);
    if (answer.headers['content-encoding'] === 'gzip') return answer;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('the page was never served compressed');
}

async function rawAnswer(address: string): Promise<{ headers: Record<string, string>; body: Buffer }> {
  const { get } = await import('node:http');
  return await new Promise((resolve, reject) => {
    get(address, { headers: { 'accept-encoding': 'gzip' } }, (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('end', () => {
        const { date: _date, connection: _connection, 'keep-alive': _keep, 'transfer-encoding': _transfer, ...headers } = response.headers;
        resolve({ headers: Object.fromEntries(Object.entries(headers).map(([name, value]) => [name, String(value)])), body: Buffer.concat(parts) });
      });
    }).on('error', reject);
  });
}

async function startBare(headers: Record<string, string>, body: Buffer): Promise<{ url: string; close(): void }> {
  const { spawn } = await import('node:child_process');
  const code = `import { createServer } from 'node:http';
    process.once('message', ({ headers, body }) => { const bytes = Buffer.from(body, 'base64');
      const server = createServer((_q, r) => { r.writeHead(200, headers); r.end(bytes); });
      server.listen(0, '127.0.0.1', () => process.send(server.address().port)); });`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code], { stdio: ['ignore', 'inherit', 'inherit', 'ipc'] });
  const port = await new Promise<number>((resolve) => {
    child.once('message', (message) => resolve(Number(message)));
    child.send({ headers, body: body.toString('base64') });
  });
  return { url: `http://127.0.0.1:${port}/`, close: () => child.kill() };
}

async function requestsPerSecond(url: string): Promise<number> {
  const result = await autocannon({ url, connections: 40, duration: 4, headers: { 'accept-encoding': 'gzip' } });
  if (result.non2xx > 0 || result.errors > 0) throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors`);
  return result.requests.average;
}
