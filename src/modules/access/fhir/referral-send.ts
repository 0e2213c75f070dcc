import { z } from 'zod';
import { dateIn } from '#app/platform/clock/clock.ts';
import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { deskOf, formFrom } from '../person/desk.ts';
import { draftReferral, sendWithCode } from '../referral/actions.ts';
import { findChoice } from '../referral/choices.ts';
import { readReferral } from '../referral/input.ts';
import { findReferral, findStanding, isBarrier, mayRefer, type Referral } from '../referral/queries.ts';
import { refersAgain } from '../referral/rules.ts';
import { referralWords } from '../referral/words.ts';
import { created, faultsOf, idOf, type Json, outcome, readResource, refuse, refusePerson } from './outcome.ts';
import { fromServiceRequest, type RequestRead } from './service-request.ts';
import { extensions } from './urls.ts';

/** A referral as one of its two resources. */
export type Show = (visit: Visit, referral: Referral) => Promise<Json>;
const elements: Readonly<Record<string, string>> = { need: 'category', request: 'note', urgency: 'priority', 'handoff-with': 'extension', 'handoff-day': 'extension', 'handoff-time': 'extension' };

/** Sends a referral, or keeps it as a draft, under the conditions of the page and with its sentences. */
export async function postServiceRequest(visit: Visit, show: Show): Promise<Answer> {
  const desk = deskOf(visit);
  if (!desk) return notFound;
  const read = readResource(visit, 'ServiceRequest', (value) => fromServiceRequest(value, desk.agency, visit.today));
  if ('faults' in read) return outcome(422, read.faults);
  const { patient, service, organization, previous, draft } = read.value;
  if (!patient || !(await mayRefer(visit, patient))) return refusePerson('ServiceRequest.subject');
  visit.about('person', patient);
  const words = referralWords[visit.language];
  const choice = await findChoice(visit, patient, service);
  if (!choice) return refuse('not-found', 'ServiceRequest.performer', words.barriers['not-offered']);
  if (organization && organization !== choice.agency && organization !== choice.organization) return refuse('invalid', 'ServiceRequest.performer', 'This organisation does not run the service.');
  const before = previous ? await findReferral(visit, previous) : undefined;
  if (previous && (before?.person !== patient || !refersAgain.includes(before.state))) return refuse('not-found', 'ServiceRequest.replaces', 'There is no such referral of this person that was declined, failed or expired.');
  const given = readReferral(formOf(visit, read.value), visit.language, visit, { person: patient, service, previous });
  if (given.errors) return outcome(422, Object.entries(given.errors).map(([field, text]) => ({ code: 'business-rule', expression: `ServiceRequest.${elements[field] ?? ''}`, text: String(text) })));
  const [barrier] = choice.barriers;
  if (barrier && !(draft && barrier === 'no-consent')) return refuse('business-rule', 'ServiceRequest.performer', words.barriers[barrier]);
  const id = await draftReferral(visit, given.value);
  if (!id) return refusePerson('ServiceRequest.subject');
  return draft ? await made(visit, id, 'ServiceRequest', show) : await send(visit, id, 'ServiceRequest', show);
}

/** The form of the page, filled in: what it refuses is refused here, in the same words. */
function formOf({ timeZone }: Visit, { need, urgency, request, handOff }: RequestRead) {
  const at = handOff?.at;
  const time = at ? new Intl.DateTimeFormat('en-CA', { timeZone, hourCycle: 'h23', hour: '2-digit', minute: '2-digit' }).format(at) : '';
  return formFrom({ need, urgency, request, 'handoff-with': handOff?.with, 'handoff-day': at ? dateIn(timeZone, at) : '', 'handoff-time': time });
}

async function made(visit: Visit, id: string, type: 'ServiceRequest' | 'Task', show: Show, more: readonly Json[] = []): Promise<Answer> {
  const referral = await findReferral(visit, id);
  const shown = referral ? await show(visit, referral) : {};
  const extension = [...(Array.isArray(shown.extension) ? shown.extension : []), ...more];
  return created(visit, type, id, { ...shown, ...(extension.length > 0 ? { extension } : {}) });
}

/** Sends a draft; the code for the person stands in this answer alone. */
async function send(visit: Visit, id: string, type: 'ServiceRequest' | 'Task', show: Show): Promise<Answer> {
  const sent = await sendWithCode(visit, id);
  if ('code' in sent) return await made(visit, id, type, show, [{ url: extensions.followCode, valueString: sent.code }]);
  const words = referralWords[visit.language];
  return refuse('business-rule', type === 'Task' ? 'Task.focus' : 'ServiceRequest.performer', isBarrier(sent.refused) ? words.barriers[sent.refused] : sent.refused === 'conflict' ? words.faster : words.refused);
}

const shape = z.strictObject({
  resourceType: z.literal('Task'), status: z.literal('requested', 'is requested: every further step is taken on the page'), intent: z.literal('order'), focus: z.strictObject({ reference: z.string() }), code: z.looseObject({}).optional(),
});

/** Sends the draft that a Task asks for. The Task of a referral that was sent is there already. */
export async function postTask(visit: Visit, show: Show): Promise<Answer> {
  const read = readResource(visit, 'Task', (value) => {
    const parsed = shape.safeParse(value);
    return parsed.success ? parsed.data : { faults: faultsOf('Task', parsed.error) };
  });
  if ('faults' in read) return outcome(422, read.faults);
  const id = idOf('ServiceRequest', read.focus.reference);
  const referral = id ? await findReferral(visit, id) : undefined;
  const sender = referral ? (await findStanding(visit, referral.id))?.sides.includes('sender') : false;
  if (!referral || !sender) return refuse('not-found', 'Task.focus', 'There is no such referral, or it is not open to you.');
  visit.about('referral', referral.id);
  if (referral.state !== 'draft') return refuse('business-rule', 'Task.focus', 'This referral was sent already; its Task has the same id.');
  return await send(visit, referral.id, 'Task', show);
}
