import type { Language } from '#app/platform/language/language.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { daysBetween, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { standingOf } from '../obligation/course.ts';
import { type At, type BodyNames, ObligationTable } from '../obligation/pages.tsx';
import type { Obligation } from '../obligation/queries.ts';
import { StandingMark } from '../obligation/standing-mark.tsx';
import { commitmentPaths } from '../paths.ts';
import { myDayWords } from './words.ts';

type Props = { frame: PageFrame; at: At; mine: readonly Obligation[]; stuck: readonly Obligation[]; ended: readonly Obligation[]; bodies: BodyNames };

/** The first page of staff: what waits for the reader, what stays late elsewhere, what ended since yesterday. */
export function MyDayPage({ frame, at, mine, stuck, ended, bodies }: Props) {
  const { language } = frame;
  const words = myDayWords[language];
  const late = mine.filter((one) => standingOf(one.course, at.now, at.today).kind === 'late').length;
  const heading = formatDate(language, at.today, { weekday: true });
  return (
    <StaffLayout frame={frame}>
      <h1>{heading.charAt(0).toUpperCase() + heading.slice(1)}</h1>
      <p class="lead">{mine.length === 0 ? words.nothing : words.summary(late, mine.length)}</p>
      <div class="split">
        <section aria-labelledby="waiting">
          <h2 id="waiting">{words.waiting}</h2>
          {mine.length === 0 ? <p>{words.nothing}</p> : (
            <table class="stack">
              <thead><tr><th scope="col">{words.due}</th><th scope="col">{words.what}</th><th scope="col">{words.owedTo}</th></tr></thead>
              <tbody>
                {mine.map((one) => (
                  <tr>
                    <td class={standingOf(one.course, at.now, at.today).kind === 'late' ? 'due late' : 'due'}>{one.course.pausedAt ? words.paused : dueText(language, one.due, at.today)}</td>
                    <td><a href={localized(language, one.path)}>{one.what[language]}</a></td>
                    <td>{one.owedTo[language]}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p><a href={localized(language, commitmentPaths.obligations)}>{words.all}</a></p>
        </section>
        <section aria-labelledby="changed">
          <h2 id="changed">{words.changed}</h2>
          {ended.length === 0 ? <p>{words.noChange}</p> : (
            <table class="stack">
              <tbody>
                {ended.map((one) => (
                  <tr><td><StandingMark language={language} standing={standingOf(one.course, at.now, at.today)} /></td><td><a href={localized(language, one.path)}>{one.what[language]}</a></td></tr>
                ))}
              </tbody>
            </table>
          )}
        </section>
      </div>
      {stuck.length === 0 ? null : (
        <section class="band" aria-labelledby="stuck">
          <h2 id="stuck">{words.stuck}</h2>
          <p>{words.stuckLead}</p>
          <ObligationTable language={language} at={at} obligations={stuck} bodies={bodies} />
        </section>
      )}
    </StaffLayout>
  );
}

function dueText(language: Language, due: string, today: string): string {
  const days = daysBetween(due, today);
  return days > 0 ? myDayWords[language].lateBy(days) : days === 0 ? myDayWords[language].today : formatDate(language, due);
}
