import { extensionsOf, extensionText } from '../extensions.ts';
import { plainText, textAt, valuesOf } from '../fhir.ts';
import type { Compiled, CompiledItem } from '../model.ts';
import type { Option } from '../options.ts';
import { textIn } from '../translation.ts';
import { urls } from '../urls.ts';
import type { Language } from '../words.ts';
import { attribute, escapeHtml } from './escape.ts';
import { formWords } from './words.ts';

/** Texts of one item in one language, escaped once and used for every rendering. */
export type View = {
  /** Number and text, as HTML. */
  readonly label: string;
  /** The text alone, as plain text. */
  readonly name: string;
  readonly mark: string;
  /** Notes that belong to the question: help, prompts, the form that is asked for. HTML; empty when there are none. */
  readonly hints: string;
  readonly options: readonly string[];
  readonly openLabel: string;
};

/** How a note is used when it stands under a question: as its hint, and not as a paragraph of its own. */
const hintControls = new Set(['help', 'flyover', 'prompt', 'inline', 'unit', 'upper', 'lower']);

export function isHint(item: CompiledItem): boolean {
  return item.type === 'display' && item.control !== undefined && hintControls.has(item.control) && item.parent !== undefined;
}

const views = new WeakMap<Compiled, Map<Language, Map<CompiledItem, View>>>();

export function viewOf(compiled: Compiled, item: CompiledItem, language: Language): View {
  const languages = views.get(compiled) ?? new Map<Language, Map<CompiledItem, View>>();
  if (languages.size === 0) views.set(compiled, languages);
  const known = languages.get(language) ?? new Map<CompiledItem, View>();
  languages.set(language, known);
  const view = known.get(item) ?? makeView(compiled, item, language);
  known.set(item, view);
  return view;
}

function makeView(compiled: Compiled, item: CompiledItem, language: Language): View {
  const { definition } = item;
  const main = compiled.source.language;
  const words = formWords(language);
  const shown = (element: unknown, name: string) => {
    const { text, lang } = textIn(element, name, language, main);
    return lang === undefined ? escapeHtml(text) : `<span${attribute('lang', lang)}>${escapeHtml(text)}</span>`;
  };
  const number = definition.prefix === undefined ? item.number : textIn(definition, 'prefix', language, main).text;
  const text = shown(definition, 'text') || (item.answerTypes.length > 0 ? escapeHtml(item.linkId) : '');
  const asks = item.type !== 'group' && item.type !== 'display' && !item.readOnly;
  const mark = !asks ? '' : ` <span class="asked">(${item.required ? words.required : words.optional})</span>`;
  const [open] = extensionsOf(definition, urls.openLabel);
  return {
    label: [number === '' ? '' : `<span class="item-number">${escapeHtml(number)}</span>`, text].filter(Boolean).join(' '),
    name: textIn(definition, 'text', language, main).text,
    mark,
    hints: hintsOf(item, shown, words.more),
    options: item.options.list.map((option) => optionLabel(option, shown)),
    openLabel: open ? shown(open, 'valueString') : words.other,
  };
}

function hintsOf(item: CompiledItem, shown: (element: unknown, name: string) => string, more: string): string {
  const notes = item.children.filter(isHint).map((note) => shown(note.definition, 'text'));
  const [format] = extensionsOf(item.definition, urls.entryFormat);
  const link = extensionText(item.definition, urls.supportLink);
  return [
    ...notes,
    ...(format ? [shown(format, 'valueString')] : []),
    ...(link !== undefined && /^https?:\/\//i.test(link) ? [`<a${attribute('href', link)}>${more}</a>`] : []),
  ].filter(Boolean).join('<br>');
}

function optionLabel(option: Option, shown: (element: unknown, name: string) => string): string {
  const prefix = extensionText(option.option, urls.optionPrefix);
  const text = option.type === 'Coding' ? shown(option.textSource, 'display') : option.type === 'String' ? shown(option.textSource, 'valueString') : '';
  const fallback = textAt(option.value, 'display') ?? textAt(option.value, 'code') ?? textAt(option.value, 'reference') ?? plainText(valuesOf(option.option ?? {})[0]?.value ?? option.value);
  return `${prefix === undefined ? '' : `${escapeHtml(prefix)} `}${text === '' ? escapeHtml(fallback) : text}`;
}
