import { Sources } from '#app/ui/components/pieces.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { ClockMark } from './ageing.ts';
import { carePaths } from './paths.ts';
import type { Amount, Plan } from './queries.ts';
import { careWords } from './words.ts';

/** The clock of a person; undefined marks where no day of birth is known to the reader. */
export type Clock = { readonly age: number | undefined; readonly marks: readonly ClockMark[] | undefined; readonly amounts: readonly Amount[] };

/** What is owed as the person grows up, and what the province pays after care. */
export function AgesSection({ frame, plan, clock, keeps }: { frame: PageFrame; plan: Plan; clock: Clock; keeps: boolean }) {
  const { language } = frame;
  const words = careWords[language];
  return (
    <section>
      <h2>{words.ages}</h2>
      {clock.marks === undefined || clock.age === undefined ? <p>{words.noBirth}</p> : (
        <>
          <p>{words.ageNow(clock.age)} {words.agesLead}</p>
          <table class="stack">
            <thead><tr><th scope="col">{words.age}</th><th scope="col">{words.due}</th><th scope="col">{words.owed}</th><th scope="col">{words.state}</th></tr></thead>
            <tbody>
              {clock.marks.map((mark) => (
                <tr>
                  <td data-label={words.age}>{mark.due === 'before' ? words.before(mark.age) : words.at(mark.age)}</td>
                  <td data-label={words.due}>{formatDate(language, mark.on)}</td>
                  <td>{mark.text[language]}{mark.confirmed ? <Sources language={language} sources={mark.sources} /> : <><br /><span class="small">{words.unconfirmed}</span></>}</td>
                  <td data-label={words.state}>{mark.state === 'late' ? <b>{words.clock.late}</b> : words.clock[mark.state]}{mark.doneOn ? ` (${formatDate(language, mark.doneOn)})` : ''}
                    {keeps && (mark.state === 'late' || mark.state === 'soon') ? <><br /><a href={localized(language, carePaths.age(plan.person, mark.slug.replace('/', '.')))}>{words.markDone}<span class="hidden-text"> ({mark.text[language]})</span></a></> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {plan.leavingCare && clock.amounts.length > 0 ? (
        <>
          <h3>{words.amounts}</h3>
          <p>{words.amountsLead}</p>
          <table class="stack">
            <thead><tr><th scope="col">{words.age}</th><th scope="col">{words.monthly}</th><th scope="col">{words.study}</th></tr></thead>
            <tbody>
              {[...new Set(clock.amounts.map((one) => one.age))].map((age) => (
                <tr><td data-label={words.age}>{age}</td>{(['monthly', 'study'] as const).map((kind) => <td class="n" data-label={words[kind]}>{dollars(clock.amounts.find((one) => one.age === age && one.kind === kind))}</td>)}</tr>
              ))}
            </tbody>
          </table>
          <Sources language={language} sources={[...new Map(clock.amounts.flatMap((one) => one.sources).map((one) => [one.url, one])).values()]} />
          <p class="small">{words.since(formatDate(language, clock.amounts[0]?.from ?? ''))}</p>
        </>
      ) : null}
    </section>
  );

  function dollars(amount: Amount | undefined): string {
    if (!amount) return '–';
    return language === 'fr' ? `${formatNumber(language, amount.dollars)} $` : `$${formatNumber(language, amount.dollars)}`;
  }
}
