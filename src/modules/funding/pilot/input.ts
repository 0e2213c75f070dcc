import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formReader, type Read } from '#app/ui/form-reader.ts';
import { isDay } from '#app/ui/format.ts';
import { contactWays, type LeftReason, leftReasons } from '../pilot-outcome/rules.ts';
import type { Contact, NewEnrolment } from './queries.ts';
import { pilotWords } from './words.ts';

const hows = ['spoken', 'written', 'electronic'] as const;
/** Somebody to be enrolled; whether her age fits is the database's to say. */
export function readEnrolment(form: Form, language: Language, today: string, people: readonly string[], pilots: readonly string[]): Read<Omit<NewEnrolment, 'agency'>> {
  const words = pilotWords[language];
  const reader = formReader(form, words);
  const person = reader.chosen('person', people, words.noPerson);
  const pilot = reader.chosen('pilot', pilots, words.noPilot);
  const agreedOn = reader.pastDate('agreed', today);
  const agreedHow = reader.chosen('how', hows, words.noHow);
  const joinedOn = form.text('joined') === '' ? null : reader.pastDate('joined', today);
  return reader.finish({ person: person ?? '', pilot: pilot ?? '', agreedOn, agreedHow: agreedHow ?? 'spoken', counted: form.text('counted') === 'yes', studies: form.text('studies') === 'yes', joinedOn });
}

export function readJoined(form: Form, language: Language, today: string): Read<string> {
  const reader = formReader(form, pilotWords[language]);
  return reader.finish(reader.pastDate('joined', today));
}

export function readLeft(form: Form, language: Language, today: string, joinedOn: string | null): Read<{ on: string; reason: LeftReason }> {
  const words = pilotWords[language];
  const reader = formReader(form, words);
  const on = reader.pastDate('left', today);
  const reason = reader.chosen('reason', leftReasons, words.noReason);
  if (isDay(on) && joinedOn !== null && on < joinedOn) reader.errors.left = words.afterBefore;
  return reader.finish({ on, reason: reason ?? 'other' });
}

export function readContact(form: Form, language: Language, today: string): Read<Contact> {
  const words = pilotWords[language];
  const reader = formReader(form, words);
  const onDate = reader.pastDate('contact-day', today);
  const how = reader.chosen('way', contactWays, words.noWay);
  const minutes = form.text('minutes') === '' ? 0 : Number(form.text('minutes'));
  if (!Number.isInteger(minutes) || minutes < 0 || minutes > 1440) reader.errors.minutes = words.badMinutes;
  return reader.finish({ onDate, how: how ?? 'phone', reached: form.text('reached') === 'yes', minutes });
}
