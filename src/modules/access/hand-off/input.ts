import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { type NewHandOff, ways } from './queries.ts';
import { handOffWords } from './words.ts';

/** A hand-over: to an agency of the list, or to one that is named ("other"). */
export function readHandOff(form: Form, language: Language, today: string, agencies: readonly { readonly id: string }[]): Read<NewHandOff> {
  const words = handOffWords[language];
  const errors: Record<string, string> = {};
  const how = ways.find((one) => one === form.text('how'));
  const toAgency = agencies.find((one) => one.id === form.text('to'))?.id ?? null;
  const other = form.text('to') === 'other';
  if (!how) errors.how = words.noHow;
  if (!toAgency && !other) errors.to = words.noTo;
  if (other && form.text('to-name') === '') errors['to-name'] = words.noName;
  if (form.text('to-person') === '') errors['to-person'] = words.noPerson;
  const onDate = form.text('on');
  if (!isDay(onDate) || onDate > today) errors.on = words.badDay;
  if (form.text('agreed') === '') errors.agreed = words.noAgreed;
  for (const [name, limit] of [['to-name', 200], ['to-person', 200], ['agreed', 4000]] as const) if (form.text(name).length > limit) errors[name] = words.tooLong(limit);
  if (Object.keys(errors).length > 0 || !how) return { errors };
  return { value: { toAgency, toName: other ? form.text('to-name') : null, toPerson: form.text('to-person'), how, onDate, agreed: form.text('agreed') } };
}
