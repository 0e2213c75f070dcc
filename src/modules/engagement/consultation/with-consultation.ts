import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { type Consultation, findConsultation } from './queries.ts';

/** The consultation of the address, or not found. */
export async function withConsultation(visit: Visit, then: (consultation: Consultation) => Promise<Answer>): Promise<Answer> {
  const consultation = await findConsultation(visit, visit.params.slug ?? '');
  if (!consultation) return notFound;
  visit.about('consultation', consultation.slug);
  return await then(consultation);
}

/** The account of whoever acts, on routes for those who have signed in. */
export function accountOf(visit: Visit): string {
  if (visit.actor.kind !== 'staff') throw new Error('this route is for accounts');
  return visit.actor.account;
}
