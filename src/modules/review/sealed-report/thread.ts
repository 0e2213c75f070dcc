import type { Message } from '#app/methods/sealing/message.ts';
import { formatDate } from '#app/ui/format.ts';
import type { PageData } from './page-data.ts';
import type { Opened } from './post.ts';

function node(name: string, text: string, ...inside: Node[]): HTMLElement {
  const made = document.createElement(name);
  if (text !== '') made.textContent = text;
  made.append(...inside);
  return made;
}

/** A link that saves a file that was sealed; the browser never shows it, so that nothing in it runs. */
export function fileLink(label: string, bytes: Uint8Array<ArrayBuffer>, name: string): HTMLAnchorElement {
  const link = document.createElement('a');
  link.textContent = label;
  link.href = URL.createObjectURL(new Blob([bytes], { type: 'application/octet-stream' }));
  link.download = name;
  return link;
}

/** The parts of a message as elements: what would be good, answers, files. Text stays text. */
export function messageParts(message: Message, words: { wishSaid: string; file: string; wishes: Readonly<Record<string, string>>; questions: Readonly<Record<string, string>> }): Node[] {
  const wish = words.wishes[message.wish];
  return [
    ...(wish ? [node('p', `${words.wishSaid} – ${wish}`)] : []),
    ...message.answers.flatMap(({ question, text }) => [...(message.answers.length > 1 ? [node('h4', words.questions[question] ?? '')] : []), Object.assign(node('p', text), { className: 'pre' })]),
    ...message.files.map(({ name, bytes }, at) => node('p', '', fileLink(`${words.file} ${name}`, bytes, `${at + 1}-${name}`))),
  ];
}

/** Draws a mailbox for its owner. What she wrote for herself alone has a button that hands it on. */
export function drawThread(place: HTMLElement, opened: readonly Opened[], data: PageData, handOn: (message: Pick<Message, 'wish' | 'answers' | 'files'>) => Promise<void>): void {
  const { words } = data;
  const drawn = opened.map(({ message, receivedOn }) => {
    const own = message.binding.direction === 'in';
    const alone = own && message.binding.list === 0;
    const head = node('h3', `${own ? words.fromYou : words.fromThem} ${words.on.replace('{}', formatDate(data.language, receivedOn))}${alone ? ` (${words.ownOnly})` : ''}`);
    const article = node('article', '', head, ...messageParts(message, { ...words, wishes: data.wishes, questions: data.questions }));
    article.className = own ? 'message' : 'message theirs';
    if (alone) {
      const button = document.createElement('button');
      [button.type, button.className, button.textContent] = ['button', 'button quiet', words.handOn];
      button.addEventListener('click', () => void handOn({ wish: '', answers: message.answers, files: message.files }));
      article.append(button);
    }
    return article;
  });
  place.replaceChildren(...(drawn.length > 0 ? drawn : [node('p', words.empty)]));
}
