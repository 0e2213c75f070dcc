import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Language } from '#app/platform/language/language.ts';
import { deskPaths } from './paths.ts';
import type { ReportLine } from './queries.ts';
import { deskWords } from './words.ts';

/** A bucket as people write it: 4 kB, 1 MB. */
export function sizeText(language: Language, bytes: number): string {
  const [kilo, mega] = language === 'fr' ? ['ko', 'Mo'] : ['kB', 'MB'];
  return bytes < 1_048_576 ? `${formatNumber(language, bytes / 1024)}\u00a0${kilo}` : `${formatNumber(language, bytes / 1_048_576)}\u00a0${mega}`;
}

type Props = { frame: PageFrame; reports: readonly ReportLine[]; version: number; ownKey: 'none' | 'waiting' | 'listed'; };

/** What came, for the committee. */
export function DeskListPage({ frame, reports, version, ownKey }: Props) {
  const { language } = frame;
  const words = deskWords[language];
  const older = reports.filter(({ oldest, state }) => oldest < version && state !== 'closed').length;
  // A file that came sealed has no mailbox to answer to.
  const waits = ({ lastFrom, state, name }: ReportLine) => lastFrom === 'in' && state !== 'closed' && name !== null;
  const waiting = reports.filter(waits).length;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {waiting > 0 ? <p class="inset"><strong>{words.waiting(waiting)}</strong></p> : null}
      {ownKey === 'listed' ? null : <p class="inset">{ownKey === 'none' ? words.noKey : words.notOnList}</p>}
      <p class="go">
        <a class={ownKey === 'none' ? 'button' : 'button quiet'} href={localized(language, deskPaths.key)}>{words.toKey}</a>
        <a class="button quiet" href={localized(language, deskPaths.recipients)}>{words.toList}</a>
        {older > 0 ? <a class="button quiet" href={localized(language, deskPaths.rewrap)}>{words.toRewrap(older)}</a> : null}
      </p>
      {reports.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption>{words.caption}</caption>
          <thead><tr>{words.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {reports.map((one) => (
              <tr>
                <th scope="row"><a href={localized(language, deskPaths.report(one.id))}>{formatDate(language, one.receivedOn)}</a>{one.name === null ? <span class="small"> {words.file}</span> : null}</th>
                <td data-label={words.header[1]}>{formatNumber(language, one.messages)} <span class="small">{words.newest(formatDate(language, one.newestOn))}</span></td>
                <td data-label={words.header[2]}>{words.upTo(sizeText(language, one.bucket))}</td>
                <td data-label={words.header[3]}>{words.from[one.lastFrom]}{waits(one) ? <> <strong>({words.waits})</strong></> : null}</td>
                <td data-label={words.header[4]}>{words.states[one.state]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}
