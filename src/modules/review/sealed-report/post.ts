import { plainSize, SealingRefused } from '#app/methods/sealing/bucket.ts';
import type { Mailbox } from '#app/methods/sealing/mailbox.ts';
import { type Message, open, packMessage, replyOf, seal, type SealedFile, unpackMessage } from '#app/methods/sealing/message.ts';
import { pictureKind, stripPicture } from '#app/methods/sealing/picture.ts';
import type { RecipientList } from '#app/methods/sealing/recipient-list.ts';
import { fromBase64 } from '#app/methods/sealing/text.ts';
import { findWork } from '#app/methods/sealing/work.ts';

/** Something that the person is told in her words; `name` is a key of the problems on the page, `detail` a file. */
export class Told extends Error {
  readonly problem: string;
  readonly detail: string;
  constructor(name: string, detail = '') {
    super(name);
    this.problem = name;
    this.detail = detail;
  }
}

/** What goes with every request: nothing that the browser keeps, no page that it came from. */
const bare = { method: 'POST', credentials: 'omit', referrerPolicy: 'no-referrer', cache: 'no-store' } as const;

async function ask(address: string, body: FormData): Promise<Response> {
  const response = await fetch(address, { ...bare, body }).catch(() => {
    throw new Told('offline');
  });
  if (response.status === 429) throw new Told('busy');
  if (response.status === 413) throw new Told('large');
  return response;
}

type Draft = Pick<Message, 'wish' | 'answers' | 'files'>;

/** Seals a message to the committee and the writer, or to the writer alone, and sends it. Throws Told. */
export async function sendMessage(address: string, mailbox: Mailbox, sequence: number, draft: Draft, list: RecipientList | undefined): Promise<void> {
  const binding = { mailbox: mailbox.name, direction: 'in', sequence, list: list?.version ?? 0 } as const;
  const padded = await packMessage({ binding, ...draft, ...(list ? { reply: replyOf(mailbox) } : {}) }, mailbox.secret).catch((error: unknown) => {
    throw error instanceof SealingRefused ? new Told('large') : error;
  });
  const cipher = await seal(padded, [...(list?.members.map(({ recipient }) => recipient) ?? []), mailbox.recipient]);
  if (plainSize(cipher) !== padded.length) throw new Told('offline');
  const form = new FormData();
  for (const [name, value] of [['mailbox', mailbox.id], ['sequence', sequence], ['list', binding.list], ['nonce', await findWork(cipher)]] as const) form.append(name, String(value));
  form.append('file', new Blob([cipher], { type: 'application/octet-stream' }), 'sealed');
  const response = await ask(address, form);
  if (response.status === 409) throw new Told('list');
  if (!response.ok) throw new Told('offline');
}

export type Opened = { readonly message: Message; readonly receivedOn: string };
export type Thread = { readonly found: boolean; readonly opened: readonly Opened[]; readonly unreadable: number; readonly next: number };
type Sealed = { direction: 'in' | 'out'; sequence: number; receivedOn: string; listVersion: number; cipher: string };

/** Everything in a mailbox, opened and checked; what cannot be opened, or is by somebody else, is counted and not shown. */
export async function readThread(address: string, mailbox: Mailbox): Promise<Thread> {
  const form = new FormData();
  form.append('mailbox', mailbox.id);
  const response = await ask(address, form);
  if (!response.ok) throw new Told('offline');
  const { found, messages }: { found: boolean; messages: Sealed[] } = await response.json();
  const opened: Opened[] = [];
  for (const { cipher, direction, sequence, receivedOn } of messages) {
    const read = await open(fromBase64(cipher), mailbox.identity).then((padded) => unpackMessage(padded, { mailbox: mailbox.name, direction, sequence }, mailbox.secret)).catch(() => undefined);
    if (read) opened.push({ message: read, receivedOn });
  }
  return { found, opened, unreadable: messages.length - opened.length, next: Math.max(0, ...messages.filter(({ direction }) => direction === 'in').map(({ sequence }) => sequence)) + 1 };
}

/** The files that somebody chose, without their names, pictures without what they hide. Throws Told('picture') where that cannot be done. */
export async function readFiles(chosen: readonly File[]): Promise<SealedFile[]> {
  return await Promise.all(chosen.map(async (file, at) => {
    const bytes = new Uint8Array(await file.arrayBuffer());
    const ending = /\.([a-z0-9]{1,5})$/i.exec(file.name)?.[1]?.toLowerCase() ?? 'bin';
    const kind = pictureKind(bytes);
    if (kind) return { name: `${at + 1}.${kind === 'jpeg' ? 'jpg' : 'png'}`, type: `image/${kind}`, bytes: stripPicture(bytes) ?? (await redraw(file)) };
    if (file.type.startsWith('image/')) return { name: `${at + 1}.jpg`, type: 'image/jpeg', bytes: await redraw(file) };
    return { name: `${at + 1}.${ending}`, type: 'application/octet-stream', bytes };
  }));
}

/** A picture of another kind, drawn anew: only what is seen is left. */
async function redraw(file: File): Promise<Uint8Array<ArrayBuffer>> {
  try {
    const image = await createImageBitmap(file);
    const canvas = document.createElement('canvas');
    [canvas.width, canvas.height] = [image.width, image.height];
    canvas.getContext('2d')?.drawImage(image, 0, 0);
    const drawn = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/jpeg', 0.9));
    const stripped = drawn ? stripPicture(new Uint8Array(await drawn.arrayBuffer())) : undefined;
    if (stripped) return stripped;
  } catch {
    // The browser does not know this kind of picture.
  }
  throw new Told('picture', file.name);
}
