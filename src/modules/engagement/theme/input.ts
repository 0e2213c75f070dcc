import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { AnswerKind } from './queries.ts';
import { themeWords } from './words.ts';

/** A name in both languages. */
export function readName(form: Form, language: Language): Read<Bilingual> {
  const words = themeWords[language];
  const name = { en: form.text('name-en'), fr: form.text('name-fr') };
  const errors: Record<string, string> = {};
  for (const one of ['en', 'fr'] as const) {
    if (name[one] === '') errors[`name-${one}`] = words.missingName;
    else if (name[one].length > 120) errors[`name-${one}`] = words.longName;
  }
  return Object.keys(errors).length > 0 ? { errors } : { value: name };
}

export type AnswerInput = { readonly kind: AnswerKind; readonly target: string | null; readonly words: Bilingual | null };
const fieldOf = { priority: 'priority', milestone: 'milestone', issue: 'reference' } as const;

/** What answers a theme. `known` says whether a key issue, milestone or issue of that name is there for the asker. */
export async function readAnswer(form: Form, language: Language, known: (kind: 'priority' | 'milestone' | 'issue', target: string) => Promise<boolean>): Promise<Read<AnswerInput>> {
  const text = themeWords[language];
  const kind = form.text('kind');
  const said = { en: form.text('words-en'), fr: form.text('words-fr') };
  const errors: Record<string, string> = {};
  for (const one of ['en', 'fr'] as const) if (said[one].length > 1000) errors[`words-${one}`] = text.longWords;
  if (kind !== 'no' && (said.en === '') !== (said.fr === '')) errors[said.en === '' ? 'words-en' : 'words-fr'] = text.oneLanguage;
  if (kind === 'no') {
    for (const one of ['en', 'fr'] as const) if (said[one] === '') errors[`words-${one}`] = text.missingWords;
    return Object.keys(errors).length > 0 ? { errors } : { value: { kind, target: null, words: said } };
  }
  if (kind !== 'priority' && kind !== 'milestone' && kind !== 'issue') return { errors: { kind: text.missingKind, ...errors } };
  const target = kind === 'issue' ? form.text('reference').toUpperCase() : form.text(fieldOf[kind]);
  if (target === '' || !(await known(kind, target))) errors[fieldOf[kind]] = text.missingTarget;
  return Object.keys(errors).length > 0 ? { errors } : { value: { kind, target, words: said.en === '' ? null : said } };
}
