import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { type ReportKind, reportKinds } from './queries.ts';
import { actionWords } from './words.ts';

/** A report on an action, or what is wrong with it. A report that something is done may be short; one that it cannot be done says why. */
export function readReport(form: Form, language: Language): { readonly value: { kind: ReportKind; body: string } } | { readonly errors: FieldErrors } {
  const words = actionWords[language];
  const errors: Record<string, string> = {};
  const kind = reportKinds.find((one) => one === form.text('kind'));
  const body = form.text('body');
  if (!kind) errors.kind = words.noKind;
  if (kind !== 'done' && body === '') errors.body = words.noBody;
  if ([...body].length > 2000) errors.body = words.tooLong;
  return kind && Object.keys(errors).length === 0 ? { value: { kind, body } } : { errors };
}
