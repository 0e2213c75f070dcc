import { spawn } from 'node:child_process';
import { rm } from 'node:fs/promises';
import type { Account } from './account.ts';
import type { Binaries } from './binaries.ts';
import { ClusterFailed } from './failure.ts';
import { createDraft, removeStaleDrafts } from './files.ts';
import { createHome, type Place, settle } from './place.ts';
import { asArguments, initialSettings } from './settings.ts';

export const superuser = 'postgres';

/** What postgres and initdb may know of our environment: nothing, since it holds secrets. */
export const bareEnvironment = { PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' };

/** Runs initdb in a draft beside the place and renames it, so that a kill at any moment leaves a whole cluster or none. */
export async function initialise(
  place: Place,
  options: { binaries: Binaries; account: Account | undefined; fast: boolean },
): Promise<void> {
  await createHome(place);
  await removeStaleDrafts(place.data);
  const draft = await createDraft(place.data, 'init', options.account);
  const settled = await runInitdb(draft, place.home, options)
    .then(() => settle(draft, place))
    .catch(async (error: unknown) => {
      await discard(draft, place);
      throw error;
    });
  if (!settled) await discard(draft, place);
}

async function discard(draft: string, place: Place): Promise<void> {
  await rm(place.link === undefined ? draft : place.home, { recursive: true, force: true });
}

async function runInitdb(
  draft: string,
  cwd: string,
  options: { binaries: Binaries; account: Account | undefined; fast: boolean },
): Promise<void> {
  const flags = [
    ...['-D', draft, '-U', superuser, '--encoding=UTF8', '--data-checksums'],
    ...['--locale=C', '--locale-provider=builtin', '--builtin-locale=C.UTF-8'],
    // Trust is enough on the socket: its directory has mode 0700, so only the account that owns the data itself (and root) comes in. TCP is refused.
    ...['--auth-local=trust', '--auth-host=reject'],
    ...asArguments(initialSettings),
    ...(options.fast ? ['--no-sync'] : []),
  ];
  const output: string[] = [];
  const child = spawn(options.binaries.initdb, flags, {
    cwd,
    env: bareEnvironment,
    stdio: ['ignore', 'pipe', 'pipe'],
    ...identity(options.account),
  });
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => output.push(text));
  const code = await new Promise<number | null>((resolve, reject) =>
    child.once('error', reject).once('close', resolve),
  );
  if (code !== 0)
    throw new ClusterFailed(
      `The database could not be created: ${output.join('').trim().split('\n').slice(-4).join(' / ')}`,
    );
}

export function identity(account: Account | undefined): { uid?: number; gid?: number } {
  return account === undefined ? {} : { uid: account.uid, gid: account.gid };
}
