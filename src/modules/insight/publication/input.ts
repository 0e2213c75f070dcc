import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Started } from './actions.ts';
import type { Text } from './compile.ts';
import { publicationWords } from './words.ts';

const longest = 20_000;

/** The form that starts a report. */
export function readStart(form: Form, language: Language, known: { templates: readonly string[]; departments: readonly string[] }): Read<Started> {
  const words = publicationWords[language];
  const errors: Record<string, string> = {};
  const departments = known.departments.filter((code) => form.list('departments').includes(code));
  const template = form.text('template');
  if (!known.templates.includes(template)) errors.template = words.noTemplate;
  if (form.text('title-en') === '') errors['title-en'] = words.noTitleEn;
  if (form.text('title-fr') === '') errors['title-fr'] = words.noTitleFr;
  if (form.text('to-en') === '') errors['to-en'] = words.noToEn;
  if (form.text('to-fr') === '') errors['to-fr'] = words.noToFr;
  if (known.departments.length > 0 && departments.length === 0) errors.departments = words.noDepartment;
  if (Object.keys(errors).length > 0) return { errors };
  return { value: { template, departments, title: { en: form.text('title-en'), fr: form.text('title-fr') }, preparedFor: { en: form.text('to-en'), fr: form.text('to-fr') } } };
}

/** The two texts of a section; empty is allowed, a required one is asked for when the report is handed in. */
export function readText(form: Form, language: Language): Read<Text> {
  const words = publicationWords[language];
  const own = { en: form.text('text-en'), fr: form.text('text-fr') };
  const errors: Record<string, string> = {};
  if (own.en.length > longest) errors['text-en'] = words.tooLong;
  if (own.fr.length > longest) errors['text-fr'] = words.tooLong;
  return Object.keys(errors).length > 0 ? { errors } : { value: own };
}

export function readReason(form: Form, language: Language): Read<string> {
  const reason = form.text('reason');
  return reason === '' || reason.length > longest ? { errors: { reason: publicationWords[language].noReason } } : { value: reason };
}
