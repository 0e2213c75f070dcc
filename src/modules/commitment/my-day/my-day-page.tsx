import type { Language } from '#app/platform/language/language.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { daysBetween, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Obligation } from '../obligation/queries.ts';
import { myDayWords } from './words.ts';

type Props = { frame: PageFrame; today: string; due: readonly Obligation[]; kept: readonly Obligation[] };

export function MyDayPage({ frame, today, due, kept }: Props) {
  const { language } = frame;
  const words = myDayWords[language];
  const late = due.filter((one) => one.due < today).length;
  const heading = formatDate(language, today, { weekday: true });
  return (
    <StaffLayout frame={frame}>
      <h1>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h1>
      <p class="lead">{due.length === 0 ? words.nothing : words.summary(late, due.length)}</p>
      <div class="split">
        <section aria-labelledby="waiting">
          <h2 id="waiting">{words.waiting}</h2>
          {due.length === 0 ? <p>{words.nothing}</p> : (
            <table class="stack">
              <thead><tr><th>{words.due}</th><th>{words.what}</th><th>{words.owedTo}</th></tr></thead>
              <tbody>
                {due.map((one) => (
                  <tr>
                    <td class={one.due < today ? 'due late' : 'due'}>{dueText(language, one.due, today)}</td>
                    <td><a href={localized(language, one.path)}>{one.what[language]}</a></td>
                    <td>{one.owedTo[language]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
        <section aria-labelledby="changed">
          <h2 id="changed">{words.changed}</h2>
          {kept.length === 0 ? <p>{words.noChange}</p> : (
            <table class="stack">
              <tbody>{kept.map((one) => <tr><td><span class="state done">{words.kept}</span></td><td><a href={localized(language, one.path)}>{one.what[language]}</a></td></tr>)}</tbody>
            </table>
          )}
        </section>
      </div>
    </StaffLayout>
  );
}

function dueText(language: Language, due: string, today: string): string {
  const days = daysBetween(due, today);
  return days > 0 ? myDayWords[language].lateBy(days) : days === 0 ? myDayWords[language].today : formatDate(language, due);
}
