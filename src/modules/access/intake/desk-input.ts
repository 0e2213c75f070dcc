import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Read } from '#app/ui/form-reader.ts';
import type { AccessPoint, Level } from '../access-point/queries.ts';
import { deskWords } from './desk-words.ts';
import type { IntakeEvent } from './queries.ts';
import { type AttemptOutcome, attemptOutcomes, type Channel, channels, type CloseReason, closeReasons, triedEnough } from './rules.ts';

const longest = 2000;

export function readTriage(form: Form, language: Language, point: AccessPoint): Read<{ level: Level; reason: string }> {
  const words = deskWords[language];
  const level = point.levels.find((one) => one.id === form.text('level'));
  const reason = form.text('reason');
  const errors: Record<string, string> = { ...(level ? {} : { level: words.noLevel }), ...(reason === '' ? { reason: words.noReason } : reason.length > longest ? { reason: words.tooLong(longest) } : {}) };
  return level && Object.keys(errors).length === 0 ? { value: { level, reason } } : { errors };
}

/** Whoever must not be contacted can only have been reached because she came or called. */
export function readAttempt(form: Form, language: Language, doNotContact: boolean): Read<{ channel: Channel; outcome: AttemptOutcome; note: string }> {
  const words = deskWords[language];
  const [channel, outcome, note] = [channels.find((one) => one === form.text('channel')), attemptOutcomes.find((one) => one === form.text('outcome')), form.text('note')];
  const errors: Record<string, string> = { ...(channel ? {} : { channel: words.noChannel }), ...(!outcome ? { outcome: words.noOutcome } : doNotContact && outcome !== 'reached' ? { outcome: words.notContactable } : {}),
    ...(note.length > longest ? { note: words.tooLong(longest) } : {}) };
  return channel && outcome && Object.keys(errors).length === 0 ? { value: { channel, outcome, note } } : { errors };
}

export function readClose(form: Form, language: Language, events: readonly IntakeEvent[]): Read<{ reason: CloseReason; note: string }> {
  const words = deskWords[language];
  const [reason, note] = [closeReasons.find((one) => one === form.text('reason')), form.text('note')];
  const errors: Record<string, string> = {};
  if (!reason) errors.reason = words.noCloseReason;
  if (reason === 'unable-to-reach' && !triedEnough(events.filter((one) => one.kind === 'attempt'))) errors.reason = words.tooFew;
  if (note.length > longest) errors.note = words.tooLong(longest);
  return reason && Object.keys(errors).length === 0 ? { value: { reason, note } } : { errors };
}
