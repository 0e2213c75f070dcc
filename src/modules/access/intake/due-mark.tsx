import { colon, daysBetween, formatDate, formatMoment } from '#app/ui/format.ts';
import type { Language } from '#app/platform/language/language.ts';
import { deskWords } from './desk-words.ts';
import type { Intake } from './queries.ts';

export type At = { readonly now: Date; readonly today: string; readonly timeZone: string };

/** What is due next and how late it is, in words with a sign, never by colour alone. */
export function DueMark({ language, intake, at }: { language: Language; intake: Intake; at: At }) {
  if (!intake.dueFor || !intake.dueOn || !intake.dueAt) return <span>{deskWords[language].states[intake.state]}</span>;
  const words = deskWords[language];
  const late = intake.dueAt.getTime() <= at.now.getTime();
  return <span class={`state ${late ? 'late' : intake.dueOn === at.today ? 'stalled' : 'on-time'}`}>{words.dueFor[intake.dueFor]}{colon(language)}{late ? lateText() : dueText()}</span>;

  function lateText(): string {
    const days = daysBetween(intake.dueOn ?? at.today, at.today);
    return days > 0 ? words.lateDays(days) : words.lateHours(Math.ceil((at.now.getTime() - (intake.dueAt?.getTime() ?? 0)) / 3_600_000));
  }
  function dueText(): string {
    const moment = intake.dueAt ? formatMoment(language, intake.dueAt, at.timeZone) : '';
    // A term of days ends where the next day begins; one of hours at an hour.
    if (!/, 0?0(:|\u00a0h\u00a0)00$/.test(moment)) return words.by(moment);
    return intake.dueOn === at.today ? words.today : words.by(formatDate(language, intake.dueOn ?? at.today));
  }
}
