import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate, formatNumber } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { printedCount, type Released } from '../care-plan/released.ts';
import { leftReasons, measureNames, type Results } from './rules.ts';
import { outreachWords } from './words.ts';

type Shown = { joined: string; still: string; left: string; reason: (reason: (typeof leftReasons)[number]) => string; measure: (measure: (typeof measureNames)[number]) => { first: string; twice: string; mean: string; interval: string; split: string } };

/** Outcomes with attrition beside them: exact in one's own organisation, protected for all. */
export function ResultsPage({ frame, own, released }: { frame: PageFrame; own: Results | undefined; released: { month: string; counts: readonly Released[] } | undefined }) {
  const { language } = frame;
  const words = outreachWords[language];
  const number = (value: number) => formatNumber(language, value);
  const mean = (value: number) => new Intl.NumberFormat(language === 'fr' ? 'fr-CA' : 'en-CA', { minimumFractionDigits: 1, maximumFractionDigits: 1, signDisplay: 'exceptZero' }).format(value);
  const range = (low: number, high: number) => (language === 'fr' ? `de ${mean(low)} à ${mean(high)}` : `${mean(low)} to ${mean(high)}`);
  const found = (measure: string, step: string | null) => released?.counts.find((one) => one.measure === measure && one.step === step)?.published;
  const exact: Shown | undefined = own && own.joined > 0 ? {
    joined: number(own.joined), still: number(own.still), left: number(own.left), reason: (reason) => number(own.reasons.get(reason) ?? 0),
    measure: (name) => {
      const one = own.measured.find(({ measure }) => measure === name);
      const change = one?.change;
      return {
        first: number(one?.first ?? 0), twice: number(change?.people ?? 0), mean: change?.mean === undefined ? '–' : mean(change.mean), interval: change?.low === undefined || change.high === undefined ? words.tooFew : range(change.low, change.high),
        split: change ? `${change.better}, ${change.same}, ${change.worse}` : '–',
      };
    },
  } : undefined;
  const safe: Shown | undefined = released ? {
    joined: printedCount(language, found('joined', null)), still: printedCount(language, found('still', null)), left: printedCount(language, found('left', null)), reason: (reason) => printedCount(language, found('left', reason)),
    measure: (name) => {
      const [middle, low, high] = (found('change', name) ?? '').split(' ').map(Number);
      const told = middle !== undefined && low !== undefined && high !== undefined;
      return { first: printedCount(language, found('first', name)), twice: printedCount(language, found('twice', name)), mean: told ? mean(middle) : words.tooFew, interval: told ? range(low, high) : words.tooFew, split: '–' };
    },
  } : undefined;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.results}</h1>
      <p class="lead">{words.resultsLead}</p>
      {own ? <section><h2>{words.own}</h2>{exact ? <Tables frame={frame} shown={exact} split /> : <p>{words.nobodyJoined}</p>}</section> : null}
      <section><h2>{words.all}</h2>{safe && released ? <><p>{words.month(formatDate(language, released.month))}</p><Tables frame={frame} shown={safe} split={false} /></> : <p>{words.notYet}</p>}</section>
      <p class="hint">{words.method}</p>
    </StaffLayout>
  );
}

function Tables({ frame: { language }, shown, split }: { frame: PageFrame; shown: Shown; split: boolean }) {
  const words = outreachWords[language];
  return (
    <>
      <p>{words.joinedCount}{colon(language)}<b>{shown.joined}</b>. {words.still}{colon(language)}<b>{shown.still}</b>. {words.leftCount}{colon(language)}<b>{shown.left}</b>.</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.measure}</th><th scope="col">{words.firstScores}</th><th scope="col">{words.twice}</th><th scope="col">{words.meanChange}</th><th scope="col">{words.interval}</th>{split ? <th scope="col">{words.betterSameWorse}</th> : null}</tr></thead>
        <tbody>
          {measureNames.map((name) => {
            const one = shown.measure(name);
            return <tr><th scope="row">{words.measures[name]}</th><td class="n" data-label={words.firstScores}>{one.first}</td><td class="n" data-label={words.twice}>{one.twice}</td><td class="n" data-label={words.meanChange}>{one.mean}</td><td class="n" data-label={words.interval}>{one.interval}</td>{split ? <td class="n" data-label={words.betterSameWorse}>{one.split}</td> : null}</tr>;
          })}
        </tbody>
      </table>
      <table class="stack">
        <caption>{words.why}</caption>
        <thead><tr><th scope="col">{words.reason}</th><th scope="col">{words.leftCount}</th></tr></thead>
        <tbody>{leftReasons.map((reason) => <tr><td>{words.reasons[reason]}</td><td class="n" data-label={words.leftCount}>{shown.reason(reason)}</td></tr>)}</tbody>
      </table>
    </>
  );
}
