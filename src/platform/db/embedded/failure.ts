/** The embedded database cannot be started or used; the message is a sentence for the person who runs the program. */
export class ClusterFailed extends Error {
  override name = 'ClusterFailed';
}

/** A backup that is not taken, or not restored; the message says why and what was left untouched. */
export class BackupRefused extends Error {
  override name = 'BackupRefused';
}

export function errorCode(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

export function ownedByAnother(data: string): string {
  return `The database in ${data} belongs to another account of this machine; start the program as that account or as root.`;
}

/** For `catch` after a look at a path: gives undefined when nothing is there, throws on everything else. */
export function absent(error: unknown): undefined {
  if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ENOTDIR') return undefined;
  throw error;
}
