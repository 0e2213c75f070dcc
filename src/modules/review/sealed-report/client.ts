// The whole of what a browser does for whoever comes forward. Nothing that is typed leaves it unsealed, and nothing is kept in it.
import { type Mailbox, openMailbox } from '#app/methods/sealing/mailbox.ts';
import type { Message } from '#app/methods/sealing/message.ts';
import { ListRefused, type RecipientList, verifyChain } from '#app/methods/sealing/recipient-list.ts';
import { codeWords, drawWords, readWords } from '#app/methods/sealing/return-code.ts';
import { hex, sha256, utf8 } from '#app/methods/sealing/text.ts';
import { watchWayOut } from './leave.ts';
import type { PageData, ScriptWord } from './page-data.ts';
import { readFiles, readThread, sendMessage, Told } from './post.ts';
import { drawThread } from './thread.ts';
import { questions } from './rules.ts';

// The lists of words that this script was built for; another one is refused, for it could make codes easy to guess.
const wordHashes = { en: '9121ee62e9a848695ad0511ab792599adf605248a5bfab65825ee5902aebb3e2', fr: 'cdea09199b3d1890ccb4d173dad05954436c3dc8dfaa545ea2d6ab1a7be400c9' };

const element = (id: string): HTMLElement => document.getElementById(id) ?? document.createElement('div');
const control = (id: string) => {
  const found = element(id);
  return found instanceof HTMLInputElement || found instanceof HTMLTextAreaElement ? found : document.createElement('input');
};
const filesOf = (id: string): File[] => {
  const found = element(id);
  return found instanceof HTMLInputElement ? [...(found.files ?? [])] : [];
};
const show = (id: string, shown: boolean) => {
  element(id).hidden = !shown;
};

const data: PageData = JSON.parse(element('sealed-data').textContent ?? '{}');
const list = (element('code-words').textContent ?? '').split('\n');
const say = (word: ScriptWord, value = '') => data.words[word].replace('{}', value);

function tell(error: unknown): void {
  const problem = error instanceof Told ? error : new Told(error instanceof ListRefused ? (error.reason === 'older' ? 'old' : 'list') : 'offline');
  element('problem').textContent = problem.problem === 'picture' ? say('picture', problem.detail) : (data.problems[problem.problem] ?? '');
  show('problem', true);
  element('problem').scrollIntoView({ block: 'center' });
}

/** Work that takes a moment: its buttons rest meanwhile, and what goes wrong is told. */
async function during(work: () => Promise<void>): Promise<void> {
  const buttons = [...document.querySelectorAll('button')];
  show('problem', false);
  for (const button of buttons) button.disabled = true;
  await work().catch(tell);
  for (const button of buttons) button.disabled = false;
}

function listWords(id: string, words: readonly string[]): void {
  element(id).replaceChildren(...words.map((word) => {
    const item = document.createElement('li');
    item.textContent = word;
    return item;
  }));
}

function writing(recipients: RecipientList): void {
  let code: string[] = [];
  let draft: Pick<Message, 'wish' | 'answers' | 'files'> = { wish: '', answers: [], files: [] };
  element('write-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void during(async () => {
      const chosen = document.querySelector('input[name=wish]:checked');
      const answers = questions.map((question) => ({ question, text: control(question).value.trim() })).filter(({ text }) => text !== '');
      draft = { wish: chosen instanceof HTMLInputElement ? chosen.value : '', answers, files: await readFiles(filesOf('files')) };
      if (code.length === 0) code = drawWords(list, codeWords, (into) => void crypto.getRandomValues(into));
      listWords('code-list', code);
      element('send').textContent = say(draft.wish === 'keep' ? 'sendKeep' : 'send');
      for (const id of ['write', 'back']) show(id, false);
      show('code-step', true);
      element('code-title').focus();
    });
  });
  element('change').addEventListener('click', () => {
    for (const id of ['write', 'back']) show(id, true);
    show('code-step', false);
    element('write-title').focus();
  });
  element('send').addEventListener('click', () => void during(async () => {
    element('waiting').textContent = say('wait');
    const kept = draft.wish === 'keep';
    try {
      await sendMessage(data.messages, await openMailbox(code), 1, draft, kept ? undefined : recipients);
    } finally {
      element('waiting').textContent = '';
    }
    element('done-title').textContent = say(kept ? 'keptTitle' : 'sentTitle');
    element('done-lead').textContent = say(kept ? 'keptLead' : 'sentLead');
    listWords('done-list', code);
    show('code-step', false);
    show('done', true);
    const form = element('write-form');
    if (form instanceof HTMLFormElement) form.reset();
    draft = { wish: '', answers: [], files: [] };
    element('done-title').focus();
  }));
}

function comingBack(): void {
  let box: { mailbox: Mailbox; next: number; seen: number } | undefined;
  const refuse = (text: string) => {
    element('back-problem').textContent = text;
    show('back-problem', text !== '');
  };
  const load = async (mailbox: Mailbox, note = '') => {
    const thread = await readThread(data.mailbox, mailbox);
    if (!thread.found) return refuse(say('noMailbox'));
    // A list older than one that these messages were sealed for would shut out somebody who reads them, or let in somebody who left.
    box = { mailbox, next: thread.next, seen: Math.max(1, ...thread.opened.map(({ message }) => message.binding.list)) };
    element('thread-note').textContent = thread.unreadable > 0 ? say('unreadable') : note;
    drawThread(element('thread-list'), thread.opened, data, async (message) => await during(async () => await send(message, false)));
    for (const id of ['write', 'code-step', 'done', 'back']) show(id, false);
    show('thread', true);
    element('thread-title').focus();
  };
  const send = async (draft: Pick<Message, 'wish' | 'answers' | 'files'>, kept: boolean) => {
    if (!box) return;
    await sendMessage(data.messages, box.mailbox, box.next, draft, kept ? undefined : await verifyChain(data.lists, box.seen));
    control('add').value = '';
    control('add-files').value = '';
    await load(box.mailbox, say(kept ? 'keptTitle' : 'handed'));
  };
  const add = (kept: boolean) => void during(async () => {
    const text = control('add').value.trim();
    const files = await readFiles(filesOf('add-files'));
    if (text !== '' || files.length > 0) await send({ wish: '', answers: text === '' ? [] : [{ question: 'what', text }], files }, kept);
  });
  element('back-form').addEventListener('submit', (event) => {
    event.preventDefault();
    void during(async () => {
      refuse('');
      const words = readWords(control('code').value);
      if (words.length !== codeWords) return refuse(say('wrongCount', String(words.length)));
      await load(await openMailbox(words));
      const unknown = words.filter((word) => !list.includes(word));
      if (!box && unknown.length > 0) refuse(`${say('noMailbox')} ${say('unknownWords', unknown.join(', '))}`);
    });
  });
  element('add-form').addEventListener('submit', (event) => {
    event.preventDefault();
    add(false);
  });
  element('add-keep').addEventListener('click', () => add(true));
  element('close-box').addEventListener('click', () => {
    box = undefined;
    control('code').value = '';
    element('thread-list').replaceChildren();
    show('thread', false);
    for (const id of ['write', 'back']) show(id, true);
  });
}

async function begin(): Promise<void> {
  const link = document.getElementById('leave');
  if (link instanceof HTMLAnchorElement) watchWayOut(link);
  show('leave-hint', true);
  if ((await sha256(utf8(list.join('\n'))).then(hex)) !== wordHashes[data.language]) throw new Told('list');
  const recipients = await verifyChain(data.lists).catch((error: unknown) => {
    throw error instanceof ListRefused ? error : new Told('browser');
  });
  writing(recipients);
  comingBack();
  for (const id of ['write', 'back']) show(id, true);
}

begin().catch(tell);
