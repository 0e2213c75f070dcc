import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Census } from '../report/queries.ts';
import { contributionWords } from './words.ts';

/** Finds what looks like a name, an address or a number in a text. */
export type FindNames = (text: string) => readonly { readonly text: string }[];

export type PieceInput = {
  readonly kind: 'telephone' | 'letter'; readonly language: Language; readonly body: string; readonly receivedOn: string; readonly mayQuote: boolean;
  readonly municipality?: string | undefined; readonly ageBand?: string | undefined; readonly homeLanguage?: string | undefined;
};
type Given = { readonly form: Form; readonly language: Language; readonly from: string; readonly today: string; readonly census: Census | undefined; readonly municipalities: readonly string[]; readonly findNames: FindNames };

/** Reads a call or letter: the piece, or what is wrong with it by field. A word that looks like a name is asked about once. */
export function readPiece({ form, language, from, today, census, municipalities, findNames }: Given): { value: PieceInput } | { errors: Record<string, string> } {
  const words = contributionWords[language];
  const errors: Record<string, string> = {};
  const [kind, spoken, body, day, quote] = [form.text('kind'), form.text('language'), form.text('body'), form.text('received-on'), form.text('may-quote')];
  if (kind !== 'telephone' && kind !== 'letter') errors.kind = words.missingKind;
  if (body === '') errors.body = words.missingBody;
  else if (body.length > 20_000) errors.body = words.longBody;
  else if (form.text('no-names') !== 'yes') {
    const found = findNames(body);
    if (found.length > 0) errors.body = words.namesFound([...new Set(found.map((one) => one.text))].slice(0, 5).join(', '));
  }
  if (spoken !== 'en' && spoken !== 'fr') errors.language = words.missingLanguage;
  if (!isDay(day) || day < from || day > today) errors['received-on'] = words.badDay;
  if (quote !== 'yes' && quote !== 'no') errors['may-quote'] = words.missingQuote;
  if (Object.keys(errors).length > 0 || (kind !== 'telephone' && kind !== 'letter') || (spoken !== 'en' && spoken !== 'fr')) return { errors };
  const among = (name: string, allowed: readonly string[]) => (allowed.includes(form.text(name)) ? form.text(name) : undefined);
  const categories = (dimension: string) => census?.rows.filter((row) => row.dimension === dimension).map((row) => row.category) ?? [];
  return { value: { kind, language: spoken, body, receivedOn: day, mayQuote: quote === 'yes', municipality: among('municipality', municipalities), ageBand: among('age', categories('age')), homeLanguage: among('home', categories('language')) } };
}
