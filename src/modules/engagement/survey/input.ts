import { compile } from '#app/methods/questionnaire/compile.ts';
import { QuestionnaireRefused } from '#app/methods/questionnaire/issue.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Dates } from './queries.ts';
import { emptyQuestionnaire, expressionsIn } from './rules.ts';
import { surveyWords } from './words.ts';

/** Reads a new survey: texts in both languages, and its questions where a file brings them. */
export async function readSurvey(form: Form, language: Language): Promise<Read<{ title: Bilingual; lead: Bilingual; distress: boolean; questionnaire: unknown }>> {
  const words = surveyWords[language];
  const errors: Record<string, string> = {};
  for (const name of ['title-en', 'title-fr', 'lead-en', 'lead-fr']) if (form.text(name) === '') errors[name] = words.both;
  const title = { en: form.text('title-en').slice(0, 200), fr: form.text('title-fr').slice(0, 200) };
  const file = await readQuestionnaire(form, language);
  if (file.errors) Object.assign(errors, file.errors);
  if (Object.keys(errors).length > 0 || file.errors) return { errors };
  return { value: { title, lead: { en: form.text('lead-en').slice(0, 1000), fr: form.text('lead-fr').slice(0, 1000) }, distress: form.text('distress') === 'yes', questionnaire: file.value ?? emptyQuestionnaire(title) } };
}

/** The FHIR Questionnaire of the posted file, checked; undefined where no file came. */
export async function readQuestionnaire(form: Form, language: Language): Promise<Read<unknown>> {
  const [file] = form.files('file');
  if (!file) return { value: undefined };
  try {
    const value: unknown = JSON.parse(await file.text());
    const computed = expressionsIn(compile(value));
    return computed.length > 0 ? { errors: { file: surveyWords[language].computes(computed.slice(0, 5).join(', ')) } } : { value };
  } catch (error) {
    const reason = error instanceof QuestionnaireRefused ? error.message : error instanceof SyntaxError ? 'JSON' : undefined;
    if (reason === undefined) throw error;
    return { errors: { file: `${surveyWords[language].badFile}${reason.slice(0, 500)}` } };
  }
}

/** Reads when a survey is open and what it is part of; `consultations` are those that may be chosen. */
export function readDates(form: Form, language: Language, consultations: readonly string[]): Read<Dates> {
  const words = surveyWords[language];
  const errors: Record<string, string> = {};
  const [opens, closes] = [form.text('opens-on'), form.text('closes-on')];
  if (opens !== '' && !isDay(opens)) errors['opens-on'] = words.badDate;
  if (closes !== '' && !isDay(closes)) errors['closes-on'] = words.badDate;
  if (Object.keys(errors).length === 0 && opens !== '' && closes !== '' && closes < opens) errors['closes-on'] = words.badOrder;
  return Object.keys(errors).length > 0 ? { errors } : { value: { opensOn: opens || null, closesOn: closes || null, resultsPublic: form.text('results-public') === 'yes', consultation: consultations.find((one) => one === form.text('consultation')) ?? null } };
}
