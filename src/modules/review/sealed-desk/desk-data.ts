import type { SignedList } from '#app/methods/sealing/recipient-list.ts';
import type { Wrap } from './queries.ts';

export type SealedRow = { readonly id: string; readonly direction: 'in' | 'out'; readonly sequence: number; readonly receivedOn: string; readonly listVersion: number; readonly cipher: string };

/** What a page of the committee gives its script. */
export type DeskData = {
  readonly language: 'en' | 'fr';
  readonly wraps: readonly Wrap[];
  readonly lists: readonly SignedList[];
  readonly today: string;
  /** On the page of a report: its name, and its messages as they are kept. */
  readonly report?: { readonly name: string | null; readonly messages: readonly SealedRow[] };
  /** On the page of the list: the live keys. */
  readonly keys?: readonly { readonly recipient: string; readonly signPublic: string; readonly seat: string }[];
  /** On the page that seals anew: where each report is fetched and where a message is sent. */
  readonly rewrap?: readonly { readonly name: string | null; readonly messages: string }[];
  readonly wrapAt?: string;
  readonly csrf?: string;
  readonly words: Readonly<Record<string, string>>;
  readonly wishes: Readonly<Record<string, string>>;
  readonly questions: Readonly<Record<string, string>>;
};
