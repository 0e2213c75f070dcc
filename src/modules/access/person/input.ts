import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { Contact, Identity, Sought } from './queries.ts';
import { nameKey } from './search-key.ts';
import { personWords } from './words.ts';

export const preferences = ['phone', 'text', 'email', 'post', 'in-person', 'none'] as const;
export const maxText = 8000;

export type Entered = { readonly identity: Identity | undefined; readonly language: 'en' | 'fr' };
/** The form of a person's identity; at intake it may be left out on purpose. */
export function readIdentity(form: Form, language: Language, today: string, mayBeAnonymous: boolean): Read<Entered> {
  const words = personWords[language];
  const own: 'en' | 'fr' = form.text('language') === 'fr' ? 'fr' : 'en';
  if (mayBeAnonymous && form.text('anonymous') === 'yes') return { value: { identity: undefined, language: own } };
  const errors: Record<string, string> = {};
  const [given, family, birth] = [form.text('given'), form.text('family'), form.text('birth')];
  if (nameKey(given) === '') errors.given = words.noGiven;
  if (nameKey(family) === '') errors.family = words.noFamily;
  for (const [name, value] of [['given', given], ['family', family], ['gender', form.text('gender')], ['municipality', form.text('municipality')], ['languages', form.text('languages')]] as const)
    if (value.length > 200) errors[name] = words.tooLong(200);
  if (birth !== '' && (!isDay(birth) || birth > today)) errors.birth = words.badBirth;
  if (Object.keys(errors).length > 0) return { errors };
  const languages = form.text('languages').split(/[,;]/).map((one) => one.trim()).filter((one) => one !== '');
  return { value: { language: own, identity: { givenName: given, familyName: family, birthDate: birth || null, birthEstimated: form.text('estimated') === 'yes', gender: form.text('gender') || null,
    municipality: form.text('municipality') || null, languages, interpreter: form.text('interpreter') === 'yes' } } };
}

export function readAlias(form: Form, language: Language): Read<{ given: string; family: string }> {
  const [given, family] = [form.text('given'), form.text('family')];
  const words = personWords[language];
  if (nameKey(given + family) === '') return { errors: { given: words.noAlias } };
  if (given.length > 200 || family.length > 200) return { errors: { given: words.tooLong(200) } };
  return { value: { given, family } };
}

export function readContact(form: Form, language: Language): Read<{ contact: Contact; doNotContact: boolean }> {
  const words = personWords[language];
  const errors: Record<string, string> = {};
  const email = form.text('email');
  if (email !== '' && !isMailAddress(email)) errors.email = words.badEmail;
  for (const name of ['phone', 'address', 'postcode']) if (form.text(name).length > 300) errors[name] = words.tooLong(300);
  const preference = form.text('preference');
  if (!preferences.some((one) => one === preference)) errors.preference = words.noPreference;
  if (Object.keys(errors).length > 0) return { errors };
  const contact = { phone: form.text('phone') || null, email: email || null, address: form.text('address') || null, postcode: form.text('postcode') || null, safeToLeaveMessage: form.text('message') === 'yes', preference };
  return { value: { contact, doNotContact: form.text('do-not-contact') === 'yes' } };
}

export function readEntry(form: Form, language: Language): Read<string> {
  const text = form.text('text');
  const words = personWords[language];
  if (text === '') return { errors: { text: words.noText } };
  return text.length > maxText ? { errors: { text: words.tooLong(maxText) } } : { value: text };
}

/** What is sought: at least a part of a name or a day of birth. */
export function readSearch(form: Form, language: Language): Read<Sought> {
  const words = personWords[language];
  const birth = form.text('birth');
  if (birth !== '' && !isDay(birth)) return { errors: { birth: words.badBirth } };
  const sought = { given: nameKey(form.text('given')), family: nameKey(form.text('family')), birth: birth || null };
  return sought.given || sought.family || sought.birth ? { value: sought } : { errors: { family: words.noSearch } };
}
