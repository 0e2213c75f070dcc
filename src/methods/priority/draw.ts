import { createHash, createHmac } from 'node:crypto';
import { InputRefused } from '../method.ts';

/**
 * A draw that an outsider can check, after the commit-and-reveal scheme: the hash of a secret seed is published before the list is closed, the seed
 * is opened after. `beacon` is a value that nobody could know when the hash was published (the hash of the closed list, or a public random number of
 * that day): without it, whoever makes the seed could try seeds until a friend comes first.
 */
export type Draw = { readonly seed: string; readonly beacon: string };

/** What is published before: SHA-256 of the seed's bytes, in hexadecimal. Throws InputRefused unless the seed is 32 bytes or more in hexadecimal. */
export function commitmentOf(seed: string): string {
  return createHash('sha256').update(bytesOf(seed)).digest('hex');
}

/** The lot of one token: HMAC-SHA-256 under the seed of the beacon, a line break, and the token, in hexadecimal. The lowest lot comes first. */
export function lotOf({ seed, beacon }: Draw, token: string): string {
  return createHmac('sha256', bytesOf(seed)).update(`${beacon}\n${token}`).digest('hex');
}

function bytesOf(seed: string): Buffer {
  if (!/^(?:[0-9a-f]{2}){32,}$/.test(seed)) throw new InputRefused('seed: must be 32 bytes or more in lower-case hexadecimal');
  return Buffer.from(seed, 'hex');
}
