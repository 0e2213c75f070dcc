import { createHash, randomBytes } from 'node:crypto';
import {
  chmod,
  chown,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rename,
  rmdir,
  stat,
  symlink,
} from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Account, reaches } from './account.ts';
import { absent, ClusterFailed, errorCode, ownedByAnother } from './failure.ts';
import { syncDirectory } from './files.ts';

/** Where the cluster lies. `link` is the name in the data directory that must point to `data`, when it lies elsewhere. */
export type Place = {
  readonly home: string;
  readonly data: string;
  readonly link: string | undefined;
  readonly exists: boolean;
};

export const systemHome = '/var/lib/common-table';

/** Makes the program's data directory when absent; when root makes it, others may pass through it, but not look around. */
export async function createDataDirectory(dataDir: string): Promise<string> {
  const mode = process.getuid?.() === 0 ? 0o711 : 0o700;
  const made = await mkdir(dataDir, { recursive: true, mode });
  if (made !== undefined) await chmod(dataDir, mode);
  return await realpath(dataDir);
}

/**
 * `<root>/postgres`, or where that link points to. A cluster that does not exist yet and that the account could not reach there
 * (the data directory lies under a closed home) goes below `system`, under a name never used before: when somebody has removed
 * the data directory, the program must not quietly take up the database that belonged to it.
 */
export async function findPlace(root: string, account: Account | undefined, system: string): Promise<Place> {
  const name = join(root, 'postgres');
  const there = await lstat(name).catch(absent);
  if (there?.isSymbolicLink()) {
    const data = resolve(root, await readlink(name));
    if (!(await holdsCluster(data)))
      throw new ClusterFailed(
        `${name} points to ${data}, where there is no database. Bring it back, or remove the link to begin with an empty database.`,
      );
    return { home: dirname(data), data: await realpath(data), link: undefined, exists: true };
  }
  if (there !== undefined && (await holdsCluster(name))) {
    if (account !== undefined && !(await reaches(account, root, 'traverse')))
      throw new ClusterFailed(
        `The account ${account.name}, which runs PostgreSQL, cannot reach ${name}. Let it pass through the directories above it (chmod o+x).`,
      );
    return { home: root, data: name, link: undefined, exists: true };
  }
  if (there !== undefined && (!there.isDirectory() || (await readdir(name)).length > 0))
    throw new ClusterFailed(`${name} is in the way: it is not empty, and it is not a database.`);
  if (account === undefined || (await reaches(account, root, 'traverse')))
    return { home: root, data: name, link: undefined, exists: false };
  if (there !== undefined) await rmdir(name);
  const home = join(system, `${shortHash(root)}-${randomBytes(3).toString('hex')}`);
  return { home, data: join(home, 'postgres'), link: name, exists: false };
}

export async function createHome(place: Place): Promise<void> {
  if (place.link === undefined) return;
  await mkdir(dirname(place.home), { recursive: true, mode: 0o755 });
  await mkdir(place.home, { mode: 0o711 });
  await chmod(place.home, 0o711);
}

/** Puts a filled draft in its place in one step. Gives false when another process was faster. */
export async function settle(draft: string, place: Place): Promise<boolean> {
  const occupied = (error: unknown): false => {
    if (['ENOTEMPTY', 'EEXIST', 'ENOTDIR'].includes(errorCode(error))) return false;
    throw error;
  };
  const renamed = await rename(draft, place.data).then(() => true, occupied);
  if (!renamed) return false;
  await syncDirectory(place.home);
  if (place.link === undefined) return true;
  const linked = await symlink(place.data, place.link).then(() => true, occupied);
  if (linked) await syncDirectory(dirname(place.link));
  return linked;
}

export async function holdsCluster(data: string): Promise<boolean> {
  const version = await stat(join(data, 'PG_VERSION')).catch((error: unknown) => {
    if (errorCode(error) === 'EACCES') throw new ClusterFailed(ownedByAnother(data));
    return absent(error);
  });
  return version !== undefined;
}

/**
 * The directory of the socket, mode 0700: beside the data where its path is short and plain enough (a socket address holds 107 bytes,
 * and the setting is a list with commas), else under a name that follows from the path of the data.
 */
export async function prepareSocketDirectory(data: string, account: Account | undefined): Promise<string> {
  const beside = join(dirname(data), `${basename(data)}.socket`);
  const short = Buffer.byteLength(beside) <= 90 && /^[\w./-]+$/.test(beside);
  const base = process.getuid?.() === 0 && (await stat('/run').catch(absent)) ? '/run' : '/tmp';
  const directory = short ? beside : join(base, `common-table-${shortHash(data)}`);
  await mkdir(directory, { mode: 0o700 }).catch((error: unknown) => {
    if (errorCode(error) !== 'EEXIST') throw error;
  });
  const { uid: owner } = await checked(directory, account);
  if (account !== undefined && owner !== account.uid) await chown(directory, account.uid, account.gid);
  await chmod(directory, 0o700);
  return directory;
}

/** In /tmp anybody can make a directory of any name: one of a stranger is never used. */
async function checked(directory: string, account: Account | undefined): Promise<{ uid: number }> {
  const there = await lstat(directory);
  const ours = [process.getuid?.(), account?.uid].includes(there.uid);
  if (there.isDirectory() && ours) return there;
  throw new ClusterFailed(
    `The socket of the database belongs into ${directory}, which is somebody else's. Remove it, or choose another data directory.`,
  );
}

function shortHash(path: string): string {
  return createHash('sha256').update(path).digest('hex').slice(0, 12);
}
