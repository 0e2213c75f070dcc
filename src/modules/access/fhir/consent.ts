import { z } from 'zod';
import { isDay } from '#app/ui/format.ts';
import { purposes, ways } from '../consent/input.ts';
import type { Consent, NewConsent } from '../consent/queries.ts';
import { standingOf } from '../consent/rules.ts';
import { isSection, sections } from '../sections.ts';
import { type Fault, faultsOf, type Json, type Refused } from './outcome.ts';
import { extensions, systems } from './urls.ts';

/** A consent as a FHIR R4 Consent to disclose information, after SDOH Clinical Care: who agreed, to whom, for what, what, until when. */
export function toConsent(consent: Consent & { readonly person: string }, agency: string, today: string): Json {
  const standing = standingOf(consent, today);
  return {
    resourceType: 'Consent', id: consent.id, language: `${consent.language}-CA`,
    extension: [{ url: extensions.how, valueCode: consent.how }, { url: extensions.interpreted, valueBoolean: consent.interpreter }, ...(consent.authority ? [{ url: extensions.authority, valueString: consent.authority }] : []), ...(consent.conditions ? [{ url: extensions.conditions, valueString: consent.conditions }] : [])],
    status: standing === 'active' ? 'active' : standing === 'not-begun' ? 'proposed' : 'inactive',
    scope: { coding: [{ system: systems.scope, code: 'patient-privacy' }] },
    category: [{ coding: [{ system: systems.act, code: 'IDSCL' }] }],
    patient: { reference: `Patient/${consent.person}` },
    dateTime: consent.startsOn,
    performer: [consent.givenBy === 'self' ? { reference: `Patient/${consent.person}` } : { display: consent.relation ?? '' }],
    organization: [{ reference: `Organization/${agency}` }],
    sourceAttachment: { title: `Wording ${consent.formVersion}`, language: `${consent.language}-CA` },
    provision: {
      type: 'permit', period: { start: consent.startsOn, ...(consent.expiresOn ? { end: consent.expiresOn } : {}) },
      actor: consent.toAgencies.map((id) => ({ role: { coding: [{ system: systems.participation, code: 'IRCP' }] }, reference: { reference: `Organization/${id}` } })),
      purpose: consent.purposes.map((code) => ({ system: systems.purpose, code })),
      code: [{ coding: consent.categories.map((code) => ({ system: systems.section, code })) }],
    },
  };
}

const concept = z.looseObject({ coding: z.array(z.looseObject({ code: z.string() })) });
const shape = z.strictObject({
  resourceType: z.literal('Consent'), language: z.string().optional(), status: z.literal('active', 'only a consent in force is entered; a withdrawal is recorded on its page'),
  extension: z.array(z.strictObject({ url: z.enum([extensions.how, extensions.interpreted, extensions.authority, extensions.conditions]), valueCode: z.enum(ways).optional(), valueBoolean: z.boolean().optional(), valueString: z.string().max(500).optional() })),
  scope: concept, category: z.array(concept), patient: z.strictObject({ reference: z.string() }), dateTime: z.string(),
  performer: z.array(z.strictObject({ reference: z.string().optional(), display: z.string().max(500).optional() })).length(1),
  organization: z.array(z.strictObject({ reference: z.string() })).optional(), sourceAttachment: z.looseObject({}).optional(),
  provision: z.strictObject({
    type: z.literal('permit'), period: z.strictObject({ start: z.string().optional(), end: z.string().refine(isDay, 'is not a whole date') }),
    actor: z.array(z.strictObject({ role: concept, reference: z.strictObject({ reference: z.string() }) })).min(1),
    purpose: z.array(z.strictObject({ system: z.literal(systems.purpose), code: z.enum(purposes) })).min(1),
    code: z.array(z.strictObject({ coding: z.array(z.strictObject({ system: z.literal(systems.section), code: z.enum(sections) })).min(1) })).length(1),
  }),
});

/** Reads a Consent that is to be recorded from today on; `agencies` are those that can be named. Faults name the element. */
export function fromConsent(value: Json, today: string, agencies: readonly string[]): { readonly value: NewConsent; readonly patient: string } | Refused {
  const parsed = shape.safeParse(value);
  if (!parsed.success) return { faults: faultsOf('Consent', parsed.error) };
  const { provision, performer: [performer], extension, patient, dateTime, language } = parsed.data;
  const to = provision.actor.map((one) => /^Organization\/(.+)$/.exec(one.reference.reference)?.[1] ?? '');
  const of = (url: string) => extension.find((one) => one.url === url);
  const [how, self, authority] = [of(extensions.how)?.valueCode, performer?.reference === patient.reference, of(extensions.authority)?.valueString ?? null];
  const faults: Fault[] = [];
  if (dateTime.slice(0, 10) !== today) faults.push({ code: 'business-rule', expression: 'Consent.dateTime', text: 'A consent is recorded on the day on which it is given.' });
  if (provision.period.end < today) faults.push({ code: 'invalid', expression: 'Consent.provision.period.end', text: 'The consent has ended before it begins.' });
  if (to.some((id) => !agencies.includes(id))) faults.push({ code: 'not-found', expression: 'Consent.provision.actor', text: 'Each organisation is named as Organization/id, and is known here.' });
  if (!how) faults.push({ code: 'required', expression: 'Consent.extension', text: `The extension ${extensions.how} says how consent was given: ${ways.join(', ')}.` });
  if (!self && (!performer?.display || !authority)) faults.push({ code: 'required', expression: 'Consent.performer', text: 'A substitute is given by relation (display) and authority (extension); otherwise the performer is the patient.' });
  if (faults.length > 0 || !how) return { faults };
  return { patient: /^Patient\/(.+)$/.exec(patient.reference)?.[1] ?? '', value: {
    givenBy: self ? 'self' : 'substitute', relation: self ? null : (performer?.display ?? null), authority: self ? null : authority, purposes: provision.purpose.map((one) => one.code),
    categories: provision.code.flatMap((one) => one.coding.map(({ code }) => code)).filter(isSection), toAgencies: to, language: /^fr\b/.test(language ?? '') ? 'fr' : 'en', how,
    interpreter: of(extensions.interpreted)?.valueBoolean ?? false, conditions: of(extensions.conditions)?.valueString ?? null, startsOn: today, expiresOn: provision.period.end,
  } };
}
