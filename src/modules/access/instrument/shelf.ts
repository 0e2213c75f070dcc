import { createHash } from 'node:crypto';
import { compile } from '#app/methods/questionnaire/compile.ts';
import { isObject, type Json } from '#app/methods/questionnaire/fhir.ts';
import { library } from '#app/methods/questionnaire/library/library.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { termsOf } from '#app/methods/questionnaire/terms.ts';
import { textIn } from '#app/methods/questionnaire/translation.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { isSection, type Section } from '../sections.ts';

/** One version of an instrument: its definition as the text whose SHA-256 is its hash, and what it says of itself. */
export type Version = {
  readonly id: string;
  readonly hash: string;
  readonly url: string;
  readonly number: string;
  readonly definition: string;
  readonly compiled: Compiled;
  readonly title: Bilingual;
  readonly section: Section;
  /** After how many months its score is out of date, where the agency says nothing else. */
  readonly months: number;
  readonly scoreOnly: boolean;
  readonly notice: string;
};

const read = new Map<string, Version>();
const mostKept = 200;

/** Reads a definition that was kept, or one of the library; compiled once a process. Throws QuestionnaireRefused for what the engine cannot honour. */
export function versionOf(definition: string): Version {
  const hash = createHash('sha256').update(definition).digest('hex');
  const known = read.get(hash);
  if (known) return known;
  if (read.size > mostKept) read.clear();
  const made = makeVersion(definition, hash);
  read.set(hash, made);
  return made;
}

function makeVersion(definition: string, hash: string): Version {
  const source: unknown = JSON.parse(definition);
  const compiled = compile(source);
  const { section, months, scoreOnly } = termsOf(compiled);
  const text = (name: string): string => (isObject(source) && typeof source[name] === 'string' ? source[name] : '');
  if (section === undefined || !isSection(section)) throw new Error(`${text('url')} names no section of a record`);
  const title = (language: string) => textIn(source, 'title', language, compiled.source.language).text;
  return { id: text('id'), hash, url: text('url'), number: text('version'), definition, compiled, title: { en: title('en'), fr: title('fr') }, section, months: months ?? 3, scoreOnly, notice: text('copyright') };
}

/** The instruments that come with the program, in the order in which they are offered. */
export const listShelf = (forms: readonly Json[] = library): readonly Version[] => forms.map((form) => versionOf(JSON.stringify(form)));
export const findOnShelf = (id: string): Version | undefined => listShelf().find((one) => one.id === id);
