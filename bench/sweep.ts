import { open, readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What is looked for, by a name of its kind; and how often each kind was found. */
export type Needles = Readonly<Record<string, readonly string[]>>;
export type Found = Record<string, number>;

/** The ways in which a text could stand somewhere: as it is, in UTF-16, in hex, and in base64 at each of its three places. */
export function spellings(text: string): string[] {
  const bytes = Buffer.from(text);
  const shifted = [0, 1, 2].map((before) => Buffer.concat([Buffer.alloc(before), bytes]).toString('base64').slice(before === 0 ? 0 : before + 1, -4));
  return [text, Buffer.from(text, 'utf16le').toString('latin1'), bytes.toString('hex'), ...shifted];
}

function count(buffer: Buffer, needles: Needles, found: Found): void {
  for (const [kind, texts] of Object.entries(needles))
    for (const text of texts) if (buffer.includes(text, 0, 'latin1')) found[kind] = (found[kind] ?? 0) + 1;
}

const nothing = (needles: Needles): Found => Object.fromEntries(Object.keys(needles).map((kind) => [kind, 0]));

/** Every file below a folder. */
export async function sweepFolder(folder: string, needles: Needles): Promise<{ found: Found; bytes: number }> {
  const found = nothing(needles);
  let bytes = 0;
  for (const entry of await readdir(folder, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const content = await readFile(join(entry.parentPath, entry.name)).catch(() => undefined);
    if (!content) continue;
    bytes += content.length;
    count(content, needles, found);
  }
  return { found, bytes };
}

export function sweepText(text: string, needles: Needles): Found {
  const found = nothing(needles);
  count(Buffer.from(text, 'latin1'), needles, found);
  return found;
}

/** The readable memory of a process and of the database that works on `dataDir` (Linux, /proc). */
export async function sweepMemory(pid: number, dataDir: string, needles: Needles): Promise<{ found: Found; bytes: number; processes: number }> {
  const found = nothing(needles);
  let bytes = 0;
  const processes = [pid, ...(await databaseOf(dataDir))];
  for (const one of processes) {
    const maps = (await readFile(`/proc/${one}/maps`, 'utf8')).split('\n').flatMap((line) => {
      const [, from = '', until = '', rights = ''] = /^([0-9a-f]+)-([0-9a-f]+) (\S+)/.exec(line) ?? [];
      // What processes of a database share is read once, with its first process.
      return rights.startsWith('rw') && (!rights.endsWith('s') || one === processes[1]) ? [[Number.parseInt(from, 16), Number.parseInt(until, 16)] as const] : [];
    });
    const memory = await open(`/proc/${one}/mem`, 'r');
    const step = 16 * 1024 * 1024;
    for (const [from, until] of maps)
      for (let at = from; at < until; at += step) {
        // Pieces overlap by 256 bytes, so that nothing hides on an edge.
        const size = Math.min(step + 256, until - at);
        const read = await memory.read(Buffer.alloc(size), 0, size, at).catch(() => undefined);
        if (!read) continue;
        bytes += read.bytesRead;
        count(read.buffer.subarray(0, read.bytesRead), needles, found);
      }
    await memory.close();
  }
  return { found, bytes, processes: processes.length };
}

/** The processes of the database of a data folder: its postmaster, by its own file, and those that it started. */
async function databaseOf(dataDir: string): Promise<number[]> {
  const all = await readdir(dataDir, { recursive: true, withFileTypes: true });
  const file = all.find((entry) => entry.name === 'postmaster.pid');
  const master = file ? Number((await readFile(join(file.parentPath, file.name), 'utf8')).split('\n')[0]) : 0;
  const children: number[] = [];
  for (const name of await readdir('/proc')) {
    const stat = /^\d+$/.test(name) ? await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '') : '';
    if (master > 0 && Number(/\) \S (\d+)/.exec(stat)?.[1]) === master) children.push(Number(name));
  }
  return master > 0 ? [master, ...children] : [];
}
