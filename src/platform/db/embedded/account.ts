import { readFile, realpath, stat } from 'node:fs/promises';
import { dirname } from 'node:path';
import { ClusterFailed } from './failure.ts';

/** The account that runs postgres when the program itself is root. */
export type Account = { readonly name: string; readonly uid: number; readonly gid: number };

/**
 * Which account runs postgres, which refuses to be root; undefined when the program is not root and simply runs it as itself.
 * Whoever owns one of `places` already goes on owning it, so that a directory made by a user still works when root starts the program once.
 */
export async function chooseAccount(places: readonly string[]): Promise<Account | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = parseAccounts(await readFile('/etc/passwd', 'utf8').catch(() => ''));
  for (const place of places) {
    const owner = await stat(place).catch(() => undefined);
    if (owner === undefined || owner.uid === 0) continue;
    return (
      accounts.find((account) => account.uid === owner.uid) ?? {
        name: String(owner.uid),
        uid: owner.uid,
        gid: owner.gid,
      }
    );
  }
  const account = accounts.find((a) => a.name === 'postgres') ?? accounts.find((a) => a.name === 'nobody');
  if (account === undefined || account.uid === 0)
    throw new ClusterFailed(
      'PostgreSQL refuses to run as root, and this machine has neither an account "postgres" nor "nobody" to run it as.',
    );
  return account;
}

export function parseAccounts(passwd: string): Account[] {
  return passwd.split('\n').flatMap((line) => {
    const [name, , uid, gid] = line.split(':');
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : [];
  });
}

/** Whether the account can get through every directory above `path` and, when `path` is given as a file to read, read it. */
export async function reaches(
  account: Account,
  path: string,
  wanted: 'traverse' | 'read' | 'execute',
): Promise<boolean> {
  const bits = { traverse: 1, read: 4, execute: 5 }[wanted];
  let place = await realpath(path);
  let need = bits;
  for (;;) {
    const { mode, uid, gid } = await stat(place);
    const shift = uid === account.uid ? 6 : gid === account.gid ? 3 : 0;
    if (((mode >> shift) & need) !== need) return false;
    if (dirname(place) === place) return true;
    place = dirname(place);
    need = 1;
  }
}
