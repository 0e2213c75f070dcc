import { randomBytes } from 'node:crypto';
import { argon2id, argon2Verify } from 'hash-wasm';

// OWASP's second recommended set: 19 MiB, two passes, one lane.
const cost = { parallelism: 1, iterations: 2, memorySize: 19_456, hashLength: 32 };
let turn: Promise<unknown> = Promise.resolve();

/** One at a time: hashing must not take the whole server. */
function inTurn<T>(work: () => Promise<T>): Promise<T> {
  const next = turn.then(work, work);
  turn = next.catch(() => undefined);
  return next;
}

/** Argon2id in the encoded form, with a salt of its own. */
export async function hashPassword(password: string): Promise<string> {
  return await inTurn(async () => await argon2id({ ...cost, password: password.normalize('NFKC'), salt: randomBytes(16), outputType: 'encoded' }));
}

let nobody: Promise<string> | undefined;

/** Whether the password is the one of the hash. Without a hash the same work is done, so that time tells nothing. */
export async function passwordHolds(password: string, hash: string | undefined): Promise<boolean> {
  nobody ??= hashPassword(randomBytes(24).toString('hex'));
  const against = hash ?? (await nobody);
  // The library refuses to look at an empty password, which is nobody's.
  const holds = await inTurn(async () => await argon2Verify({ password: password.normalize('NFKC') || 'nothing', hash: against }));
  return holds && hash !== undefined && password !== '';
}
