import { Decrypter, Encrypter, generateX25519Identity, identityToRecipient } from 'age-encryption';
import { SealingRefused } from './bucket.ts';
import { joinWords } from './return-code.ts';
import { base64, fromBase64, utf8 } from './text.ts';

/** A member's secret: the key that opens reports, and the chair's key that signs lists (PKCS #8 in base64). It leaves the browser only wrapped. */
export type MemberSecret = { readonly identity: string; readonly sign: string };
export type MemberKey = { readonly secret: MemberSecret; readonly recipient: string; readonly signPublic: string };

/** A new key of a member: X25519 to open, Ed25519 to sign. */
export async function makeMemberKey(): Promise<MemberKey> {
  const identity = await generateX25519Identity();
  const pair = await crypto.subtle.generateKey('Ed25519', true, ['sign', 'verify']);
  if (!('privateKey' in pair)) throw new SealingRefused('key');
  const [sign, signPublic] = await Promise.all([crypto.subtle.exportKey('pkcs8', pair.privateKey), crypto.subtle.exportKey('raw', pair.publicKey)]);
  return { secret: { identity, sign: base64(new Uint8Array(sign)) }, recipient: await identityToRecipient(identity), signPublic: base64(new Uint8Array(signPublic)) };
}

export async function signingKey(secret: MemberSecret): Promise<CryptoKey> {
  return await crypto.subtle.importKey('pkcs8', fromBase64(secret.sign), 'Ed25519', false, ['sign']);
}

/** A secret as an age file behind a recovery phrase (scrypt, 2^16): `age -d` opens it with the words joined by hyphens. */
export async function wrapByPhrase(secret: MemberSecret, words: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  const encrypter = new Encrypter();
  encrypter.setPassphrase(joinWords(words));
  encrypter.setScryptWorkFactor(16);
  return new Uint8Array(await encrypter.encrypt(utf8(JSON.stringify(secret))));
}

/** Throws SealingRefused('closed') where the phrase is another one. */
export async function unwrapByPhrase(wrapped: Uint8Array, words: readonly string[]): Promise<MemberSecret> {
  const decrypter = new Decrypter();
  decrypter.addPassphrase(joinWords(words));
  return JSON.parse(await decrypter.decrypt(wrapped, 'text').catch(() => {
    throw new SealingRefused('closed');
  }));
}
