import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { Block } from './document/model.ts';
import type { Snapshot } from './snapshot.ts';

/** One part of a report, in the order in which it stands: what is made of records, and a text that the plan office writes. */
export type Section = {
  readonly key: string;
  readonly heading: Bilingual;
  /** What belongs into the text, said beside its form. */
  readonly hint: Bilingual;
  /** A report does not go into review while this text is empty. */
  readonly required: boolean;
  /** Whether the text stands before what is made of records. */
  readonly textFirst: boolean;
};

/** What is compared with the last report, and where that one stood. */
export type Earlier = { readonly snapshot: Snapshot; readonly name: Bilingual; readonly date: string };

/** The records of one compile, read once for both languages. */
export type Gathered = {
  readonly today: string;
  readonly snapshot: Snapshot;
  /** Figures that stand in the report without being named in a text. */
  readonly figures: readonly string[];
  /** The blocks of a section that follow from the records; `cited` are the figures that the texts name. */
  readonly automatic: (key: string, language: Language, given: { readonly earlier: Earlier | undefined; readonly cited: readonly string[] }) => readonly Block[];
};

/** A kind of report as data. Any module can offer one; the program lists them where it is put together. */
export type Template = {
  readonly name: string;
  readonly title: Bilingual;
  readonly sections: readonly Section[];
  /** Who may take which step. Nobody approves what she wrote, whatever her role: the database holds that. */
  readonly steps: { readonly submit: readonly string[]; readonly approve: readonly string[]; readonly publish: readonly string[] };
  /** Reads the records with the public's eyes: a report never carries what its readers may not see. */
  readonly gather: (scope: Scope) => Promise<Gathered>;
};
