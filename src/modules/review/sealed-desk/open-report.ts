import type { Message } from '#app/methods/sealing/message.ts';
import { open, unpackMessage } from '#app/methods/sealing/message.ts';
import { fromBase64 } from '#app/methods/sealing/text.ts';
import type { SealedRow } from './desk-data.ts';

export type ReadMessage = { readonly row: SealedRow; readonly message: Message };
/** What a member's key opened of a mailbox, and where to answer; `closed` and `broken` count what was not opened and what does not hold together. */
export type ReadReport = { readonly read: readonly ReadMessage[]; readonly closed: number; readonly broken: number; readonly reply: { readonly recipient: string; readonly secret: Uint8Array<ArrayBuffer> } | undefined };

/** Opens a mailbox for a member. The first report brings the secret by which every later message, in either direction, must be marked. */
export async function openReport(name: string, rows: readonly SealedRow[], identity: string): Promise<ReadReport> {
  const order = [...rows].sort((a, b) => (a.direction === b.direction ? a.sequence - b.sequence : a.direction === 'in' ? -1 : 1));
  const read: ReadMessage[] = [];
  let reply: ReadReport['reply'];
  let [closed, broken] = [0, 0];
  for (const row of order) {
    const padded = await open(fromBase64(row.cipher), identity).catch(() => undefined);
    if (!padded) {
      closed += 1;
      continue;
    }
    const message = await unpackMessage(padded, { mailbox: name, direction: row.direction, sequence: row.sequence }, reply?.secret).catch(() => undefined);
    if (!message || message.binding.list > row.listVersion) {
      broken += 1;
      continue;
    }
    if (!reply && message.reply) reply = { recipient: message.reply.recipient, secret: fromBase64(message.reply.secret) };
    read.push({ row, message });
  }
  const place = (one: ReadMessage) => rows.indexOf(one.row);
  return { read: read.sort((a, b) => place(a) - place(b)), closed, broken, reply };
}
