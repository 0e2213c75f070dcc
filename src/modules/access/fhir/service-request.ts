import { z } from 'zod';
import { needs } from '../referral/input.ts';
import type { Content, Referral, Words } from '../referral/queries.ts';
import { isTerminal, type State } from '../referral/rules.ts';
import { stateWords } from '../referral/state-words.ts';
import { organizationOf } from './organization.ts';
import { type Fault, faultsOf, idOf, type Json, type Refused } from './outcome.ts';
import { birthOf, telecomOf } from './patient.ts';
import { extensions, systems } from './urls.ts';

/** A referral as its reader may see it: her own words where she sent it, what the consent opens now where she received it. */
export type RequestShown = { readonly referral: Referral; readonly sender: boolean; readonly words: readonly Words[]; readonly content: Content | undefined };

/** The status of the request: it is active until the referral has ended, and complete where it was completed alone. */
export function requestStatus(state: State): 'draft' | 'active' | 'completed' | 'revoked' | 'entered-in-error' {
  if (state === 'draft' || state === 'completed') return state;
  if (state === 'void') return 'entered-in-error';
  return isTerminal(state) ? 'revoked' : 'active';
}

/** A referral as a FHIR R4 ServiceRequest, after SDOH Clinical Care: who asks whom for what. Where it stands is told by its Task. */
export function toServiceRequest({ referral, sender, words, content }: RequestShown): Json {
  const shown = content ? patientIn(content) : undefined;
  const handOff = referral.handoffAt && referral.handoffWith ? [{ url: extensions.handOff, extension: [{ url: 'with', valueString: referral.handoffWith }, { url: 'at', valueDateTime: referral.handoffAt.toISOString() }] }] : [];
  const notes = [...words, ...(content?.words ?? [])].filter(({ kind }) => kind !== 'own' || sender).map(({ body, at }) => ({ time: new Date(at).toISOString(), text: body }));
  return {
    resourceType: 'ServiceRequest', id: referral.id, ...(shown ? { contained: [shown] } : {}), ...(handOff.length > 0 ? { extension: handOff } : {}),
    ...(sender && referral.previous ? { replaces: [{ reference: `ServiceRequest/${referral.previous}` }] } : {}), status: requestStatus(referral.state), intent: 'order',
    category: [{ coding: [{ system: systems.need, code: referral.need, display: stateWords.en.needs[referral.need] }] }], priority: referral.urgency, code: { text: referral.serviceName.en },
    subject: { reference: `Patient/${referral.person}` }, ...(referral.appointmentAt ? { occurrenceDateTime: referral.appointmentAt.toISOString() } : {}), authoredOn: (referral.sentAt ?? referral.madeAt).toISOString(),
    requester: { reference: `Organization/${referral.fromAgency}`, display: referral.fromName.en },
    performer: [{ reference: `HealthcareService/${referral.service}`, display: referral.serviceName.en }, { reference: organizationOf(referral.toAgency, referral.organization), display: referral.organizationName.en }],
    ...(shown ? { supportingInfo: [{ reference: '#person' }] } : {}), ...(notes.length > 0 ? { note: notes } : {}),
  };
}

/** Who the person is and how to reach her, as far as the consent opens it to the receiver now; undefined where it opens neither. */
function patientIn({ identity, contact }: Content): Json | undefined {
  if (!identity && !contact) return undefined;
  const telecom = telecomOf(contact);
  const flags = [
    ...(identity ? [{ url: extensions.interpreter, valueBoolean: identity.interpreter }] : []),
    ...(contact ? [{ url: extensions.safeToLeaveMessage, valueBoolean: contact.safeToLeaveMessage === true }, { url: extensions.doNotContact, valueBoolean: contact.doNotContact }] : []),
  ];
  return {
    resourceType: 'Patient', id: 'person', ...(flags.length > 0 ? { extension: flags } : {}), ...(identity ? { name: [{ use: 'official', family: identity.familyName, given: [identity.givenName] }] } : {}),
    ...(telecom.length > 0 ? { telecom } : {}), ...birthOf(identity), ...(identity && identity.languages.length > 0 ? { communication: identity.languages.map((text) => ({ language: { text } })) } : {}),
  };
}

const reference = z.strictObject({ reference: z.string(), display: z.string().optional() });
const shape = z.strictObject({
  resourceType: z.literal('ServiceRequest'), status: z.enum(['active', 'draft'], 'is active (it is sent) or draft (it waits for the consent)'), intent: z.literal('order'), priority: z.enum(['routine', 'urgent'], 'is routine or urgent'),
  category: z.array(z.strictObject({ coding: z.array(z.strictObject({ system: z.literal(systems.need), code: z.string().refine((code) => needs.includes(code), `is one of ${needs.join(', ')}`), display: z.string().optional() })).length(1) })).length(1),
  subject: reference, requester: reference.optional(), performer: z.array(reference).min(1).max(2), replaces: z.array(reference).max(1).optional(), authoredOn: z.string().optional(), note: z.array(z.strictObject({ text: z.string().trim().min(1) })).length(1),
  extension: z.array(z.strictObject({ url: z.literal(extensions.handOff), extension: z.array(z.strictObject({ url: z.enum(['with', 'at']), valueString: z.string().optional(), valueDateTime: z.iso.datetime({ offset: true }).optional() })).max(2) })).max(1).default([]),
});

export type RequestRead = {
  readonly draft: boolean; readonly patient: string | undefined; readonly service: string; readonly organization: string | undefined; readonly previous: string | null; readonly need: string; readonly urgency: 'routine' | 'urgent'; readonly request: string;
  readonly handOff: { readonly with: string; readonly at: Date | undefined } | undefined;
};

/** Reads a ServiceRequest of `agency` that is to be sent today. Whether it may be sent is not looked at here. */
export function fromServiceRequest(value: Json, agency: string, today: string): { readonly value: RequestRead } | Refused {
  const parsed = shape.safeParse(value);
  if (!parsed.success) return { faults: faultsOf('ServiceRequest', parsed.error) };
  const { status, priority, category, subject, requester, performer, replaces, authoredOn, note, extension } = parsed.data;
  const faults: Fault[] = [];
  const named = (type: string) => performer.flatMap((one) => idOf(type, one.reference) ?? []);
  const [service, organization] = [named('HealthcareService'), named('Organization')];
  if (service.length !== 1 || service.length + organization.length !== performer.length) faults.push({ code: 'required', expression: 'ServiceRequest.performer', text: 'Name one HealthcareService/id, and beside it at most the Organization/id that runs it.' });
  if (requester && requester.reference !== `Organization/${agency}`) faults.push({ code: 'business-rule', expression: 'ServiceRequest.requester', text: 'The requester is the organisation whose key this is.' });
  if (authoredOn && authoredOn.slice(0, 10) !== today) faults.push({ code: 'business-rule', expression: 'ServiceRequest.authoredOn', text: 'A referral is sent on the day on which it is written.' });
  const previous = replaces?.[0] ? idOf('ServiceRequest', replaces[0].reference) : null;
  if (previous === undefined) faults.push({ code: 'invalid', expression: 'ServiceRequest.replaces', text: 'Names the referral that was declined, failed or expired, as ServiceRequest/id.' });
  if (faults.length > 0) return { faults };
  const call = extension[0]?.extension;
  const at = call?.find((one) => one.url === 'at')?.valueDateTime;
  return { value: {
    draft: status === 'draft', patient: idOf('Patient', subject.reference), service: service[0] ?? '', organization: organization[0], previous: previous ?? null, need: category[0]?.coding[0]?.code ?? '', urgency: priority, request: note[0]?.text ?? '',
    handOff: call ? { with: call.find((one) => one.url === 'with')?.valueString ?? '', at: at ? new Date(at) : undefined } : undefined,
  } };
}
