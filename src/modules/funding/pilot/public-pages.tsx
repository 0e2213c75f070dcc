import type { Released } from '#app/modules/insight/index.ts';
import { Breadcrumbs, Sources, SummaryList, Thread } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { centsOf, formatMoney } from '../money.ts';
import { ownPlanPaths } from '../own-plan/paths.ts';
import { outcomeTables } from '../pilot-outcome/shares.ts';
import { outcomeWords } from '../pilot-outcome/words.ts';
import { instalmentState, moneyOf } from './chain.ts';
import { chainWords } from './chain-words.ts';
import { pilotPaths } from './paths.ts';
import type { Pilot } from './queries.ts';

/** Every pilot that is known, with the way to its chain. */
export function PilotsPage({ frame, pilots }: { frame: PageFrame; pilots: readonly Pilot[] }) {
  const { language } = frame;
  const words = chainWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {pilots.length === 0 ? <p>{words.none}</p> : pilots.map((one) => (
        <section class="band">
          <h2><a href={localized(language, pilotPaths.chain(one.slug))}>{one.name[language]}</a></h2>
          <p>{one.purpose[language]}{one.demonstration ? ` ${words.demo}` : ''}</p>
          <p class="small">{one.recipient[language]} · {formatMoney(language, centsOf(one.amount))} · {words.granted(formatDate(language, one.grantedOn))}</p>
        </section>
      ))}
      <section class="band">
        <h2>{words.own}</h2>
        <p><a href={localized(language, ownPlanPaths.open)}>{words.ownLead}</a></p>
      </section>
    </PublicLayout>
  );
}

type Props = { frame: PageFrame; pilot: Pilot; released: readonly Released[]; today: string };

/** One pilot on one page: the dollar, its instalments, what it is for, who takes part, what came of it. */
export function ChainPage({ frame, pilot, released, today }: Props) {
  const { language } = frame;
  const [words, outcome] = [chainWords[language], outcomeWords[language]];
  const sum = moneyOf(pilot, today);
  const money = (cents: number) => formatMoney(language, cents);
  const tables = outcomeTables(language, pilot.slug, released);
  const comparison = pilot.comparison && pilot.comparison.knownFrom <= today ? pilot.comparison : undefined;
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: pilotPaths.list, label: words.title }]} />
      <h1>{pilot.name[language]}</h1>
      <p class="lead">{pilot.purpose[language]}</p>
      {pilot.demonstration ? <p class="inset">{words.demo}</p> : null}
      <Thread tall steps={[
        { title: words.dollar, text: `${money(sum.granted)}, ${pilot.recipient[language]}`, date: words.granted(formatDate(language, pilot.grantedOn)) },
        { title: words.instalments, text: pilot.instalments.length === 0 ? words.noInstalments : words.paidSum(money(sum.paid), money(sum.granted)) },
        { title: words.activities, text: pilot.activities.length === 0 ? words.noActivities : pilot.activities.map((one) => one.name[language]).join('; ') },
        { title: words.participants, text: pilot.agencySlug === null ? words.participantsUnknown : words.participantsText },
        { title: words.outcomes, ...(tables.length > 0 ? { link: <a href="#outcomes">{tables[0]?.caption}</a> } : { text: outcome.noCounts, next: true }) },
      ]} />
      <section class="band">
        <h2>{words.dollar}</h2>
        <SummaryList rows={[{ label: words.amount, value: money(sum.granted) }, { label: words.recipient, value: pilot.recipient[language] }]} />
        <Sources language={language} sources={pilot.sources} />
      </section>
      {pilot.instalments.length > 0 ? (
        <section class="band">
          <h2>{words.instalments}</h2>
          <table class="stack">
            <thead><tr><th scope="col">{words.condition}</th><th scope="col">{words.due}</th><th scope="col">{words.state}</th><th scope="col" class="n">{words.sum}</th></tr></thead>
            <tbody>
              {pilot.instalments.map((one) => (
                <tr><td>{one.condition[language]}</td><td data-label={words.due}>{formatDate(language, one.due)}</td>
                  <td data-label={words.state}>{instalmentState(one, today) === 'paid' && one.paid ? words.paidOn(formatDate(language, one.paid)) : words.states[instalmentState(one, today)]}</td><td data-label={words.sum} class="n">{money(centsOf(one.amount))}</td></tr>
              ))}
            </tbody>
          </table>
          {sum.unplanned > 0 ? <p>{words.unplanned(money(sum.unplanned))}</p> : null}
        </section>
      ) : null}
      {pilot.activities.length > 0 ? (
        <section class="band">
          <h2>{words.activities}</h2>
          <table class="stack">
            <thead><tr><th scope="col">{words.activity}</th><th scope="col" class="n">{words.sum}</th></tr></thead>
            <tbody>{pilot.activities.map((one) => <tr><td>{one.name[language]}</td><td data-label={words.sum} class="n">{money(centsOf(one.amount))}</td></tr>)}</tbody>
          </table>
          {sum.unassigned > 0 ? <p>{words.unassigned(money(sum.unassigned))}</p> : null}
        </section>
      ) : null}
      <section class="band" id="outcomes">
        <h2>{words.outcomes}</h2>
        {tables.length === 0 ? <p>{outcome.noCounts}</p> : <p>{outcome.attritionLead} {outcome.rounded(released[0]?.base ?? 5, released[0]?.k ?? 5)}</p>}
        {tables.map((table) => (
          <table class="stack">
            <caption>{table.caption}</caption>
            <thead><tr>{table.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>{table.rows.map((row) => <tr>{row.map((cell, place) => <td data-label={table.header[place]}>{cell}</td>)}</tr>)}</tbody>
          </table>
        ))}
        {pilot.goal ? <><h3>{words.goal}</h3><p>{pilot.goal.text[language]}</p><Sources language={language} sources={pilot.goal.sources} /></> : null}
        <h3>{words.comparison}</h3>
        {comparison ? <><p>{comparison.text[language]}</p><p>{words.comparisonLimits}</p><Sources language={language} sources={comparison.sources} /></> : <p>{words.noComparison}</p>}
      </section>
    </PublicLayout>
  );
}
