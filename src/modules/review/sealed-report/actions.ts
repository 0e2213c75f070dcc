import { armor } from 'age-encryption';
import { bucketFor, buckets, plainSize } from '#app/methods/sealing/bucket.ts';
import { checkWork } from '#app/methods/sealing/work.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { findOwnMailbox, handOnMailbox, insertMailbox, insertMessage, listRecipientLists } from './queries.ts';

/** What a browser sent for the mailbox whose id it shows. */
export type Posted = { readonly sequence: number; readonly list: number; readonly nonce: number; readonly cipher: Uint8Array<ArrayBuffer> };
/** `taken`: another message stands in that place. `list`: not the newest list of recipients. `work` and `size`: no browser of ours made this. */
export type Outcome = 'kept' | 'taken' | 'list' | 'work' | 'size';

/** Keeps a sealed message. The server looks at its length, its place and its proof of work; it has no key to more. */
export async function keepMessage(scope: Scope, { sequence, list, nonce, cipher }: Posted): Promise<Outcome> {
  const size = plainSize(cipher);
  const bucket = buckets.find((one) => one === size);
  if (bucket === undefined || !Number.isInteger(sequence) || sequence < 1 || sequence > 500) return 'size';
  if (!(await checkWork(cipher, nonce))) return 'work';
  if (list !== 0 && list !== (await listRecipientLists(scope)).length) return 'list';
  const own = await findOwnMailbox(scope);
  const mailbox = own?.id ?? (await insertMailbox(scope, list > 0, true));
  if (own && !own.forMembers && list > 0) await handOnMailbox(scope);
  return (await insertMessage(scope, { mailbox, direction: 'in', sequence, bucket, listVersion: list, cipher })) ? 'kept' : 'taken';
}

/** Keeps a file that somebody sealed with a program of her own, binary or as text; false where it is none. */
export async function keepUpload(scope: Scope, file: Uint8Array<ArrayBuffer>): Promise<boolean> {
  const cipher = binaryOf(file);
  const size = cipher ? plainSize(cipher) : undefined;
  const bucket = size === undefined ? undefined : bucketFor(size);
  const list = (await listRecipientLists(scope)).length;
  if (!cipher || bucket === undefined || list === 0) return false;
  const mailbox = await insertMailbox(scope, true, false);
  return await insertMessage(scope, { mailbox, direction: 'in', sequence: 1, bucket, listVersion: list, cipher });
}

function binaryOf(file: Uint8Array<ArrayBuffer>): Uint8Array | undefined {
  if (!new TextDecoder('latin1').decode(file.subarray(0, 60)).trimStart().startsWith('-----BEGIN AGE')) return file;
  try {
    return armor.decode(new TextDecoder().decode(file));
  } catch {
    return undefined;
  }
}
