import type { Scope } from '#app/platform/db/scope.ts';

export const offerSteps = ['accept', 'decline', 'approve', 'return', 'withdraw', 'conference'] as const;
export type OfferStep = (typeof offerSteps)[number];
/** Coded reasons of a decline, in the order of the form. */
export const declineReasons = ['not-interested', 'ineligible', 'needs-reassessment', 'no-longer-homeless', 'intake-not-completed', 'refused-data-entry', 'vacancy-withdrawn', 'user-error'] as const;
export type DeclineReason = (typeof declineReasons)[number];
export const decliners = ['person', 'provider'] as const;
export type Decliner = (typeof decliners)[number];
export type OfferState = 'offered' | 'declining' | 'accepted' | 'declined' | 'withdrawn';
export type OfferEvent = { readonly at: string; readonly step: 'offer' | OfferStep; readonly by: string | null; readonly note: string | null };
/** An offer as its reader may see it. `shown` false: without the person's agreement the agency that gave the vacancy does not learn who she is. */
export type Offer = {
  readonly id: string; readonly state: OfferState; readonly offeredAt: Date; readonly answerBy: Date; readonly declinedBy: Decliner | null; readonly reason: DeclineReason | null; readonly refusals: number | null; readonly conferenceAfter: number;
  readonly conferenceHeldOn: string | null; readonly token: string | null; readonly person: string | null; readonly givenName: string | null; readonly familyName: string | null; readonly shown: boolean; readonly events: readonly OfferEvent[];
};
/** The offers of a vacancy, oldest first; the function writes an audit line for each. */
export async function readOffers(scope: Scope, vacancy: string): Promise<Offer[]> {
  return await scope.sql<Offer[]>`select id, state, offered_at as "offeredAt", answer_by as "answerBy", declined_by as "declinedBy", reason, refusals, conference_after as "conferenceAfter", conference_held_on as "conferenceHeldOn", token, person_id as person,
    given_name as "givenName", family_name as "familyName", shown, events from access.read_offers(${vacancy})`;
}
export type Made = 'done' | 'taken' | 'nobody' | 'closed' | 'absent';
/** Offers a vacancy to the next in order. */
export async function insertOffer(scope: Scope, id: string, vacancy: string): Promise<Made> {
  return (await scope.sql<{ made: Made }[]>`select access.make_offer(${id}, ${vacancy}) as made`)[0]?.made ?? 'absent';
}
export type StepTaken = { readonly step: OfferStep; readonly declinedBy?: Decliner | undefined; readonly reason?: DeclineReason | undefined; readonly note?: string | undefined };
export type Taken = 'done' | 'not-possible' | 'same-account' | 'absent';
export async function updateOffer(scope: Scope, id: string, { step, declinedBy, reason, note }: StepTaken): Promise<Taken> {
  return (await scope.sql<{ taken: Taken }[]>`select access.take_offer_step(${id}, ${step}, ${declinedBy ?? null}, ${reason ?? null}, ${note ?? null}) as taken`)[0]?.taken ?? 'absent';
}
export type Declines = { readonly declinedBy: Decliner; readonly reason: DeclineReason; readonly n: number };
/** Why offers of a list were declined between two days (both included), for those who keep it. */
export async function countDeclines(scope: Scope, list: string, from: string, to: string): Promise<Declines[]> {
  return await scope.sql<Declines[]>`select declined_by as "declinedBy", reason, n from access.count_declines(${list}, ${from}, ${to}, ${scope.timeZone})`;
}
export type OfferFacts = { readonly id: string; readonly vacancy: string; readonly state: OfferState; readonly answerBy: Date; readonly answerHours: number; readonly provider: string; readonly keeper: string; readonly refusals: number | null; readonly conferenceAfter: number; readonly conferenceHeldOn: string | null };
/** What is owed about an offer; for the worker alone, nothing of the person. */
export async function findOfferFacts(scope: Scope, id: string): Promise<OfferFacts | undefined> {
  return (await scope.sql<OfferFacts[]>`select id, vacancy_id as vacancy, state, answer_by as "answerBy", answer_hours as "answerHours", provider, keeper, refusals, conference_after as "conferenceAfter", conference_held_on as "conferenceHeldOn" from access.offer_facts(${id})`)[0];
}
