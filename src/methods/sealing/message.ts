import { Decrypter, Encrypter } from 'age-encryption';
import { pad, SealingRefused, unpad } from './bucket.ts';
import { base64, fromBase64, utf8 } from './text.ts';

/** `in` goes to the committee, `out` comes from it. */
export type Direction = 'in' | 'out';

/** What binds a message to its place; it stands inside the plain text and is checked after opening. */
export type Binding = {
  /** Name of the mailbox: SHA-256 of its id, in hex. */
  readonly mailbox: string;
  readonly direction: Direction;
  /** 1 for the first of its direction in this mailbox. */
  readonly sequence: number;
  /** Version of the recipient list; 0 where nobody but the writer can open it. */
  readonly list: number;
};

export type SealedFile = { readonly name: string; readonly type: string; readonly bytes: Uint8Array<ArrayBuffer> };

export type Message = {
  readonly binding: Binding;
  /** What the writer chose, such as `ask`; '' where it was skipped. */
  readonly wish: string;
  /** Questions and what was written to them; skipped ones are not there. */
  readonly answers: readonly { readonly question: string; readonly text: string }[];
  readonly files: readonly SealedFile[];
  /** In the first report of a mailbox: where to answer (age1…), and the key of the mark on every later message, in base64. */
  readonly reply?: { readonly recipient: string; readonly secret: string };
};

type Head = Omit<Message, 'files'> & { readonly files: readonly { readonly name: string; readonly type: string; readonly size: number }[]; };

async function markKey(secret: Uint8Array<ArrayBuffer>): Promise<CryptoKey> {
  return await crypto.subtle.importKey('raw', secret, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign', 'verify']);
}

/**
 * A message as padded bytes: mark (HMAC-SHA-256 of what follows, by the mailbox's secret), length of the head, the head as JSON, the files one after
 * another. The mark keeps whoever knows only public keys, the server included, from writing in somebody's name. Throws SealingRefused('too-large').
 */
export async function packMessage(message: Message, secret: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const head: Head = { ...message, files: message.files.map(({ name, type, bytes }) => ({ name, type, size: bytes.length })) };
  const json = utf8(JSON.stringify(head));
  const body = new Uint8Array(4 + json.length + message.files.reduce((sum, file) => sum + file.bytes.length, 0));
  new DataView(body.buffer).setUint32(0, json.length);
  body.set(json, 4);
  let at = 4 + json.length;
  for (const { bytes } of message.files) {
    body.set(bytes, at);
    at += bytes.length;
  }
  const mark = new Uint8Array(await crypto.subtle.sign('HMAC', await markKey(secret), body));
  const whole = new Uint8Array(mark.length + body.length);
  whole.set(mark);
  whole.set(body, mark.length);
  return pad(whole);
}

/** Reads what `packMessage` made, without judging its mark; `secret` of the reply is that of the first report. Throws SealingRefused. */
function readPacked(padded: Uint8Array): { message: Message; mark: Uint8Array<ArrayBuffer>; body: Uint8Array<ArrayBuffer> } {
  const whole = new Uint8Array(unpad(padded));
  const [mark, body] = [whole.slice(0, 32), whole.slice(32)];
  if (mark.length < 32 || body.length < 4) throw new SealingRefused('content');
  let at = 4 + new DataView(body.buffer).getUint32(0);
  const head: Head = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body.subarray(4, at)));
  const files = head.files.map(({ name, type, size }) => {
    const bytes = body.slice(at, at + size);
    at += size;
    return { name, type, bytes };
  });
  if (at !== body.length) throw new SealingRefused('content');
  return { message: { ...head, files }, mark, body };
}

/**
 * The message in padded bytes, when its place is the expected one and its mark is by the mailbox's secret; without `secret` it must be a first report,
 * which brings the secret itself. Throws SealingRefused('binding' | 'mark' | 'content' | 'padding').
 */
export async function unpackMessage(padded: Uint8Array, place: Pick<Binding, 'mailbox' | 'direction' | 'sequence'>, secret?: Uint8Array<ArrayBuffer>): Promise<Message> {
  const { message, mark, body } = readPacked(padded);
  const { binding, reply } = message;
  if (binding.mailbox !== place.mailbox || binding.direction !== place.direction || binding.sequence !== place.sequence) throw new SealingRefused('binding');
  const key = secret ?? (reply ? fromBase64(reply.secret) : undefined);
  if (!key || !(await crypto.subtle.verify('HMAC', await markKey(key), mark, body))) throw new SealingRefused('mark');
  return message;
}

/** Encrypts padded bytes to every recipient (age-encryption.org/v1, X25519). Throws where there is none. */
export async function seal(padded: Uint8Array, recipients: readonly string[]): Promise<Uint8Array<ArrayBuffer>> {
  if (recipients.length === 0) throw new SealingRefused('recipients');
  const encrypter = new Encrypter();
  for (const recipient of new Set(recipients)) encrypter.addRecipient(recipient);
  return new Uint8Array(await encrypter.encrypt(padded));
}

/** Opens a sealed file. Throws SealingRefused('closed') where the key does not open it or a bit of it was changed. */
export async function open(file: Uint8Array, identity: string): Promise<Uint8Array> {
  const decrypter = new Decrypter();
  decrypter.addIdentity(identity);
  return await decrypter.decrypt(file).catch(() => {
    throw new SealingRefused('closed');
  });
}

/** The reply part of a first report. */
export function replyOf(mailbox: { readonly recipient: string; readonly secret: Uint8Array }): { recipient: string; secret: string } {
  return { recipient: mailbox.recipient, secret: base64(mailbox.secret) };
}
