import type { SignedList } from '#app/methods/sealing/recipient-list.ts';
import type { SealedWords } from './words.ts';


/** The words that the script writes on the page. */
export type ScriptWord = 'unknownWords' | 'wrongCount' | 'noMailbox' | 'fromYou' | 'fromThem' | 'ownOnly' | 'on' | 'handOn' | 'handed' | 'empty' | 'unreadable' | 'file' | 'wishSaid' | 'send' | 'sendKeep' | 'sentTitle' | 'sentLead'
  | 'keptTitle' | 'keptLead' | 'picture' | 'wait';

/** What the page gives its script: the chain of lists, where to send, and the words, with the places of their numbers and names marked by {}. */
export type PageData = {
  readonly language: 'en' | 'fr';
  readonly lists: readonly SignedList[];
  readonly messages: string;
  readonly mailbox: string;
  readonly words: Readonly<Record<ScriptWord, string>>;
  readonly problems: Readonly<Record<string, string>>;
  readonly wishes: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, string>>;
};

/** The words for the script: of those that take a value, the text with {} in its place. */
export function wordsForScript(words: SealedWords): PageData['words'] {
  const plain = { ...words, unknownWords: words.unknownWords('{}'), on: words.on('{}'), picture: words.picture('{}'), wrongCount: words.wrongCount(Number.NaN).replace('NaN', '{}') };
  return {
    unknownWords: plain.unknownWords, wrongCount: plain.wrongCount, noMailbox: plain.noMailbox, fromYou: plain.fromYou, fromThem: plain.fromThem, ownOnly: plain.ownOnly, on: plain.on, handOn: plain.handOn, handed: plain.handed,
    empty: plain.empty, unreadable: plain.unreadable, file: plain.file, wishSaid: plain.wishSaid, send: plain.send, sendKeep: plain.sendKeep, sentTitle: plain.sentTitle, sentLead: plain.sentLead, keptTitle: plain.keptTitle,
    keptLead: plain.keptLead, picture: plain.picture, wait: plain.wait,
  };
}
