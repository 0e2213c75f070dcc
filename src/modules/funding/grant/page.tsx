import type { Source } from '#app/modules/plan/index.ts';
import { Sources } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { callPaths } from '../call/paths.ts';
import { formatMoney, sumOf } from '../money.ts';
import type { Given } from './given.ts';
import { grantPaths } from './paths.ts';
import type { FundYear, PastGrant } from './queries.ts';
import { type CallLine, callLines, type ShareList, shareLists } from './shares.ts';
import { grantWords } from './words.ts';

type Props = { frame: PageFrame; given: Given; past: readonly PastGrant[]; years: readonly FundYear[]; sources: readonly Source[] };

/** Everything that was given: what it serves, what it came to, and earlier years with their sources. */
export function GrantsPage({ frame, given, past, years, sources }: Props) {
  const { language } = frame;
  const words = grantWords[language];
  const { awards, handed, served } = given;
  const picked = (own: readonly string[]) => sources.filter((one) => own.includes(one.slug));
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul class="links">
        <li><a href={localized(language, callPaths.list)}>{words.calls}</a></li>
        <li><a href={grantPaths.json}>{words.json}</a></li>
        <li><a href={grantPaths.csv}>{words.csv}</a></li>
      </ul>
      <p class="small">{words.jsonNote}</p>
      <section class="band">
        <h2>{words.here}</h2>
        {awards.length === 0 ? <p>{words.noneHere}</p> : (
          <>
            <p><strong>{words.totals(awards.length, formatMoney(language, sumOf(awards.map((one) => one.amount))), formatMoney(language, sumOf([...handed.values()])))}</strong></p>
            <p class="small">{words.divided}</p>
            <CallTable frame={frame} lines={callLines(language, given)} />
            {shareLists(language, given).map((list) => <ShareTable frame={frame} list={list} />)}
            <details>
              <summary>{words.grants}</summary>
              <table class="stack">
                <caption class="hidden-text">{words.here}</caption>
                <thead><tr>{[words.number, words.recipient, words.project, words.amount].map((one) => <th scope="col">{one}</th>)}</tr></thead>
                <tbody>{awards.map((one) => <tr><th scope="row">{one.number}</th><td data-label={words.recipient}>{one.recipient}</td><td data-label={words.project}>{one.title}{one.fromReserve ? `. ${words.from}` : ''}{one.demonstration ? <span class="small"> ({words.demo})</span> : null}</td><td data-label={words.amount} class="n">{formatMoney(language, one.amount)}</td></tr>)}</tbody>
              </table>
            </details>
          </>
        )}
      </section>
      {awards.length === 0 ? null : (
        <section class="band">
          <h2>{words.outcomes}</h2>
          {served.length === 0 ? <p>{words.noOutcomes}</p> : (
            <>
              <p>{words.outcomesLead}</p>
              <table class="stack">
                <caption class="hidden-text">{words.outcomes}</caption>
                <thead><tr>{[words.project, words.spent, words.people, words.perPerson].map((one) => <th scope="col">{one}</th>)}</tr></thead>
                <tbody>{served.map((one) => <tr><th scope="row">{one.award.title}</th><td data-label={words.spent} class="n">{formatMoney(language, one.spent)}</td><td data-label={words.people} class="n">{one.people}</td><td data-label={words.perPerson} class="n">{formatMoney(language, one.perPerson)}</td></tr>)}</tbody>
              </table>
            </>
          )}
        </section>
      )}
      {years.length > 0 ? (
        <section class="band">
          <h2>{words.years}</h2>
          <table class="stack">
            <caption class="hidden-text">{words.years}</caption>
            <thead><tr>{[words.year, words.amount, words.note].map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>{years.map((one) => <tr><th scope="row">{one.fundYear}</th><td data-label={words.amount} class="n">{one.approximate ? `${words.about} ` : ''}{formatMoney(language, one.amount)}</td><td data-label={words.note}>{one.note[language]} <Sources language={language} sources={picked(one.sources)} /></td></tr>)}</tbody>
          </table>
        </section>
      ) : null}
      {past.length > 0 ? (
        <section class="band">
          <h2>{words.known}</h2>
          <table class="stack">
            <caption class="hidden-text">{words.known}</caption>
            <thead><tr>{[words.year, words.recipient, words.purpose, words.amount].map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>{past.map((one) => (
              <tr>
                <td data-label={words.year}>{one.fundYear}</td><th scope="row">{one.recipient}</th><td data-label={words.purpose}>{one.purpose?.[language] ?? '–'}</td>
                <td data-label={words.amount} class={one.amount === undefined ? undefined : 'n'}>{one.amount === undefined ? words.noAmount : formatMoney(language, one.amount)} {words.forYears(one.years)}</td>
              </tr>
            ))}</tbody>
          </table>
          <Sources language={language} sources={picked(past.flatMap((one) => one.sources))} />
        </section>
      ) : null}
    </PublicLayout>
  );
}

function CallTable({ frame: { language }, lines }: { frame: PageFrame; lines: readonly CallLine[] }) {
  const words = grantWords[language];
  const sum = (of: (line: CallLine) => number) => formatMoney(language, sumOf(lines.map(of)));
  return (
    <table class="stack">
      <caption>{words.byCall}</caption>
      <thead><tr>{[words.call, words.sent, words.grants, words.amount, words.handed].map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>{lines.map((one) => (
        <tr>
          <th scope="row">{one.title}{one.demonstration ? <span class="small"> ({words.demo})</span> : null}</th><td data-label={words.sent} class="n">{one.sent ?? '–'}</td><td data-label={words.grants} class="n">{one.grants}</td>
          <td data-label={words.amount} class="n">{formatMoney(language, one.amount)}</td><td data-label={words.handed} class="n">{formatMoney(language, one.handed)}</td>
        </tr>
      ))}</tbody>
      <tfoot><tr><th scope="row" colspan={3}>{words.total}</th><td data-label={words.amount} class="n">{sum((one) => one.amount)}</td><td data-label={words.handed} class="n">{sum((one) => one.handed)}</td></tr></tfoot>
    </table>
  );
}

function ShareTable({ frame: { language }, list: { caption, head, shares } }: { frame: PageFrame; list: ShareList }) {
  const words = grantWords[language];
  return (
    <table class="stack">
      <caption>{caption}</caption>
      <thead><tr>{[head, words.grants, words.amount].map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>{shares.map((one) => <tr><th scope="row">{one.name}</th><td data-label={words.grants} class="n">{one.grants}</td><td data-label={words.amount} class="n">{formatMoney(language, one.amount)}</td></tr>)}</tbody>
      <tfoot><tr><th scope="row" colspan={2}>{words.total}</th><td data-label={words.total} class="n">{formatMoney(language, sumOf(shares.map((one) => one.amount)))}</td></tr></tfoot>
    </table>
  );
}
