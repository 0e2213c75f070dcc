import { isObject } from './fhir.ts';
import type { FlatAnswer } from './flat-answers.ts';
import type { Compiled } from './model.ts';
import { textIn } from './translation.ts';
import type { Language } from './words.ts';

/** The words of a question in a language; its linkId where it has none. */
export function questionText(compiled: Compiled, linkId: string, language: Language): string {
  const item = compiled.byLinkId.get(linkId);
  return item ? textIn(item.definition, 'text', language, compiled.source.language).text || linkId : linkId;
}

/** An answer as people read it: the words of an option, yes and no, a number, a text. */
export function answerText(compiled: Compiled, { linkId, kind, value }: Pick<FlatAnswer, 'linkId' | 'kind' | 'value'>, language: Language): string {
  if (kind === 'valueBoolean') return language === 'fr' ? (value ? 'Oui' : 'Non') : value ? 'Yes' : 'No';
  if (kind === 'valueCoding' && isObject(value)) {
    const option = compiled.byLinkId.get(linkId)?.options.list.find((one) => one.token === value.code || (isObject(one.value) && one.value.code === value.code));
    return option ? textIn(option.textSource, 'display', language, compiled.source.language).text || String(value.display ?? value.code) : String(value.display ?? value.code ?? '');
  }
  if (kind === 'valueQuantity' && isObject(value)) return [value.value, value.unit].filter((part) => part !== undefined).join(' ');
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
