import type { Language } from '#app/platform/language/language.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { isDay } from '#app/ui/format.ts';
import { type About, type FileProblem, type ReadFile, readFile } from './stage.ts';
import { datasetWords } from './words.ts';

/** An upload: the file whole with what is said of it, or what is wrong. */
export async function readUpload(form: Form, language: Language, today: string): Promise<{ readonly file: ReadFile; readonly about: About } | { readonly errors: FieldErrors }> {
  const words = datasetWords[language];
  const errors: Record<string, string> = {};
  const [given] = form.files('file');
  const file = given ? await readFile(new Uint8Array(await given.arrayBuffer())) : undefined;
  if (!file) errors.file = words.noFile;
  else if ('problem' in file) errors.file = fileSentence(language, file);
  const about = { note: form.text('note'), asOf: form.text('as-of'), provisional: form.text('provisional') === 'yes' };
  if ([...about.note].length > 500) errors.note = words.tooLongNote;
  if (!isDay(about.asOf) || about.asOf > today) errors['as-of'] = words.badDay;
  return file && !('problem' in file) && Object.keys(errors).length === 0 ? { file, about } : { errors };
}

/** Why a file is refused whole, as a sentence; its headings stand in it, its cells never. */
export function fileSentence(language: Language, problem: FileProblem): string {
  const quoted = (heading: string) => (language === 'en' ? `“${heading}”` : `«\u00a0${heading}\u00a0»`);
  const at = problem.problem === 'people' ? problem.headings.slice(0, 3).map(quoted).join(', ') : (problem.at ?? 0).toLocaleString(language === 'en' ? 'en-CA' : 'fr-CA');
  return datasetWords[language].unreadable[problem.problem](at);
}
