import { listAbout, promise, step, type Term } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Job } from '#app/platform/jobs/job.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { vacancyPaths } from '../vacancy/paths.ts';
import { findOfferFacts, type OfferFacts } from './queries.ts';

export const offerJobs: readonly Job[] = [
  { name: 'settle-offer', on: ['access.offer-changed'], run: async ({ subject }, { inWorker }) => await inWorker(async (scope) => (subject ? await settleOffer(scope, subject) : undefined)) },
];
const owedTo = { en: 'The person on the list', fr: 'La personne sur la liste' };
type Owed = { readonly agency: string; readonly due: Term };
type Duty = { readonly kind: string; readonly what: Bilingual; readonly owed: (facts: OfferFacts) => Owed | undefined };
const duties: readonly Duty[] = [
  { kind: 'offer-answer', what: { en: 'Answer an offer of a vacancy', fr: 'Répondre à l’offre d’une place' }, owed: (o) => (o.state === 'offered' ? { agency: o.provider, due: { unit: 'hours', count: o.answerHours } } : undefined) },
  { kind: 'offer-approval', what: { en: 'Approve a decline, or return it', fr: 'Approuver un refus ou le renvoyer' }, owed: (o) => (o.state === 'declining' ? { agency: o.keeper, due: { unit: 'working-days', count: 2 } } : undefined) },
  {
    kind: 'offer-conference', what: { en: 'Hold a case conference after repeated refusals', fr: 'Tenir une rencontre de cas après plusieurs refus' },
    owed: (o) => (o.state === 'declined' && o.refusals !== null && o.refusals >= o.conferenceAfter && o.conferenceHeldOn === null ? { agency: o.keeper, due: { unit: 'working-days', count: 5 } } : undefined),
  },
];

/** Makes the commitments about an offer say what its state asks for; running it again changes nothing. */
export async function settleOffer(scope: Scope, id: string): Promise<void> {
  const facts = await findOfferFacts(scope, id);
  if (!facts) return;
  const subject = { kind: 'offer', id };
  for (const duty of duties) {
    const owed = duty.owed(facts);
    const open = (await listAbout(scope, subject, duty.kind)).find((one) => !one.course.keptAt && !one.course.releasedAt);
    if (open && !owed) await step(scope, open, { kind: facts.state === 'withdrawn' ? 'release' : 'keep' });
    if (!open && owed) await promise(scope, { kind: duty.kind, subject, what: duty.what, owedTo, owedBy: { agency: owed.agency }, due: owed.due, path: vacancyPaths.show(facts.vacancy) });
  }
}
