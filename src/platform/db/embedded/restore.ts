import { mkdir, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Account, chooseAccount } from './account.ts';
import { prepareBinaries } from './binaries.ts';
import { absent, BackupRefused, ClusterFailed } from './failure.ts';
import { copyHashed, createDraft, giveTree, inParallel, removeStaleDrafts, syncDirectory } from './files.ts';
import { type Manifest, readManifest } from './manifest.ts';
import { createDataDirectory, createHome, findPlace, type Place, settle, systemHome } from './place.ts';

type RestoreOptions = { source: string; dataDir: string; log: (line: string) => void; systemDir?: string };

/**
 * Brings a backup back into a data directory that holds no database yet; the next start replays the log. Every byte is compared with the
 * manifest on the way, and nothing stands in the data directory before all of it is right. Throws BackupRefused.
 */
export async function restoreBackup(options: RestoreOptions): Promise<{ files: number; bytes: number }> {
  const { source, log } = options;
  const system = options.systemDir ?? systemHome;
  const manifest = await readManifest(source);
  const root = await createDataDirectory(options.dataDir);
  const account = await chooseAccount([root]);
  const place = await findPlace(root, account, system).catch((error: unknown) => {
    throw error instanceof ClusterFailed ? new BackupRefused(error.message) : error;
  });
  if (place.exists)
    throw new BackupRefused(
      `${options.dataDir} holds a database already; restore into a new directory, or move the old one away first.`,
    );
  for (const name of topOf(manifest))
    if ((await stat(join(root, name)).catch(absent)) !== undefined)
      throw new BackupRefused(`${join(root, name)} is there already; restore into a new directory.`);
  const { version } = await prepareBinaries({ account, copies: account ? system : root, log });
  if (major(version) !== major(manifest.postgres))
    throw new BackupRefused(
      `The backup was made by PostgreSQL ${manifest.postgres} and cannot be read by ${version}, which is installed here.`,
    );
  await restore(manifest, { source, root, place, account });
  const bytes = manifest.files.reduce((sum, file) => sum + file.size, 0);
  log(
    `The backup of ${manifest.finishedAt} was restored into ${place.data}: ${manifest.files.length} files, ${bytes} bytes.`,
  );
  return { files: manifest.files.length, bytes };
}

type Work = { source: string; root: string; place: Place; account: Account | undefined };

async function restore(manifest: Manifest, work: Work): Promise<void> {
  const { root, place, account } = work;
  await createHome(place);
  await removeStaleDrafts(place.data);
  const database = await createDraft(place.data, 'restore', account);
  const rest = await createDraft(join(root, 'postgres'), 'rest', undefined);
  const moved: string[] = [];
  try {
    await fill(manifest, work.source, { database, rest });
    if (account !== undefined) await giveTree(database, account);
    await giveTree(rest, await stat(root));
    for (const name of topOf(manifest)) {
      await rename(join(rest, name), join(root, name));
      moved.push(name);
    }
    await syncDirectory(root);
    // Last of all, since a data directory with a database is one that is whole.
    if (!(await settle(database, place))) throw new BackupRefused('Another program made a database there meanwhile.');
  } catch (error) {
    for (const name of moved) await rm(join(root, name), { recursive: true, force: true });
    await rm(place.link === undefined ? database : place.home, { recursive: true, force: true });
    throw error;
  } finally {
    await rm(rest, { recursive: true, force: true });
  }
}

async function fill(manifest: Manifest, source: string, drafts: { database: string; rest: string }): Promise<void> {
  const into = (path: string) =>
    path.startsWith('postgres/') ? join(drafts.database, path.slice(9)) : join(drafts.rest, path.slice(5));
  const directories = new Set([
    ...manifest.directories.map(into),
    ...manifest.files.map((file) => dirname(into(file.path))),
  ]);
  for (const directory of directories) await mkdir(directory, { recursive: true, mode: 0o700 });
  await inParallel(manifest.files, 6, async (file) => {
    const copy = await copyHashed(join(source, file.path), into(file.path), { sync: true });
    if (copy?.sha256 !== file.sha256)
      throw new BackupRefused(`In the backup, ${file.path} is not what was saved: it was changed or damaged since.`);
  });
  for (const directory of directories) await syncDirectory(directory);
}

/** The names at the first level of `rest`. */
function topOf(manifest: Manifest): string[] {
  const paths = [...manifest.directories, ...manifest.files.map((file) => file.path)];
  return [...new Set(paths.filter((path) => path.startsWith('rest/')).map((path) => path.split('/')[1] ?? ''))];
}

function major(version: string): string {
  return version.split('.')[0] ?? '';
}
