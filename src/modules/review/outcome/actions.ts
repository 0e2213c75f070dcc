import { keep, promise } from '#app/modules/commitment/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { listChecklists } from '../checklist/queries.ts';
import { agreed } from '../checklist/rules.ts';
import { type Answered, insertAnswer, insertOutcome, markSent, type Settled } from './queries.ts';
import { answerDays } from './rules.ts';
import { outcomeWords } from './words.ts';

export const fileSubject = (id: string) => ({ kind: 'review-file', id });
const obligation = 'police-answer';

/** Records the outcome of a file of which both checklists are in and say the same; what either asked for besides stands. */
export async function settleWhereAgreed(scope: Scope, file: string): Promise<boolean> {
  const [first, second] = await listChecklists(scope, file);
  if (!first || !second || first.conclusion === null || first.handedInAt === null || second.handedInAt === null || !agreed(first, second)) return false;
  return await insertOutcome(scope, file, { conclusion: first.conclusion, toCode: first.toCode, contact: first.contact || second.contact, systemic: first.systemic || second.systemic, way: 'same', reason: null, note: null });
}

/** Records what two reviewers came to after talking. */
export async function settleByDiscussion(scope: Scope, file: string, given: Settled): Promise<boolean> {
  return await insertOutcome(scope, file, given);
}

/** Sends the settled outcomes of a session to the police, who owe an answer to each that asks for something. Gives how many were sent. */
export async function sendOutcomes(scope: Scope, session: string): Promise<number> {
  const sent = await markSent(scope, session);
  for (const { file, owed } of sent)
    if (owed)
      await promise(scope, {
        kind: obligation, subject: fileSubject(file), what: { en: outcomeWords.en.owed, fr: outcomeWords.fr.owed }, owedTo: { en: outcomeWords.en.committee, fr: outcomeWords.fr.committee },
        owedBy: { role: 'police-liaison' }, due: { unit: 'days', count: answerDays }, path: `/review/files/${file}/answer`,
      });
  if (sent.length > 0) await raiseEvent(scope, { kind: 'review.outcomes-sent', subject: session });
  return sent.length;
}

/** Keeps the answer of the police and marks it as given; false where there is one already. */
export async function answerOutcome(scope: Scope, file: string, given: Answered): Promise<boolean> {
  if (!(await insertAnswer(scope, file, given))) return false;
  await keep(scope, fileSubject(file), obligation);
  await raiseEvent(scope, { kind: 'review.outcome-answered', subject: file });
  return true;
}
