import { instantIn } from '#app/platform/clock/clock.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { type MeetingText, meetingText } from '../untranslated.tsx';
import type { NewMeeting } from './queries.ts';
import { meetingWords } from './words.ts';

export type Place = { readonly today: string; readonly timeZone: string };
const longest = 300;

export function readMeeting(form: Form, language: Language, at: Place, bodies: readonly string[]): Read<NewMeeting> {
  const words = meetingWords[language];
  const errors: Record<string, string> = {};
  const body = form.text('body');
  const [date, time, place, online] = [form.text('date'), form.text('time'), form.text('place'), form.text('online')];
  const length = Number(form.text('length') || '90');
  if (!bodies.includes(body)) errors.body = words.noBody;
  if (!isDay(date) || date < at.today) errors.date = words.noDate;
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) errors.time = words.noTime;
  if (place === '' || place.length > longest) errors.place = words.noPlace;
  if (!Number.isInteger(length) || length < 5 || length > 600) errors.length = words.badLength;
  if (online !== '' && !/^https:\/\/[^\s]+$/.test(online)) errors.online = words.badAddress;
  if (Object.keys(errors).length > 0) return { errors };
  return { value: { bodySlug: body, startsAt: instantIn(at.timeZone, `${date}T${time}`), minutesLong: length, place, online: online || null } };
}

export function readOwnItem(form: Form, language: Language): Read<{ title: MeetingText; inCamera: boolean }> {
  const title = meetingText(form.text('item-en').slice(0, longest), form.text('item-fr').slice(0, longest));
  return title ? { value: { title, inCamera: form.text('in-camera') === 'yes' } } : { errors: { 'item-en': meetingWords[language].noTitle } };
}

export const roomOutcomes = ['accepted', 'declined', 'noted', 'deferred'] as const;
export type DecisionTaken = { readonly title: MeetingText; readonly reason: MeetingText; readonly outcome: string; readonly movedBy: string | undefined; readonly dissent: string | undefined; readonly concernsBody: string | undefined };

export function readRoomDecision(form: Form, language: Language, bodies: readonly string[]): Read<DecisionTaken> {
  const words = meetingWords[language];
  const errors: Record<string, string> = {};
  const outcome = roomOutcomes.find((one) => one === form.text('outcome'));
  const title = meetingText(form.text('decision-en').slice(0, 1000), form.text('decision-fr').slice(0, 1000));
  const reason = meetingText(form.text('reason-en').slice(0, 2000), form.text('reason-fr').slice(0, 2000));
  if (!title) errors['decision-en'] = words.noDecision;
  if (!outcome) errors.outcome = words.noOutcome;
  if (!reason) errors['reason-en'] = words.noDecisionReason;
  if (!title || !outcome || !reason) return { errors };
  const concerns = form.text('concerns');
  // One missing language for both texts: what was written in one language is translated as a whole.
  return { value: { ...alignLanguages(title, reason), outcome, movedBy: form.text('moved-by').slice(0, 200) || undefined, dissent: form.text('dissent').slice(0, 1000) || undefined, concernsBody: bodies.includes(concerns) ? concerns : undefined } };
}

function alignLanguages(title: MeetingText, reason: MeetingText): { title: MeetingText; reason: MeetingText } {
  const missing = title.untranslated ?? reason.untranslated;
  return missing ? { title: { ...title, untranslated: missing }, reason: { ...reason, untranslated: missing } } : { title, reason };
}

export function readRoomAction(form: Form, language: Language, today: string, members: readonly string[]): Read<{ what: MeetingText; member: string; due: string }> {
  const words = meetingWords[language];
  const errors: Record<string, string> = {};
  const what = meetingText(form.text('what-en').slice(0, 500), form.text('what-fr').slice(0, 500));
  const [member, due] = [form.text('member'), form.text('due')];
  if (!what) errors['what-en'] = words.noWhat;
  if (!members.includes(member)) errors.member = words.noMember;
  if (!isDay(due) || due < today) errors.due = words.noDue;
  return what && Object.keys(errors).length === 0 ? { value: { what, member, due } } : { errors };
}
