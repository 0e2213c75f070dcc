import { z } from 'zod';
import { isMailAddress } from '#app/platform/mail/queue.ts';
import { isDay } from '#app/ui/format.ts';
import type { Alias, Contact, Identity, Person } from '../person/queries.ts';
import { nameKey } from '../person/search-key.ts';
import { type Fault, faultsOf, type Json, type Refused } from './outcome.ts';
import { extensions, systems } from './urls.ts';

/** What a reader may see of a person; what is masked is named, what is hidden is left out. */
export type PatientShown = { readonly person: Person; readonly identity: Identity | undefined; readonly aliases: readonly Alias[]; readonly contact: Contact | undefined; readonly masked: readonly string[] };

/** The ways to reach somebody, as a Patient tells them. */
export const telecomOf = (contact: Pick<Contact, 'phone' | 'email'> | null | undefined): Json[] => [...(contact?.phone ? [{ system: 'phone', value: contact.phone }] : []), ...(contact?.email ? [{ system: 'email', value: contact.email }] : [])];

/** The day of birth, and whether it is estimated, as a Patient tells it. */
export const birthOf = (identity: Pick<Identity, 'birthDate' | 'birthEstimated'> | null | undefined): Json =>
  identity?.birthDate ? { birthDate: identity.birthDate, ...(identity.birthEstimated ? { _birthDate: { extension: [{ url: extensions.birthEstimated, valueBoolean: true }] } } : {}) } : {};

/** A person as a FHIR R4 Patient. A section that is withheld at the person's direction is marked in meta.security. */
export function toPatient({ person, identity, aliases, contact, masked }: PatientShown): Json {
  const security = [...masked.map((section) => ({ system: systems.withheld, code: section })), ...(person.demonstration ? [{ system: systems.reason, code: 'HTEST' }] : [])];
  const names = [...(identity ? [{ use: 'official', family: identity.familyName, given: [identity.givenName] }] : []), ...aliases.map((one) => ({ use: 'nickname', ...(one.familyName ? { family: one.familyName } : {}), ...(one.givenName ? { given: [one.givenName] } : {}) }))];
  const extension = [
    ...(identity?.gender ? [{ url: extensions.genderIdentity, valueCodeableConcept: { text: identity.gender } }] : []),
    ...(identity ? [{ url: extensions.interpreter, valueBoolean: identity.interpreter }] : []),
    ...(contact ? [{ url: extensions.safeToLeaveMessage, valueBoolean: contact.safeToLeaveMessage }] : []),
    { url: extensions.doNotContact, valueBoolean: person.doNotContact },
  ];
  const telecom = telecomOf(contact);
  const line = { ...(contact?.address ? { text: contact.address } : {}), ...(identity?.municipality ? { city: identity.municipality } : {}), ...(contact?.postcode ? { postalCode: contact.postcode } : {}) };
  return {
    resourceType: 'Patient', id: person.id, ...(security.length > 0 ? { meta: { security } } : {}), extension, active: person.state === 'active',
    ...(names.length > 0 ? { name: names } : {}), ...(telecom.length > 0 ? { telecom } : {}),
    ...birthOf(identity),
    ...(Object.keys(line).length > 0 ? { address: [line] } : {}),
    communication: [{ language: { coding: [{ system: 'urn:ietf:bcp:47', code: `${person.language}-CA` }] }, preferred: true }, ...(identity?.languages ?? []).map((text) => ({ language: { text } }))],
    managingOrganization: { reference: `Organization/${person.agency}` },
  };
}

const extension = z.strictObject({ url: z.enum([extensions.genderIdentity, extensions.interpreter, extensions.safeToLeaveMessage, extensions.doNotContact, extensions.birthEstimated]), valueBoolean: z.boolean().optional(), valueCodeableConcept: z.strictObject({ text: z.string().max(200) }).optional() });
const name = z.string().trim().min(1).max(200);
const shape = z.strictObject({
  resourceType: z.literal('Patient'), extension: z.array(extension).default([]), active: z.literal(true).optional(),
  name: z.array(z.strictObject({ use: z.enum(['official', 'usual', 'nickname', 'old', 'maiden']).default('official'), family: name.optional(), given: z.array(name).max(5).optional() })).max(10).default([]),
  telecom: z.array(z.strictObject({ system: z.enum(['phone', 'email']), value: z.string().min(1).max(300) })).max(2).default([]),
  birthDate: z.string().refine(isDay, 'is not a whole date such as 1960-05-31').optional(), _birthDate: z.strictObject({ extension: z.array(extension) }).optional(),
  address: z.array(z.strictObject({ text: z.string().max(300).optional(), city: z.string().max(200).optional(), postalCode: z.string().max(20).optional() })).max(1).default([]),
  communication: z.array(z.strictObject({ language: z.strictObject({ text: z.string().max(100).optional(), coding: z.array(z.strictObject({ system: z.string(), code: z.string() })).optional() }), preferred: z.boolean().optional() })).default([]),
});

export type PatientRead = { readonly identity: Identity | undefined; readonly aliases: readonly { given: string; family: string }[]; readonly contact: Contact | undefined; readonly doNotContact: boolean; readonly language: 'en' | 'fr' };

/**
 * Reads a Patient that is to be entered. An element that could not be kept is refused by its name, so that nothing is lost unseen; identifiers (a
 * health card number, a SIN) are refused always. Without a name the record is anonymous.
 */
export function fromPatient(value: Json, today: string): { readonly value: PatientRead } | Refused {
  if (value.identifier !== undefined) return { faults: [{ code: 'business-rule', expression: 'Patient.identifier', text: 'Identifiers are not kept: a health card number or a SIN is never a key to a record.' }] };
  const parsed = shape.safeParse(value);
  if (!parsed.success) return { faults: faultsOf('Patient', parsed.error) };
  const given = parsed.data;
  const [first, ...others] = given.name.filter((one) => one.use === 'official' || one.use === 'usual');
  const faults: Fault[] = [];
  if (first && (nameKey(first.family ?? '') === '' || nameKey(first.given?.join(' ') ?? '') === '')) faults.push({ code: 'required', expression: 'Patient.name', text: 'A name asks for family and given.' });
  if (given.birthDate && given.birthDate > today) faults.push({ code: 'invalid', expression: 'Patient.birthDate', text: 'The day of birth is still to come.' });
  if (!first && (given.birthDate || given.name.length > 0)) faults.push({ code: 'required', expression: 'Patient.name', text: 'An anonymous record holds neither a date of birth nor an alias; give an official name.' });
  const mail = given.telecom.find((one) => one.system === 'email')?.value ?? null;
  if (mail !== null && !isMailAddress(mail)) faults.push({ code: 'invalid', expression: 'Patient.telecom', text: 'This is not an e-mail address.' });
  if (faults.length > 0) return { faults };
  const flag = (url: string) => given.extension.find((one) => one.url === url)?.valueBoolean === true;
  const [address, preferred] = [given.address[0], given.communication.find((one) => one.preferred)?.language];
  const identity = first ? {
    givenName: first.given?.join(' ') ?? '', familyName: first.family ?? '', birthDate: given.birthDate ?? null, birthEstimated: given._birthDate?.extension.some((one) => one.url === extensions.birthEstimated && one.valueBoolean === true) ?? false,
    gender: given.extension.find((one) => one.url === extensions.genderIdentity)?.valueCodeableConcept?.text ?? null, municipality: address?.city ?? null,
    languages: given.communication.flatMap(({ language }) => language.text ?? []), interpreter: flag(extensions.interpreter),
  } : undefined;
  const phone = given.telecom.find((one) => one.system === 'phone')?.value ?? null;
  const contact = phone || mail || address?.text || address?.postalCode
    ? { phone, email: mail, address: address?.text ?? null, postcode: address?.postalCode ?? null, safeToLeaveMessage: flag(extensions.safeToLeaveMessage), preference: phone ? 'phone' : mail ? 'email' : 'post' } : undefined;
  const aliases = [...others, ...given.name.filter((one) => one.use !== 'official' && one.use !== 'usual')].map((one) => ({ given: one.given?.join(' ') ?? '', family: one.family ?? '' }));
  return { value: { identity, aliases, contact, doNotContact: flag(extensions.doNotContact), language: preferred?.coding?.some(({ code }) => /^fr\b/.test(code)) ? 'fr' : 'en' } };
}
