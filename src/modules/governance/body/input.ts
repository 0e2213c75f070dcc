import type { Form } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { Body, BodyKind, BodyState } from './queries.ts';
import { nextStates } from './rules.ts';
import { bodyWords } from './words.ts';

type Read<T> = { readonly value: T; readonly errors?: undefined } | { readonly errors: FieldErrors };

/** Kinds that staff can form; councils and boards come with the content. */
export const formedKinds = ['action-table', 'committee'] as const satisfies readonly BodyKind[];

function pair(form: Form, name: string, words: { missingEn: string; missingFr: string }, errors: Record<string, string>): Bilingual {
  const value = { en: form.text(`${name}-en`).slice(0, 1000), fr: form.text(`${name}-fr`).slice(0, 1000) };
  if (value.en === '') errors[`${name}-en`] = words.missingEn;
  if (value.fr === '') errors[`${name}-fr`] = words.missingFr;
  return value;
}

export function readNewBody(form: Form, language: Language): Read<{ kind: BodyKind; name: Bilingual; reason: Bilingual }> {
  const words = bodyWords[language];
  const errors: Record<string, string> = {};
  const kind = formedKinds.find((one) => one === form.text('kind'));
  if (!kind) errors.kind = words.noKind;
  const name = pair(form, 'name', words, errors);
  const reason = pair(form, 'reason', words, errors);
  return kind && Object.keys(errors).length === 0 ? { value: { kind, name, reason } } : { errors };
}

export function readState(form: Form, language: Language, body: Body, bodies: readonly Body[]): Read<{ state: BodyState; reason: Bilingual; into: string | undefined }> {
  const words = bodyWords[language];
  const errors: Record<string, string> = {};
  const state = nextStates(body.state).find((one) => one === form.text('state'));
  if (!state) errors.state = words.noState;
  const reason = pair(form, 'reason', words, errors);
  const into = bodies.find((one) => one.slug === form.text('into') && one.slug !== body.slug)?.slug;
  if (state === 'merged' && !into) errors.into = words.noInto;
  return state && Object.keys(errors).length === 0 ? { value: { state, reason, into: state === 'merged' ? into : undefined } } : { errors };
}

export function readName(form: Form, language: Language): Read<Bilingual> {
  const errors: Record<string, string> = {};
  const name = pair(form, 'name', bodyWords[language], errors);
  return Object.keys(errors).length === 0 ? { value: name } : { errors };
}
