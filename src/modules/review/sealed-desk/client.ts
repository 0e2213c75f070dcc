// What a member's browser does: make a key, open it, read and answer reports, sign lists, seal anew. The secret stays in the memory of one page.
import { Decrypter, Encrypter, webauthn } from 'age-encryption';
import { makeMemberKey, type MemberKey, type MemberSecret, unwrapByPhrase, wrapByPhrase } from '#app/methods/sealing/member-key.ts';
import { drawWords, phraseWords, readWords } from '#app/methods/sealing/return-code.ts';
import { base64, fromBase64, utf8 } from '#app/methods/sealing/text.ts';
import { answering, drawReport, exporting, rewrapping, signing } from './client-parts.ts';
import type { DeskData } from './desk-data.ts';
import { element, field, tellAt } from './document.ts';

const data: DeskData = JSON.parse(document.getElementById('desk-data')?.textContent ?? 'null');

async function byPasskey(): Promise<MemberSecret> {
  let last: unknown = new Error('no passkey');
  for (const wrap of data.wraps.filter(({ kind }) => kind === 'passkey')) {
    const decrypter = new Decrypter();
    decrypter.addIdentity(new webauthn.WebAuthnIdentity({ identity: wrap.hint }));
    try {
      return JSON.parse(await decrypter.decrypt(fromBase64(wrap.wrapped), 'text'));
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

async function byPhrase(typed: string): Promise<MemberSecret> {
  const words = readWords(typed);
  let last: unknown = new Error('no phrase');
  for (const wrap of data.wraps.filter(({ kind }) => kind === 'phrase')) {
    try {
      return await unwrapByPhrase(fromBase64(wrap.wrapped), words);
    } catch (error) {
      last = error;
    }
  }
  throw last;
}

async function unlocked(secret: MemberSecret): Promise<void> {
  element('unlock').hidden = document.getElementById('list-form') === null;
  if (data.report) await drawReport(data, secret);
  if (document.getElementById('answer-form')) answering(data, secret);
  if (document.getElementById('export-part')) exporting(data, secret);
  if (document.getElementById('list-form')) await signing(data, secret);
  if (data.rewrap) await rewrapping(data, secret);
}

function unlocking(): void {
  const run = async (how: () => Promise<MemberSecret>) => {
    tellAt('unlock-problem', '');
    const secret = await how().catch(() => undefined);
    if (secret) await unlocked(secret);
    else tellAt('unlock-problem', data.words.locked ?? '');
  };
  element('unlock-passkey').addEventListener('click', () => void run(byPasskey));
  element('unlock-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void run(async () => await byPhrase(field('phrase').value));
  });
}

/** Wraps a new key behind a passkey of this device; without one that can, the phrase alone will open it. */
async function wrapByPasskey(key: MemberKey): Promise<{ wrapped: string; hint: string }> {
  try {
    const hint = await webauthn.createCredential({ keyName: document.title });
    const encrypter = new Encrypter();
    encrypter.addRecipient(new webauthn.WebAuthnRecipient({ identity: hint }));
    return { wrapped: base64(await encrypter.encrypt(utf8(JSON.stringify(key.secret)))), hint };
  } catch {
    tellAt('make-problem', data.words.noPasskey ?? '');
    return { wrapped: '', hint: '' };
  }
}

function making(): void {
  const form = element('make-form');
  const set = (name: string, value: string) => {
    const input = form.querySelector<HTMLInputElement>(`input[name="${name}"]`);
    if (input) input.value = value;
  };
  element('make').addEventListener('click', () => void (async () => {
    const key = await makeMemberKey();
    const passkey = await wrapByPasskey(key);
    const words = drawWords((element('code-words').textContent ?? '').split('\n'), phraseWords, (into) => void crypto.getRandomValues(into));
    set('recipient', key.recipient);
    set('sign-public', key.signPublic);
    set('passkey', passkey.wrapped);
    set('passkey-hint', passkey.hint);
    set('phrase-wrap', base64(await wrapByPhrase(key.secret, words)));
    element('phrase-list').replaceChildren(...words.map((word) => Object.assign(document.createElement('li'), { textContent: word })));
    element('make-first').hidden = true;
    element('make-phrase').hidden = false;
    element('phrase-title').focus();
  })());
  element('print').addEventListener('click', () => window.print());
  form.addEventListener('submit', (event) => {
    if (!field('written').checked) event.preventDefault();
  });
}

if (data) unlocking();
if (document.getElementById('make-form')) making();
