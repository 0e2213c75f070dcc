import { type Form, formOf } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { AgencyLine, Colleague } from '../person/queries.ts';
import { isSection, sections } from '../sections.ts';
import type { Consent, NewConsent, NewInstruction } from './queries.ts';
import { consentWords } from './words.ts';

export const purposes = ['care', 'referral', 'coordination', 'list', 'report'] as const;
export const ways = ['spoken', 'written', 'electronic'] as const;

export function readConsent(form: Form, language: Language, today: string, agencies: readonly AgencyLine[], outside?: AgencyLine): Read<NewConsent> {
  const words = consentWords[language];
  const errors: Record<string, string> = {};
  const self = form.text('given-by') !== 'substitute';
  if (!['self', 'substitute'].includes(form.text('given-by'))) errors['given-by'] = words.noGivenBy;
  if (!self && form.text('relation') === '') errors.relation = words.noRelation;
  if (!self && form.text('authority') === '') errors.authority = words.noAuthority;
  const chosen = { purposes: purposes.filter((one) => form.list('purposes').includes(one)), categories: sections.filter((one) => form.list('categories').includes(one)), agencies: agencies.map((one) => one.id).filter((id) => form.list('agencies').includes(id)) };
  if (chosen.purposes.length === 0) errors.purposes = words.noPurpose;
  if (chosen.categories.length === 0) errors.categories = words.noCategory;
  const toOrganizations = outside && form.list('organizations').includes(outside.id) ? [outside.id] : [];
  if (chosen.agencies.length + toOrganizations.length === 0) errors.agencies = words.noAgency;
  if (!ways.some((one) => one === form.text('how'))) errors.how = words.noHow;
  const expires = form.text('expires');
  if (!isDay(expires) || expires < today) errors.expires = words.badExpiry;
  for (const name of ['relation', 'authority', 'conditions']) if (form.text(name).length > 500) errors[name] = words.tooLong;
  if (Object.keys(errors).length > 0) return { errors };
  return { value: {
    givenBy: self ? 'self' : 'substitute', relation: self ? null : form.text('relation'), authority: self ? null : form.text('authority'), purposes: chosen.purposes, categories: chosen.categories, toAgencies: chosen.agencies, toOrganizations,
    language: form.text('language') === 'fr' ? 'fr' : 'en', how: form.text('how'), interpreter: form.text('interpreter') === 'yes', conditions: form.text('conditions') || null, startsOn: today, expiresOn: expires,
  } };
}

/** A consent as the fields of its form, to be asked anew: all but how it was given and until when. */
export function formOfConsent(consent: Consent): Form {
  const one: [string, string][] = [['given-by', consent.givenBy], ['relation', consent.relation ?? ''], ['authority', consent.authority ?? ''], ['language', consent.language], ['conditions', consent.conditions ?? ''], ...(consent.interpreter ? [['interpreter', 'yes'] satisfies [string, string]] : [])];
  const many = (name: string, values: readonly string[]) => values.map((value): [string, string] => [name, value]);
  return formOf(new URLSearchParams([...one, ...many('purposes', consent.purposes), ...many('categories', consent.categories), ...many('agencies', consent.toAgencies)]));
}

/** An instruction from plain speech: what is withheld and from whom; "agency:…" and "account:…" name one. */
export function readInstruction(form: Form, language: Language, agencies: readonly AgencyLine[], colleagues: readonly Colleague[]): Read<NewInstruction> {
  const words = consentWords[language];
  const errors: Record<string, string> = {};
  const [what, whom, said] = [form.text('what'), form.text('whom'), form.text('said')];
  if (what !== 'all' && !isSection(what)) errors.what = words.noWhat;
  const agency = agencies.find((one) => whom === `agency:${one.id}`)?.id ?? null;
  const account = colleagues.find((one) => whom === `account:${one.account}`)?.account ?? null;
  if (whom !== 'all' && !agency && !account) errors.whom = words.noWhom;
  if (said === '') errors.said = words.noSaid;
  if (said.length > 2000) errors.said = words.tooLong;
  if (Object.keys(errors).length > 0) return { errors };
  return { value: { category: what === 'all' ? null : what, agency, account, hideMark: form.text('hide') === 'yes', inWords: said } };
}

/** Each consent of a page has its own field, so that its label is its own. */
export const withdrawnField = (consent: string): string => `withdrawn-how-${consent}`;

export function readHow(form: Form, language: Language, consent: string): Read<string> {
  const name = withdrawnField(consent);
  const how = form.text(name);
  if (how.length > 500) return { errors: { [name]: consentWords[language].tooLong } };
  return how === '' ? { errors: { [name]: consentWords[language].noWithdrawnHow } } : { value: how };
}
