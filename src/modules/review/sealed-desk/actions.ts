import { buckets, plainSize } from '#app/methods/sealing/bucket.ts';
import { hashOf, ListRefused, type RecipientList, type SignedList, verifyChain } from '#app/methods/sealing/recipient-list.ts';
import { fromBase64 } from '#app/methods/sealing/text.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { listRecipientLists } from '../sealed-report/queries.ts';
import { insertAnswer, insertList, listKeys, type NewKey, rewrap } from './queries.ts';

/** The bytes of base64 that a form brought; undefined where it is none. */
export function bytesOf(text: string): Uint8Array<ArrayBuffer> | undefined {
  try {
    return text === '' ? undefined : fromBase64(text);
  } catch {
    return undefined;
  }
}

/** The key of a form, when its parts are what a browser of ours makes. */
export function keyOf(given: { recipient: string; signPublic: string; seat: string; passkey: string; hint: string; phrase: string }): NewKey | undefined {
  const [passkey, phrase] = [bytesOf(given.passkey), bytesOf(given.phrase)];
  const whole = /^age1[a-z0-9]{58}$/.test(given.recipient) && /^[A-Za-z0-9+/]{43}=$/.test(given.signPublic) && given.seat !== '' && given.seat.length <= 100 && given.hint.length <= 4000;
  const fits = (wrapped: Uint8Array) => wrapped.length >= 100 && wrapped.length <= 4000;
  if (!whole || !phrase || !fits(phrase) || (passkey && !fits(passkey))) return undefined;
  const wraps = [...(passkey ? [{ kind: 'passkey' as const, wrapped: passkey, hint: given.hint }] : []), { kind: 'phrase' as const, wrapped: phrase, hint: '' }];
  return { recipient: given.recipient, signPublic: given.signPublic, seat: given.seat, wraps };
}

/**
 * Adds the next version to the chain of lists, when the chain with it holds and every key on it is a live one of a member; each change is an audit line with
 * the hash of the list. False otherwise.
 */
export async function publishList(scope: Scope, signed: SignedList): Promise<boolean> {
  const lists = await listRecipientLists(scope);
  const live = (await listKeys(scope)).filter(({ endedOn }) => endedOn === null);
  const list: RecipientList | undefined = await verifyChain([...lists, signed]).catch((error: unknown) => {
    if (error instanceof ListRefused || error instanceof SyntaxError || error instanceof DOMException) return undefined;
    throw error;
  });
  if (!list || list.date !== scope.today || !live.some(({ signPublic }) => signPublic === list.chair)) return false;
  if (list.members.some((member) => !live.some(({ recipient, seat }) => recipient === member.recipient && seat === member.seat))) return false;
  if (!(await insertList(scope, { version: list.version, ...signed }))) return false;
  await writeAudit(scope, { action: 'review.sign-recipient-list', subject: { kind: 'recipient-list', id: String(list.version) }, detail: { hash: await hashOf(signed.text), members: list.members.length } });
  return true;
}

/** Keeps an answer; false where it is none of ours, stands in a place that is taken, or is for an older list. */
export async function keepAnswer(scope: Scope, mailbox: string, given: { sequence: number; list: number; cipher: Uint8Array }): Promise<boolean> {
  const size = plainSize(given.cipher);
  const bucket = buckets.find((one) => one === size);
  if (bucket === undefined || given.list !== (await listRecipientLists(scope)).length) return false;
  return await insertAnswer(scope, { mailbox, bucket, ...given });
}

/** Replaces the cipher text of a message by one for the newest list; false where it is no sealed file, hidden, or not for the newest list. */
export async function keepRewrapped(scope: Scope, message: string, list: number, cipher: Uint8Array): Promise<boolean> {
  return plainSize(cipher) !== undefined && (await rewrap(scope, message, list, cipher));
}
