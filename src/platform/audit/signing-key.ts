import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';

/** The file of the key is there, but no Ed25519 key is in it. */
export class KeyRefused extends Error {
  override name = 'KeyRefused';
}

/** Reads the private key (PEM, PKCS #8, Ed25519) in `path`; makes one there, readable by its owner alone, when the file is absent. */
export async function signingKey(path: string): Promise<KeyObject> {
  await mkdir(dirname(path), { recursive: true });
  const fresh = generateKeyPairSync('ed25519').privateKey.export({ type: 'pkcs8', format: 'pem' });
  // Of several servers that start together one makes the file; all of them read it.
  await writeFile(path, fresh, { flag: 'wx', mode: 0o600 }).catch((error: unknown) => {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  });
  return readKey(path, await readFile(path, 'utf8'));
}

function readKey(path: string, text: string): KeyObject {
  try {
    const key = createPrivateKey(text);
    if (key.asymmetricKeyType === 'ed25519') return key;
  } catch {
    // Said below, without what is in the file.
  }
  throw new KeyRefused(`${path} holds no Ed25519 private key in PEM form. Name the right file in AUDIT_KEY_FILE, or move this one away and a new key is made.`);
}

/** The 32 bytes of the public half, in hexadecimal: what an auditor writes down once and compares with ever after. */
export function publicHalf(key: KeyObject): string {
  return createPublicKey(key).export({ type: 'spki', format: 'der' }).subarray(-32).toString('hex');
}
