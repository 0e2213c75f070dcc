import { extensionsOf, extensionText } from './extensions.ts';
import { isObject, type Json, listOf, textAt } from './fhir.ts';
import type { Compiled, CompiledItem } from './model.ts';
import { urls } from './urls.ts';

/** A text as it is shown; `lang` is set when it is not in the language that was asked for. */
export type Shown = { readonly text: string; readonly lang: string | undefined };

/**
 * The text of an element's member in a language: its translation extension (of that very language, else of the same language elsewhere: fr-CA for fr), a
 * designation of a value set's concept, else the main text.
 */
export function textIn(element: unknown, name: string, language: string, main: string | undefined): Shown {
  const own = textAt(element, name) ?? '';
  const translated = translationIn(element, name, language);
  if (translated !== undefined) return { text: translated, lang: undefined };
  return { text: own, lang: main !== undefined && !sameLanguage(main, language) && own !== '' ? main : undefined };
}

function translationIn(element: unknown, name: string, language: string): string | undefined {
  if (!isObject(element)) return undefined;
  const translations = extensionsOf(element[`_${name}`], urls.translation).map((one) => [extensionText(one, 'lang'), extensionText(one, 'content')] as const);
  const designations = name === 'display' ? listOf(element.designation).map((one) => [textAt(one, 'language'), textAt(one, 'value')] as const) : [];
  const all = [...translations, ...designations].filter(([, text]) => text !== undefined && text !== '');
  return (all.find(([lang]) => lang?.toLowerCase() === language.toLowerCase()) ?? all.find(([lang]) => lang !== undefined && sameLanguage(lang, language)))?.[1];
}

function sameLanguage(a: string, b: string): boolean {
  return a.split('-')[0]?.toLowerCase() === b.split('-')[0]?.toLowerCase();
}

type Place = { readonly element: Json; readonly name: string; readonly where: string };

/** Every text that a respondent reads: title, questions, notes, answers, labels, in reading order. */
function placesOf(compiled: Compiled): readonly Place[] {
  const title: readonly Place[] = compiled.source.title === undefined ? [] : [{ element: compiled.source, name: 'title', where: 'title' }];
  return [...title, ...compiled.all.filter((item) => !item.hidden).flatMap(placesOfItem)];
}

function placesOfItem({ definition, linkId, options }: CompiledItem): readonly Place[] {
  const texts = ['text', 'prefix'].filter((name) => textAt(definition, name)).map((name) => ({ element: definition, name, where: linkId }));
  const labels = extensionsOf(definition).filter((one) => one.url === urls.openLabel || one.url === urls.entryFormat).map((one) => ({ element: one, name: 'valueString', where: linkId }));
  const answers = options.list.flatMap((option): readonly Place[] => {
    const name = option.type === 'Coding' ? 'display' : option.type === 'String' ? 'valueString' : undefined;
    return name !== undefined && textAt(option.textSource, name) ? [{ element: option.textSource, name, where: `${linkId} ${option.token}` }] : [];
  });
  return [...texts, ...labels, ...answers];
}

/** What lacks a translation: `title`, a linkId, or a linkId with the token of an answer. Prefixes without letters need none. */
export function translationGaps(compiled: Compiled, language: string): readonly string[] {
  const { language: main } = compiled.source;
  if (main !== undefined && sameLanguage(main, language)) return [];
  const lacking = placesOf(compiled).filter(({ element, name }) => /\p{L}{2}/u.test(textAt(element, name) ?? '') && translationIn(element, name, language) === undefined);
  return [...new Set(lacking.map(({ where }) => where))];
}

/** All that a respondent reads, in a language, one text a line; for measures of plain language. */
export function readingText(compiled: Compiled, language: string): string {
  return placesOf(compiled).filter(({ name }) => name !== 'prefix').map(({ element, name }) => textIn(element, name, language, compiled.source.language).text).join('\n');
}
