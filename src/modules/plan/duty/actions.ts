import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import { insertNews } from '../news/queries.ts';
import { type Adoption, type AdoptionGiven, type Duty, type DutyEvidence, type EvidenceGiven, insertAdoption, insertDutyEvidence, insertDutyWithdrawal } from './queries.ts';

/** The line of change and the event that every record about the law leaves; gives the id of the record. */
async function tell(scope: Scope, record: string, change: string, duty: string | null, text: (language: Language) => string): Promise<string> {
  await insertNews(scope, { id: newId(), topic: 'legislation', text: { en: text('en'), fr: text('fr') } });
  await raiseEvent(scope, { kind: 'plan.duty-changed', subject: record, detail: { change, duty } });
  return record;
}

/** Records by which resolution the plan was adopted; terms are counted from its day. Throws when the actor may not. */
export async function recordAdoption(scope: Scope, given: AdoptionGiven): Promise<string> {
  const id = newId();
  await insertAdoption(scope, id, given);
  return await tell(scope, id, 'adopted', null, (language) => language === 'en'
    ? `The plan was adopted on ${formatDate('en', given.date)} (${given.by.en}, resolution ${given.resolution}).`
    : `Le plan a été adopté le ${formatDate('fr', given.date)} (${given.by.fr}, résolution ${given.resolution}).`);
}

/** Shows by a document, a decision, a consultation or a review that a duty was met. Throws when the actor may not. */
export async function addDutyEvidence(scope: Scope, duty: Duty, given: EvidenceGiven): Promise<string> {
  const id = newId();
  await insertDutyEvidence(scope, id, duty.slug, given);
  return await tell(scope, id, 'evidence', duty.slug, (language) => language === 'en'
    ? `Legal duty “${duty.title.en}”: ${given.title.en}.`
    : `Obligation légale « ${duty.title.fr} » : ${given.title.fr}.`);
}

/** Takes a record of this office back that was made by mistake; the row stays, with the reason. Throws when the actor may not. */
export async function takeBack(scope: Scope, record: { adoption: Adoption } | { evidence: DutyEvidence; duty: Duty }, reason: string): Promise<string> {
  const id = newId();
  if ('adoption' in record) {
    await insertDutyWithdrawal(scope, id, { adoption: record.adoption.slug, reason });
    return await tell(scope, id, 'taken-back', null, (language) => language === 'en'
      ? `Corrected: the adoption recorded for ${formatDate('en', record.adoption.date)} was entered by mistake.`
      : `Correction : l’adoption consignée au ${formatDate('fr', record.adoption.date)} l’a été par erreur.`);
  }
  await insertDutyWithdrawal(scope, id, { evidence: record.evidence.slug, reason });
  return await tell(scope, id, 'taken-back', record.duty.slug, (language) => language === 'en'
    ? `Corrected: “${record.evidence.title.en}” was entered by mistake for the legal duty “${record.duty.title.en}”.`
    : `Correction : « ${record.evidence.title.fr} » a été consigné par erreur pour l’obligation légale « ${record.duty.title.fr} ».`);
}
