import type { Form } from '#app/platform/http/form.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { Read } from '#app/ui/form-reader.ts';
import { canBeEntered, momentOf, naloxoneAnswers, outcomes, type OverdoseGiven, samePlaces, substances, type When, whens } from './rules.ts';
import { overdoseWords } from './words.ts';

const isWhen = (value: string): value is When => Object.hasOwn(whens, value);

/** Reads the four answers, and what may be added; a time that was not said is that of the arrival of the form. */
export function readOverdose(form: Form, { now, timeZone }: Pick<Scope, 'now' | 'timeZone'>, language: Language, areas: readonly string[]): Read<OverdoseGiven> {
  const words = overdoseWords[language];
  const errors: Record<string, string> = {};
  const one = <V extends string>(name: string, values: readonly V[], missing: string): V | undefined => {
    const value = values.find((each) => each === form.text(name));
    if (value === undefined) errors[name] = missing;
    return value;
  };
  const when = form.text('when');
  let occurredAt: Date | undefined;
  if (!isWhen(when)) errors.when = words.whenMissing;
  else if (when === 'other') {
    occurredAt = momentOf(timeZone, form.text('day'), form.text('time'));
    if (occurredAt === undefined) errors.day = words.timeWrong;
    else if (!canBeEntered(occurredAt, now)) errors.day = words.timeOut;
  } else occurredAt = new Date(now.getTime() - (whens[when] ?? 0) * 60_000);
  const area = one('area', areas, words.areaMissing);
  const outcome = one('outcome', outcomes, words.outcomeMissing);
  const naloxone = one('naloxone', naloxoneAnswers, words.naloxoneMissing);
  const samePlace = samePlaces.find((each) => each === form.text('same-place')) ?? '1';
  const chosen = form.list('substances');
  const finished: FieldErrors = errors;
  if (Object.keys(finished).length > 0 || !occurredAt || area === undefined || outcome === undefined || naloxone === undefined) return { errors: finished };
  return { value: { occurredAt, area, outcome, naloxone, contaminated: form.text('contaminated') === 'yes', substances: substances.filter((each) => chosen.includes(each)), samePlace: Number(samePlace) } };
}
