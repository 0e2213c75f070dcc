import { createHash, randomBytes } from 'node:crypto';
import { chmod, chown, lchown, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Account } from './account.ts';
import { absent } from './failure.ts';

export type Entry = { readonly path: string; readonly kind: 'file' | 'directory' | 'other' };

/** Everything below `root`, as paths relative to it, a directory before what it holds. What vanishes meanwhile is left out. */
export async function listTree(
  root: string,
  skip: (path: string) => boolean = () => false,
  below = '',
): Promise<Entry[]> {
  const found = (await readdir(join(root, below), { withFileTypes: true }).catch(absent)) ?? [];
  const entries: Entry[] = [];
  for (const item of found.toSorted((a, b) => (a.name < b.name ? -1 : 1))) {
    const path = below === '' ? item.name : `${below}/${item.name}`;
    if (skip(path)) continue;
    entries.push({ path, kind: item.isDirectory() ? 'directory' : item.isFile() ? 'file' : 'other' });
    if (item.isDirectory()) entries.push(...(await listTree(root, skip, path)));
  }
  return entries;
}

/** Copies a file and hashes the bytes it wrote, not those it may find there later. Undefined when the file is gone. */
export async function copyHashed(
  from: string,
  to: string,
  options: { sync: boolean },
): Promise<{ size: number; sha256: string } | undefined> {
  const source = await open(from, 'r').catch(absent);
  if (source === undefined) return undefined;
  try {
    const target = await open(to, 'wx', 0o600);
    try {
      const hash = createHash('sha256');
      const buffer = Buffer.allocUnsafe(256 * 1024);
      let size = 0;
      for (;;) {
        const { bytesRead } = await source.read(buffer, 0, buffer.length);
        if (bytesRead === 0) break;
        const part = buffer.subarray(0, bytesRead);
        hash.update(part);
        await target.writeFile(part);
        size += bytesRead;
      }
      if (options.sync) await target.sync();
      return { size, sha256: hash.digest('hex') };
    } finally {
      await target.close();
    }
  } finally {
    await source.close();
  }
}

export async function inParallel<T>(
  items: readonly T[],
  width: number,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = items.values();
  let failing = false;
  const lanes = Array.from({ length: width }, async () => {
    for (const item of queue) {
      if (failing) return;
      await work(item).catch((error: unknown) => {
        failing = true;
        throw error;
      });
    }
  });
  // Every lane ends before the first failure is told, so that the caller may remove what they wrote.
  const ends = await Promise.allSettled(lanes);
  for (const end of ends) if (end.status === 'rejected') throw end.reason;
}

/** Makes a rename or a new name last through a power cut. */
export async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

export async function writeWhole(path: string, text: string): Promise<void> {
  const temporary = `${path}.tmp`;
  const file = await open(temporary, 'w', 0o600);
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(temporary, path);
  await syncDirectory(dirname(path));
}

/** Gives a whole tree to an account; a link itself, never what it points to. */
export async function giveTree(root: string, owner: { uid: number; gid: number }): Promise<void> {
  await chown(root, owner.uid, owner.gid);
  const entries = await listTree(root);
  await inParallel(entries, 8, (entry) => lchown(join(root, entry.path), owner.uid, owner.gid));
}

/**
 * A new empty directory beside `final`, to be filled and then renamed. Its name carries the process that fills it,
 * so that what a killed process left can be told from what another one is filling now.
 */
export async function createDraft(final: string, purpose: string, account: Account | undefined): Promise<string> {
  const draft = `${final}.${purpose}-${process.pid}-${randomBytes(3).toString('hex')}`;
  await mkdir(draft, { mode: 0o700 });
  await chmod(draft, 0o700);
  if (account !== undefined) await chown(draft, account.uid, account.gid);
  return draft;
}

export async function removeStaleDrafts(final: string): Promise<void> {
  const names = (await readdir(dirname(final)).catch(absent)) ?? [];
  for (const name of names) {
    const pid = name.startsWith(`${basename(final)}.`) ? /\.[a-z]+-(\d+)-[0-9a-f]{6}$/.exec(name)?.[1] : undefined;
    if (pid === undefined || isAlive(Number(pid))) continue;
    await rm(join(dirname(final), name), { recursive: true, force: true, maxRetries: 3 });
  }
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}
