import type { Source } from '#app/modules/plan/index.ts';
import { Sources } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { populations } from '../application/model.ts';
import type { Offered } from '../application/section-fields.tsx';
import { applicationWords } from '../application/words.ts';
import type { Award } from '../award/queries.ts';
import { callPaths } from '../call/paths.ts';
import { type Cents, formatMoney, sumOf } from '../money.ts';
import { grantPaths } from './paths.ts';
import { type Served, type Share, sharesBy } from './portfolio.ts';
import type { FundYear, PastGrant } from './queries.ts';
import { grantWords } from './words.ts';

type Props = {
  frame: PageFrame; awards: readonly Award[]; paid: Cents; served: readonly Served[]; past: readonly PastGrant[]; years: readonly FundYear[]; offered: Offered;
  /** The name of the table of a priority, by the priority's slug. */
  tables: ReadonlyMap<string, { readonly slug: string; readonly name: string }>; sources: readonly Source[];
};

/** Everything that was given: what it serves, what it came to, and earlier years with their sources. */
export function GrantsPage({ frame, awards, paid, served, past, years, offered, tables, sources }: Props) {
  const { language } = frame;
  const words = grantWords[language];
  const name = (list: keyof Offered) => (slug: string) => offered[list].find((one) => one.slug === slug)?.name[language] ?? slug;
  const population = (key: string) => applicationWords[language].populations[populations.find((one) => one === key) ?? 'everybody'];
  const tableNames = new Map([...tables.values()].map((one) => [one.slug, one.name]));
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
            <p><strong>{words.totals(awards.length, formatMoney(language, sumOf(awards.map((one) => one.amount))), formatMoney(language, paid))}</strong></p>
            <p class="small">{words.divided}</p>
            <ShareTable frame={frame} caption={words.byPriority} shares={sharesBy(awards, (one) => one.priorities)} name={name('priorities')} />
            <ShareTable frame={frame} caption={words.byTable} shares={sharesBy(awards, (one) => one.priorities.map((slug) => tables.get(slug)?.slug ?? ''))} name={(slug) => tableNames.get(slug) ?? slug} />
            <ShareTable frame={frame} caption={words.byPlace} shares={sharesBy(awards, (one) => one.municipalities)} name={name('municipalities')} />
            <ShareTable frame={frame} caption={words.byPopulation} shares={sharesBy(awards, (one) => (one.population ? [one.population] : []))} name={population} />
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

function ShareTable({ frame: { language }, caption, shares, name }: { frame: PageFrame; caption: string; shares: readonly Share[]; name: (key: string) => string }) {
  const words = grantWords[language];
  return (
    <table class="stack">
      <caption>{caption}</caption>
      <thead><tr>{[words.serves, words.grants, words.amount].map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>{shares.map((one) => <tr><th scope="row">{one.key === '' ? words.unnamed : name(one.key)}</th><td data-label={words.grants} class="n">{one.grants}</td><td data-label={words.amount} class="n">{formatMoney(language, one.amount)}</td></tr>)}</tbody>
      <tfoot><tr><th scope="row" colspan={2}>{words.total}</th><td data-label={words.total} class="n">{formatMoney(language, sumOf(shares.map((one) => one.amount)))}</td></tr></tfoot>
    </table>
  );
}
