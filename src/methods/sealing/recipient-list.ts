import { base64, fromBase64, hex, sha256, utf8 } from './text.ts';

/** Who can open reports from a version on. The chair's browser signs it; the next version is signed by the chair that this one names. */
export type RecipientList = {
  readonly version: number;
  /** SHA-256 of the text of the version before, in hex; '' for version 1. */
  readonly previous: string;
  /** YYYY-MM-DD. */
  readonly date: string;
  /** Ed25519 public key that signs the next version, base64 of 32 bytes. */
  readonly chair: string;
  /** Public keys (age1…), in order, with the short names of the agencies that hold the seats. */
  readonly members: readonly { readonly recipient: string; readonly seat: string }[];
};

/** A list as it is kept: its exact text, who signed it, and the signature (Ed25519, RFC 8032), in base64. */
export type SignedList = { readonly text: string; readonly signer: string; readonly signature: string };

/** The list cannot be trusted; `reason` says why: signature, chain, older, content or none. */
export class ListRefused extends Error {
  readonly reason: 'signature' | 'chain' | 'older' | 'content' | 'none';
  constructor(reason: ListRefused['reason']) {
    super(`the recipient list is refused: ${reason}`);
    this.reason = reason;
  }
}

export async function signList(list: RecipientList, signer: string, key: CryptoKey): Promise<SignedList> {
  const text = JSON.stringify(list);
  return { text, signer, signature: base64(new Uint8Array(await crypto.subtle.sign('Ed25519', key, utf8(text)))) };
}

export async function hashOf(text: string): Promise<string> {
  return hex(await sha256(utf8(text)));
}

function parse(text: string): RecipientList {
  const list: RecipientList = JSON.parse(text);
  const known = Array.isArray(list.members) && list.members.length > 0 && list.members.every(({ recipient }) => /^age1[a-z0-9]{58}$/.test(recipient));
  if (!Number.isInteger(list.version) || !known) throw new ListRefused('content');
  return list;
}

/**
 * The newest list, after checking the whole chain: version 1 is signed by the key that it names, every later one by the key that the version before
 * names, and each holds the hash of the one before. Versions are 1, 2, 3 …. Throws ListRefused, with 'older' where `atLeast` is not reached.
 */
export async function verifyChain(lists: readonly SignedList[], atLeast = 1): Promise<RecipientList> {
  let before: { list: RecipientList; text: string } | undefined;
  for (const signed of lists) {
    const list = parse(signed.text);
    const key = await crypto.subtle.importKey('raw', fromBase64(signed.signer), 'Ed25519', false, ['verify']);
    if (!(await crypto.subtle.verify('Ed25519', key, fromBase64(signed.signature), utf8(signed.text)))) throw new ListRefused('signature');
    if (signed.signer !== (before?.list.chair ?? list.chair)) throw new ListRefused('signature');
    if (list.version !== (before?.list.version ?? 0) + 1 || list.previous !== (before ? await hashOf(before.text) : '')) throw new ListRefused('chain');
    before = { list, text: signed.text };
  }
  if (!before) throw new ListRefused('none');
  if (before.list.version < atLeast) throw new ListRefused('older');
  return before.list;
}

/** A short form of the key that founded a chain, to be compared by eye: the first 20 hex digits of its SHA-256, in fours. */
export async function fingerprint(publicKey: string): Promise<string> {
  return (hex(await sha256(fromBase64(publicKey))).slice(0, 20).match(/.{4}/g) ?? []).join(' ');
}
