import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate, formatNumber } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import type { Figure } from '../figure/figure.ts';
import { figurePath } from '../publication/figure-inline.ts';
import { columnText } from './column-text.ts';
import { columns, type Indicator } from './indicator.ts';
import { Marks, marksOf, printedValue } from './marks.tsx';
import type { Surroundings } from './queries.ts';
import { indicatorWords } from './words.ts';

type Props = { language: Language; caption: string; figures: readonly Figure[]; sources: Surroundings['sources']; today: string };

/** Every value, superseded ones below those that replaced them; each leads to how it is known. */
export function ValuesTable({ language, caption, figures, sources, today }: Props) {
  const words = indicatorWords[language];
  const hasInterval = figures.some((one) => one.interval);
  return (
    <>
      <h3>{words.values}</h3>
      <table class="stack values">
        <caption class="hidden-text">{caption}</caption>
        <thead><tr><th scope="col">{words.period}</th><th scope="col">{words.value}</th>{hasInterval ? <th scope="col">{words.intervalHead}</th> : null}<th scope="col">{words.standing}</th><th scope="col">{words.known}</th></tr></thead>
        <tbody>
          {figures.map((figure) => {
            const marks = marksOf(figure, today).filter((mark) => mark !== 'withheld');
            const source = sources.find((one) => one.slug === figure.sources[0]);
            return (
              <tr class={figure.supersededBy === undefined ? undefined : 'past'}>
                <th scope="row">{figure.period[language]}</th>
                <td data-label={words.value}><a class={figure.releasable ? 'n' : 'n state withheld'} href={localized(language, figurePath(figure.slug))}>{printedValue(language, figure)}</a></td>
                {hasInterval ? <td data-label={words.intervalHead}>{figure.interval ? words.interval(formatNumber(language, figure.interval.low), formatNumber(language, figure.interval.high)) : '–'}</td> : null}
                <td data-label={words.standing}>{marks.length > 0 ? <Marks language={language} marks={marks} /> : figure.releasable ? words.final : (figure.withheldReason?.[language] ?? words.withheld)}</td>
                <td data-label={words.known}>{formatDate(language, figure.knownFrom)}{source ? <span class="small when">{source.publisher}</span> : null}</td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </>
  );
}

/** The versions of an indicator, the newest first, with what each changed and why. */
export function VersionsTable({ language, versions }: { language: Language; versions: readonly Indicator[] }) {
  const words = indicatorWords[language];
  return (
    <table class="stack">
      <caption class="hidden-text">{words.historyCaption}</caption>
      <thead><tr><th scope="col">{words.version}</th><th scope="col">{words.since}</th><th scope="col">{words.whatChanged}</th><th scope="col">{words.why}</th></tr></thead>
      <tbody>
        {versions.map((one, index) => {
          const before = versions[index + 1];
          const changed = before ? columns.filter((column) => columnText(language, one, column) !== columnText(language, before, column)) : [];
          return (
            <tr>
              <th scope="row" data-label={words.version}>{one.version}</th>
              <td data-label={words.since}>{formatDate(language, one.knownFrom)}</td>
              <td data-label={words.whatChanged}>{changed.length > 0 && before ? changed.map((column) => <p>{words.columns[column]}{colon(language)}{columnText(language, before, column)} → {columnText(language, one, column)}</p>) : '–'}</td>
              <td data-label={words.why}>{one.changeReason ? one.changeReason[language] : words.first}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
