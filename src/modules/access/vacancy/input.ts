import type { Requirement } from '#app/methods/priority/requirement.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { fields, needBands } from '../priority/fields.ts';
import { requirementText } from '../priority/sentences.ts';
import type { NewVacancy } from './queries.ts';
import { vacancyWords } from './words.ts';

/** Reads a vacancy with what it asks. A protected field can ask for yes alone. */
export function readVacancy(form: Form, language: Language, lists: readonly string[]): Read<Omit<NewVacancy, 'id'>> {
  const words = vacancyWords[language];
  const errors: Record<string, string> = {};
  const [name, availableOn, answerHours] = [form.text('name'), form.text('available'), Number(form.text('hours'))];
  const list = lists.find((one) => one === form.text('list'));
  if ([...name].length < 3 || [...name].length > 120) errors.name = words.noName;
  if (!list) errors.list = words.badList;
  if (!isDay(availableOn)) errors.available = words.badDay;
  if (!Number.isInteger(answerHours) || answerHours < 1 || answerHours > 720) errors.hours = words.badHours;
  const requirements: Requirement[] = [];
  const add = (one: Requirement) => requirements.push({ ...one, label: { en: requirementText('en', one), fr: requirementText('fr', one) } });
  for (const { id: field, kind, label, protected: guarded } of fields.filter((one) => one.required)) {
    if (kind === 'yes-no') {
      const asked = form.text(`ask-${field}`);
      if (asked === 'yes' || (asked === 'no' && !guarded)) add({ test: 'is', id: field, label, field, value: asked === 'yes' });
    } else if (kind === 'number') {
      const [least, most] = ['least', 'most'].map((side) => readNumber(`${side}-${field}`));
      if (least !== undefined) add({ test: 'least', id: `${field}-least`, label, field, value: least });
      if (most !== undefined) add({ test: 'most', id: `${field}-most`, label, field, value: most });
      if (least !== undefined && most !== undefined && least > most) errors[`most-${field}`] = words.crossed;
    } else {
      const value = needBands.filter((band) => form.list(`ask-${field}`).includes(band));
      if (value.length > 0 && value.length < needBands.length) add({ test: 'in', id: field, label, field, value });
    }
  }
  if (Object.keys(errors).length > 0 || !list) return { errors };
  return { value: { name, list, availableOn, answerHours, requirements } };

  function readNumber(key: string): number | undefined {
    const typed = form.text(key);
    if (typed === '') return undefined;
    const value = Number(typed);
    if (!Number.isInteger(value) || value < 0 || value > 1100) errors[key] = words.badNumber;
    return value;
  }
}
