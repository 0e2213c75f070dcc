import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { type Kind, kinds, type Question } from './model.ts';
import { formWords } from './words.ts';

/** A question as it was typed: what the fields of its row hold. */
export type Row = { readonly id: string; readonly place: string; readonly textEn: string; readonly textFr: string; readonly kind: Kind; readonly needed: boolean; readonly choicesEn: string; readonly choicesFr: string };
const mostRows = 60;
const mostQuestions = 40;

export const blankRow: Row = { id: '', place: '', textEn: '', textFr: '', kind: 'text', needed: true, choicesEn: '', choicesFr: '' };

export function rowsOf(questions: readonly Question[]): Row[] {
  return questions.map((one, n) => ({
    id: one.id, place: String((n + 1) * 10), textEn: one.text.en, textFr: one.text.fr, kind: one.kind, needed: one.needed, choicesEn: one.choices.map(({ en }) => en).join('\n'), choicesFr: one.choices.map(({ fr }) => fr).join('\n'),
  }));
}

/** The rows that hold a text, in the order of their places; the others were never written or are taken away. */
export function typedRows(form: PostedForm): Row[] {
  const rows = Array.from({ length: mostRows }, (_, n) => n).filter((n) => form.has(`kind-${n}`)).map((n): Row => ({
    id: form.text(`id-${n}`), place: form.text(`place-${n}`), textEn: form.text(`text-en-${n}`), textFr: form.text(`text-fr-${n}`), kind: kinds.find((one) => one === form.text(`kind-${n}`)) ?? 'text', needed: form.text(`needed-${n}`) === 'yes',
    choicesEn: form.text(`choices-en-${n}`), choicesFr: form.text(`choices-fr-${n}`),
  }));
  const at = (row: Row) => (/^\d{1,4}$/.test(row.place) ? Number(row.place) : Number.MAX_SAFE_INTEGER);
  return rows.filter((row) => row.textEn !== '' || row.textFr !== '').sort((a, b) => at(a) - at(b));
}

/** Questions of typed rows, with what is wrong by the field of the row as it will be shown again. `least` is how many there must be. */
export function readQuestions(rows: readonly Row[], language: Language, least: number): { value: Question[]; errors: FieldErrors } {
  const words = formWords[language];
  const errors: Record<string, string> = {};
  let next = Math.max(0, ...rows.map((row) => Number(/^q(\d{1,6})$/.exec(row.id)?.[1] ?? 0)));
  const value = rows.map((row, n): Question => {
    for (const [name, text] of [['text-en', row.textEn], ['text-fr', row.textFr]] as const) if (text === '' || text.length > 500) errors[`${name}-${n}`] = words.bothNeeded;
    const [en, fr] = [linesOf(row.choicesEn), linesOf(row.choicesFr)];
    if (row.kind === 'choice' && (en.length < 2 || en.length > 20 || en.length !== fr.length)) errors[`choices-en-${n}`] = words.badChoices;
    if (!/^[a-z][a-z0-9-]{0,30}$/.test(row.id)) next += 1;
    return {
      id: /^[a-z][a-z0-9-]{0,30}$/.test(row.id) ? row.id : `q${next}`, text: { en: row.textEn, fr: row.textFr }, kind: row.kind, needed: row.needed,
      choices: row.kind === 'choice' ? en.map((one, at) => ({ en: one, fr: fr[at] ?? one })) : [],
    };
  });
  if (value.length < least) errors['text-en-0'] = words.none;
  if (value.length > mostQuestions || new Set(value.map((one) => one.id)).size < value.length) errors['text-en-0'] = words.many;
  return { value, errors };
}

function linesOf(text: string): string[] {
  return text.split('\n').map((line) => line.trim()).filter((line) => line !== '').map((line) => line.slice(0, 200));
}
