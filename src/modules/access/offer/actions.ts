import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { insertOffer, type Made, readOffers, type StepTaken, type Taken, updateOffer } from './queries.ts';
import { withdrawVacancy } from '../vacancy/queries.ts';

/** Offers a vacancy to the next in order and tells the job, which sets the time for the answer. */
export async function makeOffer(scope: Scope, vacancy: string): Promise<Made> {
  const id = newId();
  const made = await insertOffer(scope, id, vacancy);
  if (made === 'done') await raiseEvent(scope, { kind: 'access.offer-changed', subject: id });
  return made;
}
/** Takes a step of an offer; anything but 'done' changed nothing. */
export async function takeOfferStep(scope: Scope, id: string, taken: StepTaken): Promise<Taken> {
  const done = await updateOffer(scope, id, taken);
  if (done === 'done') await raiseEvent(scope, { kind: 'access.offer-changed', subject: id, detail: { step: taken.step } });
  return done;
}
/** Takes a vacancy back, and with it the offer that is open. False where it is over or not the actor's. */
export async function endVacancy(scope: Scope, vacancy: string): Promise<boolean> {
  const live = (await readOffers(scope, vacancy)).filter((one) => one.state === 'offered' || one.state === 'declining');
  const done = await withdrawVacancy(scope, vacancy);
  if (done) for (const one of live) await raiseEvent(scope, { kind: 'access.offer-changed', subject: one.id, detail: { step: 'withdraw' } });
  return done;
}
