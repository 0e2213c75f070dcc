import type { Form } from '#app/platform/http/form.ts';
import type { FieldErrors } from './components/fields.tsx';
import { isDay } from './format.ts';

/** What a form gives: its value, or what is wrong with each field, in the person's language. */
export type Read<T> = { readonly value: T; readonly errors?: undefined } | { readonly value?: undefined; readonly errors: FieldErrors };

/** The sentences that a reader says of any field. */
export type ReaderWords = { readonly tooLong: (limit: number) => string; readonly noDate: string; readonly dateToCome: string; readonly badAddress: string };

/** Reads a form field by field and collects in `errors` what is wrong. */
export function formReader<Words extends ReaderWords>(form: Form, words: Words) {
  const errors: Record<string, string> = {};
  const text = (name: string, limit: number, missing: string): string => {
    const value = form.text(name);
    if (value === '') errors[name] = missing;
    else if ([...value].length > limit) errors[name] = words.tooLong(limit);
    return value;
  };
  const date = (name: string): string => {
    const value = form.text(name);
    if (!isDay(value)) errors[name] = words.noDate;
    return value;
  };
  return {
    errors,
    words,
    text,
    /** The fields `name-en` and `name-fr`. */
    both: (name: string, limit: number, missing: { en: string; fr: string }) => ({ en: text(`${name}-en`, limit, missing.en), fr: text(`${name}-fr`, limit, missing.fr) }),
    date,
    /** A day up to today; '' when it is none. */
    pastDate: (name: string, today: string): string => {
      const value = date(name);
      if (isDay(value) && value > today) errors[name] = words.dateToCome;
      return errors[name] === undefined ? value : '';
    },
    chosen: <V extends string>(name: string, values: readonly V[], missing: string): V | undefined => {
      const value = values.find((one) => one === form.text(name));
      if (value === undefined) errors[name] = missing;
      return value;
    },
    /** A whole web address, or nothing. */
    address: (name: string): string | undefined => {
      const value = form.text(name);
      if (value !== '' && !isWebAddress(value)) errors[name] = words.badAddress;
      return value === '' ? undefined : value;
    },
    finish: <T>(value: T): Read<T> => finish(errors, value),
  };
}

/** The value, unless something is wrong. */
function finish<T>(errors: FieldErrors, value: T): Read<T> {
  return Object.keys(errors).length > 0 ? { errors } : { value };
}

function isWebAddress(value: string): boolean {
  return URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
}
