import type { Profile } from '#app/methods/matching/service-rules.ts';
import type { Form } from '#app/platform/http/form.ts';
import { type Language, languages as interfaceLanguages } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { ageOn } from '../care-plan/ageing.ts';
import { readAsked } from '../directory/help-input.ts';
import type { listChoices } from '../directory/queries.ts';
import type { Identity } from '../person/queries.ts';

export type DirectoryChoices = Awaited<ReturnType<typeof listChoices>>;
/** What services are matched against, as the fields of the form: filled from the record, corrected by the worker. Nothing of it is kept. */
export type Asked = { readonly need: string; readonly age: string; readonly municipality: string; readonly languages: readonly string[]; readonly facts: readonly string[]; readonly free: boolean; readonly sought: string };

/** What the record says: the age of today, the municipality where it is one of the directory's, the languages that the directory knows by any of their names. */
export function askedFrom(identity: Identity | undefined, choices: DirectoryChoices, today: string): Asked {
  const place = identity?.municipality?.trim().toLocaleLowerCase() ?? '';
  const spoken = new Set((identity?.languages ?? []).map((name) => name.trim().toLocaleLowerCase()));
  return {
    need: '', facts: [], free: false, sought: '', age: identity?.birthDate ? String(ageOn(identity.birthDate, today)) : '',
    municipality: choices.places.find(({ code, name }) => place === code || place === name.en.toLocaleLowerCase() || place === name.fr.toLocaleLowerCase())?.code ?? '',
    languages: choices.languages.filter((code) => namesOf(code).some((name) => spoken.has(name))),
  };
}

/** A language by its code and by its names in the languages of the program and in its own. */
function namesOf(code: string): string[] {
  return [code, ...[...interfaceLanguages, code].flatMap((of) => new Intl.DisplayNames(of, { type: 'language' }).of(code)?.toLocaleLowerCase() ?? [])];
}

export function askedIn(form: Form): Asked {
  return { need: form.text('need'), age: form.text('age'), municipality: form.text('municipality'), languages: form.list('languages'), facts: form.list('facts'), free: form.text('free') === 'yes', sought: form.text('q').slice(0, 100) };
}

/** The profile that services are matched against. What is not ticked is not known, and is asked. */
export function profileOf(asked: Asked, language: Language, choices: DirectoryChoices): Read<Profile> {
  const places = choices.places.map((one) => one.code);
  const read = readAsked({ ...asked, language: '', now: false }, language, 0, { needs: choices.needs.map((one) => one.code), places, languages: [] });
  if (read.errors) return read;
  const spoken = asked.languages.filter((code) => choices.languages.includes(code));
  const facts = Object.fromEntries(choices.conditions.filter(({ code }) => asked.facts.includes(code)).map(({ code }) => [code, true]));
  return { value: { ...read.value, facts, ...(spoken.length > 0 ? { languages: spoken } : {}) } };
}
