import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { readPeriod } from './period.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { releaseWords } from './words.ts';

/** Which table is asked for, and for which period: a year, quarter or month that is over. */
export function readAsk(form: Form, language: Language, cubes: readonly string[], today: string): Read<{ cube: string; period: string }> {
  const words = releaseWords[language];
  const [cube, period] = [form.text('cube'), form.text('period')];
  const errors: Record<string, string> = {};
  if (!cubes.includes(cube)) errors.cube = words.noCube;
  const { kind } = readPeriod(period);
  if (kind !== 'year' && kind !== 'quarter' && kind !== 'month') errors.period = words.noPeriod;
  else if (lastMonthOf(period) >= today.slice(0, 7)) errors.period = words.toCome;
  return Object.keys(errors).length > 0 ? { errors } : { value: { cube, period } };
}

export function readReason(form: Form, language: Language): Read<string> {
  const reason = form.text('reason');
  return reason === '' ? { errors: { reason: releaseWords[language].noReason } } : { value: reason.slice(0, 2000) };
}

function lastMonthOf(period: string): string {
  const quarter = /-Q(\d)$/.exec(period)?.[1];
  return quarter ? `${period.slice(0, 4)}-${String(Number(quarter) * 3).padStart(2, '0')}` : period.length === 4 ? `${period}-12` : period;
}

/** The reason of a withdrawal, in both languages, since everybody reads it. */
export function readWithdrawal(form: Form, language: Language): Read<Bilingual> {
  const words = releaseWords[language];
  const reason = { en: form.text('reason-en'), fr: form.text('reason-fr') };
  const errors: Record<string, string> = {};
  for (const one of ['en', 'fr'] as const) {
    if ([...reason[one]].length < 3) errors[`reason-${one}`] = words.noWithdrawal;
    else if ([...reason[one]].length > 600) errors[`reason-${one}`] = words.longWithdrawal;
  }
  return Object.keys(errors).length > 0 ? { errors } : { value: reason };
}
