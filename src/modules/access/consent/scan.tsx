import { Csrf } from '#app/ui/components/csrf.tsx';
import { dateIn } from '#app/platform/clock/clock.ts';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import type { Scan } from './queries.ts';
import { scanWords } from './scan-words.ts';

export const scanTypes: readonly string[] = ['application/pdf', 'image/jpeg', 'image/png'];
/** Each consent of a page has its own field, so that its label is its own. */
export const scanField = (consent: string): string => `scan-${consent}`;

/** The scans of one consent, and the form that adds one for whoever may. */
export function Scans({ frame, person, consent, scans, adds, error, timeZone }: { frame: PageFrame; person: string; consent: string; scans: readonly Scan[]; adds: boolean; error: string | undefined; timeZone: string }) {
  const { language } = frame;
  const words = scanWords[language];
  const name = scanField(consent);
  return (
    <>
      {scans.map((scan) => <p><a href={localized(language, accessPaths.scan(person, consent, scan.id))}>{words.open(formatDate(language, dateIn(timeZone, scan.addedAt)))}</a></p>)}
      {adds ? (
        <details open={error !== undefined}>
          <summary>{words.title}</summary>
          <form method="post" action={localized(language, accessPaths.scans(person, consent))} enctype="multipart/form-data" novalidate>
            <Csrf frame={frame} />
            <div class={error ? 'field bad' : 'field'}>
              <label for={name}>{words.label}</label>
              <p class="hint" id={`${name}-hint`}>{words.hint}</p>
              {error ? <p class="error-text" id={`${name}-error`}>{error}</p> : null}
              <input type="file" id={name} name={name} accept=".pdf,.jpg,.jpeg,.png" aria-describedby={error ? `${name}-hint ${name}-error` : `${name}-hint`} aria-invalid={error ? 'true' : undefined} />
            </div>
            <button class="button quiet" type="submit">{words.add}</button>
          </form>
        </details>
      ) : null}
    </>
  );
}
