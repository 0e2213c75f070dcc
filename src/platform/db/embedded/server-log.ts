import type { FileHandle } from 'node:fs/promises';
import { open, rename, stat } from 'node:fs/promises';
import { absent } from './failure.ts';

const limit = 10 * 1024 * 1024;

/** Opens the log of postgres for appending; a long one makes room first, keeping one older file. */
export async function openServerLog(path: string): Promise<FileHandle> {
  const size = await sizeOf(path);
  if (size > limit) await rename(path, `${path}.1`);
  return await open(path, 'a', 0o600);
}

export async function sizeOf(path: string): Promise<number> {
  return (await stat(path).catch(absent))?.size ?? 0;
}

/** The last lines written after the byte `from`. */
export async function lastLines(path: string, from: number, count = 6): Promise<string[]> {
  const file = await open(path, 'r').catch(absent);
  if (file === undefined) return [];
  try {
    const size = (await file.stat()).size;
    const start = Math.max(from > size ? 0 : from, size - 16 * 1024);
    const { buffer, bytesRead } = await file.read(Buffer.alloc(size - start), 0, size - start, start);
    return buffer
      .toString('utf8', 0, bytesRead)
      .split('\n')
      .filter((line) => line.trim() !== '')
      .slice(-count);
  } finally {
    await file.close();
  }
}
