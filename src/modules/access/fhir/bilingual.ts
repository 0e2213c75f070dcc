import type { Bilingual } from '#app/platform/language/language.ts';
import type { Json } from './outcome.ts';
import { extensions } from './urls.ts';

/** A string element in English with its French as the translation extension of FHIR; nothing where there is no text. */
export function bilingual(element: string, text: Bilingual | null): Json {
  if (!text || text.en.trim() === '') return {};
  const french = { url: extensions.translation, extension: [{ url: 'lang', valueCode: 'fr-CA' }, { url: 'content', valueString: text.fr }] };
  return { [element]: text.en, ...(text.fr.trim() === '' || text.fr === text.en ? {} : { [`_${element}`]: { extension: [french] } }) };
}
