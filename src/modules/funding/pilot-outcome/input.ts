import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate, isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { activities, housings, type Outcome, type Point, satisfactions, windowOf } from './rules.ts';
import { outcomeWords } from './words.ts';

/** Where somebody stands at a point, as it was typed: asked within the time of the point, hours only where there is something to do. */
export function readOutcome(form: Form, language: Language, today: string, joinedOn: string, point: Point): Read<Outcome> {
  const words = outcomeWords[language];
  const errors: Record<string, string> = {};
  const { from, to } = windowOf(joinedOn, point);
  const measuredOn = form.text('measured');
  if (!isDay(measuredOn) || measuredOn < from || measuredOn > to || measuredOn > today) errors.measured = words.badDay(formatDate(language, from), formatDate(language, to));
  const done = activities.filter((one) => form.list('activity').includes(one));
  const typed = form.text('hours').replace(',', '.');
  const hours = typed === '' ? 0 : Number(typed);
  if (!/^\d{0,3}(\.\d)?$/.test(typed) || hours > 168) errors.hours = words.badHours;
  else if (done.length === 0 && hours > 0) errors.hours = words.nothingHours;
  const satisfied = satisfactions.find((one) => one === form.text('satisfied'));
  const housing = housings.find((one) => one === form.text('housing'));
  if (!satisfied) errors.satisfied = words.noSatisfied;
  if (!housing) errors.housing = words.noHousing;
  return satisfied && housing && Object.keys(errors).length === 0 ? { value: { point, measuredOn, activities: done, hours, satisfied, housing } } : { errors };
}
