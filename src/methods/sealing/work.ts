import { createSHA256 } from 'hash-wasm';
import { sha256 } from './text.ts';

/** How many leading zero bits the proof of work asks for: some 65,000 hashes, a fraction of a second on a phone. */
export const workBits = 16;

function zeroBits(hash: Uint8Array): number {
  let bits = 0;
  for (const byte of hash) {
    if (byte !== 0) return bits + Math.clz32(byte) - 24;
    bits += 8;
  }
  return bits;
}

async function tester(file: Uint8Array<ArrayBuffer>): Promise<(nonce: number) => number> {
  const digest = await sha256(file);
  const hasher = await createSHA256();
  const block = new Uint8Array(40);
  block.set(digest);
  const view = new DataView(block.buffer);
  return (nonce) => {
    view.setFloat64(32, nonce);
    hasher.init();
    hasher.update(block);
    return zeroBits(hasher.digest('binary'));
  };
}

/** A number whose hash with the file begins with enough zeros (after Back 2002, Hashcash). It serves this file alone. */
export async function findWork(file: Uint8Array<ArrayBuffer>, bits = workBits): Promise<number> {
  const test = await tester(file);
  let nonce = 0;
  while (test(nonce) < bits) nonce += 1;
  return nonce;
}

export async function checkWork(file: Uint8Array<ArrayBuffer>, nonce: number, bits = workBits): Promise<boolean> {
  return Number.isSafeInteger(nonce) && nonce >= 0 && (await tester(file))(nonce) >= bits;
}
