import { identityToRecipient } from 'age-encryption';
import { argon2id } from 'hash-wasm';
import { bech32 } from './bech32.ts';
import { joinWords } from './return-code.ts';
import { base64, hex, sha256, utf8 } from './text.ts';

/** What a return code opens. Only `id` is ever shown to the server, which keeps nothing but its SHA-256. */
export type Mailbox = {
  /** Base64url of 32 bytes. */
  readonly id: string;
  /** SHA-256 of `id`, in hex: the name that messages are bound to. */
  readonly name: string;
  /** Key of the mark on every message; the committee learns it from inside the first report, the server never does. */
  readonly secret: Uint8Array<ArrayBuffer>;
  /** The reporter's own key: AGE-SECRET-KEY-1… and age1…. */
  readonly identity: string;
  readonly recipient: string;
};

// A code has 90 bits, so that a salt of the program suffices: no table of codes can be made beforehand.
const salt = 'common-table sealed report v1';

/** Keys from the words of a return code: Argon2id (RFC 9106; 32 MiB, 3 passes), then HKDF-SHA-256 (RFC 5869) with a purpose for each. */
export async function openMailbox(words: readonly string[]): Promise<Mailbox> {
  const root = await argon2id({ password: joinWords(words), salt, iterations: 3, memorySize: 32_768, parallelism: 1, hashLength: 32, outputType: 'binary' });
  const key = await crypto.subtle.importKey('raw', new Uint8Array(root), 'HKDF', false, ['deriveBits']);
  const derive = async (purpose: string) => new Uint8Array(await crypto.subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt: utf8(salt), info: utf8(purpose) }, key, 256));
  const id = base64(await derive('mailbox id')).replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '');
  const identity = bech32('age-secret-key-', await derive('identity')).toUpperCase();
  return { id, name: hex(await sha256(utf8(id))), secret: await derive('mailbox secret'), identity, recipient: await identityToRecipient(identity) };
}
