import { Sources } from '#app/ui/components/pieces.tsx';
import { formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { formatMoney } from '../money.ts';
import type { SchemeRow } from './queries.ts';
import { supportsOf } from './rules.ts';
import { supportWords } from './words.ts';

type Props = { frame: PageFrame; birth: string | null; today: string; studies: boolean; scheme: SchemeRow | undefined };

/** What is paid today, the next day on which it becomes less with what can be done, and every amount to the end. */
export function SupportsSection({ frame: { language }, birth, today, studies, scheme }: Props) {
  const words = supportWords[language];
  const money = (cents: number) => formatMoney(language, cents);
  const day = (date: string) => formatDate(language, date);
  const of = scheme && birth ? supportsOf(birth, today, studies, scheme) : undefined;
  if (!scheme || !of) return <section class="supports"><h2>{words.title}</h2><p>{scheme ? words.noBirth : words.none}</p></section>;
  return (
    <section class="supports">
      <h2>{words.title}</h2>
      <p>{words.now(scheme.name[language])}<br /><b>{of.now > 0 ? words.month(money(of.now)) : words.nothingNow}</b></p>
      {of.loss ? (
        <div class={of.loss.near ? 'inset loss near' : 'inset loss'}>
          <h3>{words.lossTitle}</h3>
          <p><b>{of.loss.kind === 'end' ? words.end(day(of.loss.on), money(of.loss.before)) : words.loss(day(of.loss.on), money(of.loss.before), money(of.loss.after))}</b> {words.days(of.loss.days)}</p>
          {scheme.advice.length > 0 ? <><p>{words.advice}</p><ul>{scheme.advice.map((one) => <li>{one[language]}</li>)}</ul></> : null}
        </div>
      ) : <p>{words.over}</p>}
      {of.hours === undefined ? null : <p>{words.hours(of.hours)}</p>}
      {of.stretches.length > 0 ? (
        <>
          <h3>{words.calendar}</h3>
          <table class="stack">
            <thead><tr><th scope="col">{words.age}</th><th scope="col">{words.from}</th><th scope="col">{words.to}</th><th scope="col">{words.amount}</th></tr></thead>
            <tbody>
              {of.stretches.map((one) => (
                <tr>
                  <td data-label={words.age}>{one.age}{one.now ? <b> {words.nowMark}</b> : null}</td>
                  <td data-label={words.from}>{day(one.from)}</td>
                  <td data-label={words.to}>{day(one.to)}</td>
                  <td data-label={words.amount}>{money(one.cents)}{one.study > 0 ? <><br /><span class="small">{words.study(money(one.study))}</span></> : null}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      ) : null}
      <p class="small">{studies ? words.withStudy : words.withoutStudy} {words.endsOn(day(of.endsOn))} {words.eligible}</p>
      <Sources language={language} sources={scheme.sources} />
    </section>
  );
}
