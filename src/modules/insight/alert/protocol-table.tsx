import type { Bilingual } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { alertPaths } from './paths.ts';
import { alertWords } from './words.ts';

/** A step of the protocol of one alert, as it is owed. */
export type StepRow = { readonly slug: string; readonly what: Bilingual; readonly dueAt: Date; readonly state: 'done' | 'open' | 'late' };

/** What is owed after an alert was confirmed, by whom it is due, with a button where it is done. */
export function ProtocolTable({ frame, alert, steps, keeps }: { frame: PageFrame; alert: string; steps: readonly StepRow[]; keeps: boolean }) {
  const { language, site } = frame;
  const words = alertWords[language];
  const [step, due, state] = words.protocolHeader;
  const names = { done: words.stepDone, open: words.stepOpen, late: words.stepLate } as const;
  return (
    <table class="stack">
      <caption class="hidden-text">{words.protocol}</caption>
      <thead><tr>{[step, due, state].map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>
        {steps.map((one) => (
          <tr>
            <th scope="row">{one.what[language]}</th>
            <td data-label={due}>{formatMoment(language, one.dueAt, site.timeZone)}</td>
            <td data-label={state}>
              {names[one.state]}
              {keeps && one.state !== 'done' ? (
                <form method="post" action={localized(language, alertPaths.step(alert, 'protocol'))}>
                  <Csrf frame={frame} />
                  <input type="hidden" name="step" value={one.slug} />
                  <button class="button link" type="submit" aria-label={words.markDone(one.what[language])}>{words.stepDone}</button>
                </form>
              ) : null}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
