import { createHmac, scrypt } from 'node:crypto';
import { promisify } from 'node:util';

const derive = promisify<string, string, number, { N: number; r: number; p: number; maxmem: number }, Buffer>(scrypt);

/** The shortest words of an agency that a pseudonym is made from, in characters. */
export const shortestWords = 16;

/**
 * The pseudonym of an agency's file: made in memory from the agency's own words and its own reference, and neither is kept. `mark` (16 bytes) is the
 * same whenever the same agency gives the same two; `proof` (32 bytes) tells that the words are those of last time. Another agency's words make other
 * marks, so that nobody can join what two agencies know. scrypt after RFC 7914 with N = 2^15, r = 8, p = 1; HMAC-SHA-256.
 */
export async function pseudonymOf(agency: string, words: string, reference: string): Promise<{ mark: Uint8Array; proof: Uint8Array }> {
  const key = await derive(plain(words), `situation ${agency}`, 32, { N: 2 ** 15, r: 8, p: 1, maxmem: 64 * 2 ** 20 });
  const under = (text: string) => createHmac('sha256', key).update(text).digest();
  return { mark: under(`file ${plain(reference)}`).subarray(0, 16), proof: under('proof') };
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase().replaceAll(/\s+/g, ' ').trim();
