import { identityToRecipient } from 'age-encryption';
import { type MemberSecret, signingKey } from '#app/methods/sealing/member-key.ts';
import { open, packMessage, seal } from '#app/methods/sealing/message.ts';
import { hashOf, signList, verifyChain } from '#app/methods/sealing/recipient-list.ts';
import { base64, fromBase64 } from '#app/methods/sealing/text.ts';
import { formatDate } from '#app/ui/format.ts';
import { fileLink, messageParts } from '../sealed-report/thread.ts';
import type { DeskData, SealedRow } from './desk-data.ts';
import { element, tellAt } from './document.ts';
import { openReport } from './open-report.ts';

const word = (data: DeskData, name: string) => data.words[name] ?? '';

/** Shows what the key opens of a report; each message can be saved as the sealed file that it is. */
export async function drawReport(data: DeskData, secret: MemberSecret): Promise<void> {
  const { report, words } = data;
  if (!report) return;
  const place = element('report-list');
  const saved = ({ cipher }: SealedRow, at: number) => {
    const line = document.createElement('p');
    line.className = 'small';
    line.append(fileLink(word(data, 'download'), fromBase64(cipher), `report-${at + 1}.age`), ` ${word(data, 'downloadHint')}`);
    return line;
  };
  if (report.name === null) {
    const [row] = report.messages;
    const opened = row ? await open(fromBase64(row.cipher), secret.identity).catch(() => undefined) : undefined;
    element('report-note').textContent = opened ? '' : word(data, 'cannot');
    if (row) place.replaceChildren(...(opened ? [fileLink(word(data, 'file'), new Uint8Array(opened), 'file')] : []), saved(row, 0));
  } else {
    const { read, closed, broken } = await openReport(report.name, report.messages, secret.identity);
    element('report-note').textContent = [closed > 0 ? word(data, 'cannot') : '', broken > 0 ? word(data, 'someUnread') : ''].join(' ').trim();
    place.replaceChildren(...read.map(({ row, message }, at) => {
      const article = document.createElement('article');
      article.className = row.direction === 'in' ? 'message theirs' : 'message';
      const head = document.createElement('h2');
      head.textContent = `${word(data, row.direction === 'in' ? 'fromThem' : 'fromUs')} ${word(data, 'on').replace('{}', formatDate(data.language, row.receivedOn))}`;
      article.append(head, ...messageParts(message, { wishSaid: words.wishSaid ?? '', file: words.file ?? '', wishes: data.wishes, questions: data.questions }), saved(row, at));
      return article;
    }));
  }
  element('answer-part').hidden = false;
}

/** Seals an answer to the writer and to the newest list, and sends it; nothing typed is lost when it is refused. */
export function answering(data: DeskData, secret: MemberSecret): void {
  const form = element('answer-form');
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    void (async () => {
      const typed = form.querySelector('textarea')?.value.trim() ?? '';
      tellAt('answer-problem', typed === '' ? word(data, 'empty') : '');
      if (typed === '' || !data.report?.name || !(form instanceof HTMLFormElement)) return;
      const { report } = data;
      const { reply } = await openReport(report.name ?? '', report.messages, secret.identity);
      if (!reply) return tellAt('answer-problem', word(data, 'cannot'));
      const list = await verifyChain(data.lists);
      const sequence = Math.max(0, ...report.messages.filter(({ direction }) => direction === 'out').map((row) => row.sequence)) + 1;
      const binding = { mailbox: report.name ?? '', direction: 'out', sequence, list: list.version } as const;
      const padded = await packMessage({ binding, wish: '', answers: [{ question: 'what', text: typed }], files: [] }, reply.secret);
      const cipher = await seal(padded, [...list.members.map(({ recipient }) => recipient), reply.recipient]);
      const body = new URLSearchParams({ csrf: data.csrf ?? '', cipher: base64(cipher), sequence: String(sequence), list: String(list.version) });
      const response = await fetch(form.action, { method: 'POST', body }).catch(() => undefined);
      if (response?.ok) location.reload();
      else tellAt('answer-problem', word(data, 'conflict'));
    })();
  });
}

export function exporting(data: DeskData, secret: MemberSecret): void {
  element('export-key').textContent = secret.identity;
  element('export-save').replaceChildren(fileLink(word(data, 'save'), new TextEncoder().encode(`${secret.identity}\n`), 'my-key.txt'));
  element('export-part').hidden = false;
}

/** Makes the next version of the list from what is ticked, signs it and posts it. */
export async function signing(data: DeskData, secret: MemberSecret): Promise<void> {
  const form = element('list-form');
  if (!(form instanceof HTMLFormElement)) return;
  const given = new FormData(form);
  const members = (data.keys ?? []).filter(({ recipient }) => given.getAll('members').includes(recipient)).map(({ recipient, seat }) => ({ recipient, seat }));
  if (members.length === 0) return tellAt('list-problem', word(data, 'noMember'));
  const own = await identityToRecipient(secret.identity);
  const signer = data.keys?.find(({ recipient }) => recipient === own)?.signPublic ?? '';
  const last = data.lists.at(-1);
  const list = { version: data.lists.length + 1, previous: last ? await hashOf(last.text) : '', date: data.today, chair: String(given.get('chair') ?? ''), members };
  // The founding version names the key that signs it.
  const signed = await signList(last ? list : { ...list, chair: signer }, signer, await signingKey(secret));
  await verifyChain([...data.lists, signed]).then(() => {
    for (const name of ['text', 'signer', 'signature'] as const) {
      const input = form.querySelector<HTMLInputElement>(`input[name=${name}]`);
      if (input) input.value = signed[name];
    }
    form.submit();
  }, () => tellAt('list-problem', word(data, 'listWrong')));
}

/** Opens every message that is sealed for an older list, seals it for the newest and its writer, looks whether that opens, and only then sends it. */
export async function rewrapping(data: DeskData, secret: MemberSecret): Promise<void> {
  const list = await verifyChain(data.lists);
  let [done, all] = [0, 0];
  for (const { name, messages } of data.rewrap ?? []) {
    const rows: SealedRow[] = await (await fetch(messages)).json();
    const { reply } = name === null ? { reply: undefined } : await openReport(name, rows, secret.identity);
    for (const row of rows.filter(({ listVersion }) => listVersion < list.version)) {
      all += 1;
      const padded = await open(fromBase64(row.cipher), secret.identity).catch(() => undefined);
      // Without the writer's key she could no longer read it herself.
      if (!padded || (name !== null && !reply)) continue;
      const cipher = await seal(padded, [...list.members.map(({ recipient }) => recipient), ...(reply ? [reply.recipient] : [])]);
      const body = new FormData();
      body.append('csrf', data.csrf ?? '');
      body.append('list', String(list.version));
      body.append('file', new Blob([cipher], { type: 'application/octet-stream' }), 'sealed');
      const response = await fetch((data.wrapAt ?? '').replace(/%7B%7D|\{\}/, row.id), { method: 'POST', body });
      if (response.ok) done += 1;
      element('rewrap-note').textContent = word(data, 'rewrapDone').replace('{}', String(done)).replace('{all}', String(all));
    }
  }
  element('rewrap-note').textContent = `${word(data, 'rewrapDone').replace('{}', String(done)).replace('{all}', String(all))}${done < all ? ` ${word(data, 'rewrapFailed')}` : ''}`;
}
