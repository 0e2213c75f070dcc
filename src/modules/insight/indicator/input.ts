import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formReader, type Read } from '#app/ui/form-reader.ts';
import { isDay } from '#app/ui/format.ts';
import { accountabilities, type IndicatorText, levels } from './indicator.ts';
import { officeWords } from './office-words.ts';

export const frequencies = [1, 3, 6, 12, 24, 36, 60] as const;
const longest = 600;

/** What a form may choose from: ids of the plan, and the values that there are as `series|place|part`. */
export type Choices = { readonly domains: readonly string[]; readonly areas: readonly string[]; readonly priorities: readonly string[]; readonly values: readonly string[] };

/** The name under which a form offers figures as values of an indicator. */
export function valuesKey({ series, place, part }: Pick<IndicatorText, 'series' | 'place' | 'part'>): string {
  return `${series}|${place}|${part ?? ''}`;
}

/** Reads an indicator from its form. */
export function readIndicatorForm(form: Form, language: Language, choices: Choices): Read<IndicatorText> {
  const read = formReader(form, officeWords[language]);
  const { errors, words } = read;
  const both = (name: string) => read.both(name, longest, words.noText);
  const target = { en: form.text('target-en'), fr: form.text('target-fr') };
  if ((target.en === '') !== (target.fr === '')) errors[target.en === '' ? 'target-en' : 'target-fr'] = words.bothOrNone;
  const typed = form.text('target-value').replaceAll(/\s/g, '').replace(',', '.');
  const value = typed === '' ? undefined : Number(typed);
  if (value !== undefined && !/^-?\d+(\.\d+)?$/.test(typed)) errors['target-value'] = words.badNumber;
  const direction = form.text('direction') === '' && value === undefined ? undefined : read.chosen('direction', ['at-most', 'at-least'] as const, words.noChoice);
  const by = form.text('target-by');
  if (by !== '' && !isDay(by)) errors['target-by'] = words.noDate;
  if (value === undefined && (direction !== undefined || by !== '')) errors['target-value'] ??= words.needsNumber;
  if (value !== undefined && target.en === '') errors['target-en'] ??= words.needsWords;
  const months = frequencies.find((one) => String(one) === form.text('months'));
  if (months === undefined) errors.months = words.noChoice;
  const areas = form.list('areas').filter((one) => choices.areas.includes(one));
  if (areas.length === 0) errors.areas = words.noAreas;
  const lag = form.text('lag-days');
  if (!/^\d{1,4}$/.test(lag) || Number(lag) > 1500) errors['lag-days'] = words.badLag;
  const [series = '', place = '', part = ''] = (read.chosen('values', choices.values, words.noChoice) ?? '').split('|');
  return read.finish({
    name: both('name'), outcome: both('outcome'), baseline: both('baseline'), source: both('source'), method: both('method'), responsibility: both('responsibility'),
    target: target.en === '' ? undefined : target, aim: value === undefined || direction === undefined ? undefined : { value, direction, by: by === '' ? undefined : by },
    months: months ?? 12, level: read.chosen('level', levels, words.noChoice) ?? 'output', accountability: read.chosen('accountability', accountabilities, words.noChoice) ?? 'population',
    domain: read.chosen('domain', choices.domains, words.noChoice) ?? '', areas, priorities: form.list('priorities').filter((one) => choices.priorities.includes(one)),
    series, place, part: part === '' ? undefined : part, expectedFrom: read.date('expected-from'), lagDays: Number(lag),
  });
}

export function readReason(form: Form, language: Language): Read<Bilingual> {
  const read = formReader(form, officeWords[language]);
  return read.finish(read.both('reason', longest, read.words.noText));
}

/** The note of a check, or nothing. */
export function readNote(form: Form, language: Language): Read<{ note: string | undefined }> {
  const read = formReader(form, officeWords[language]);
  const note = form.text('note');
  if ([...note].length > 500) read.errors.note = read.words.tooLong(500);
  return read.finish({ note: note === '' ? undefined : note });
}
