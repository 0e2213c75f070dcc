import { cohenKappa } from '#app/methods/agreement/cohen-kappa.ts';
import type { Language } from '#app/platform/language/language.ts';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { localized } from '#app/ui/page-frame.ts';
import { labelOf } from '../checklist/pages.tsx';
import type { Code } from '../session/queries.ts';
import { outcomePaths } from './paths.ts';
import type { Outcome } from './queries.ts';
import { outcomeWords } from './words.ts';

/** What an outcome asks for, in a few words. */
export function outcomeText(language: Language, one: Outcome, codes: readonly Code[]): string {
  const words = outcomeWords[language];
  const main = one.toCode === null ? words.conclusions[one.conclusion] : `${words.conclusions[one.conclusion]} (${labelOf(codes, one.toCode, language)})`;
  return [main, ...(one.contact ? [words.contact] : []), ...(one.systemic ? [words.systemic] : [])].join('; ');
}

function answerText(language: Language, one: Outcome, codes: readonly Code[]): string {
  const words = outcomeWords[language];
  if (one.answer !== null) return [words.answers[one.answer], ...(one.newCode ? [labelOf(codes, one.newCode, language)] : []), ...(one.declineReason ? [words.declineReasons[one.declineReason]] : []), ...(one.answerNote ? [one.answerNote] : [])].join('; ');
  return one.conclusion === 'agree' && !one.contact ? words.nothingOwed : one.sentAt === null ? words.notSent : words.waits;
}

export function OutcomeSummary({ language, outcome, codes }: { language: Language; outcome: Outcome; codes: readonly Code[] }) {
  const words = outcomeWords[language];
  return <SummaryList rows={[{ label: words.conclusion, value: outcomeText(language, outcome, codes) }, { label: words.header[2], value: words.ways[outcome.way] }, ...(outcome.reason ? [{ label: words.reason, value: words.reasons[outcome.reason] }] : []), ...(outcome.note ? [{ label: words.note, value: outcome.note }] : [])]} />;
}

/** The outcomes of a session; the liaison answers from here, the chair opens the comparison. */
export function OutcomeTable({ language, outcomes, codes, liaison }: { language: Language; outcomes: readonly Outcome[]; codes: readonly Code[]; liaison: boolean }) {
  const words = outcomeWords[language];
  if (outcomes.length === 0) return <p>{words.none}</p>;
  const owed = (one: Outcome) => one.answer === null && (one.conclusion !== 'agree' || one.contact);
  return (
    <table class="stack">
      <caption>{words.caption_}</caption>
      <thead><tr>{words.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
      <tbody>
        {outcomes.map((one) => (
          <tr>
            <th scope="row">{liaison ? one.pseudonym : <a href={localized(language, outcomePaths.show(one.file))}>{one.pseudonym}</a>}</th>
            <td data-label={words.header[1]}>{outcomeText(language, one, codes)}</td>
            <td data-label={words.header[2]}>{words.ways[one.way]}</td>
            <td data-label={words.header[3]}>{liaison && owed(one) ? <a href={localized(language, outcomePaths.answer(one.file))}>{words.answer}</a> : answerText(language, one, codes)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Under so many files a coefficient says nothing. */
const fewestPairs = 10;

/** How much was settled, how well the reviewers agree, what the police re-coded. Of what whoever looks may see, and of nothing else. */
export function OutcomeCounts({ language, outcomes, pairs }: { language: Language; outcomes: readonly Outcome[]; pairs: readonly (readonly [string, string])[] }) {
  const words = outcomeWords[language];
  const { kappa, low, high, n } = pairs.length >= fewestPairs ? cohenKappa(pairs) : { kappa: null, low: null, high: null, n: 0 };
  const printed = (value: number) => new Intl.NumberFormat(language === 'en' ? 'en-CA' : 'fr-CA', { minimumFractionDigits: 2, maximumFractionDigits: 2 }).format(value);
  return (
    <>
      <h2>{words.counts}</h2>
      <SummaryList rows={[
        { label: words.settled, value: String(outcomes.length) }, { label: words.byTalk, value: String(outcomes.filter((one) => one.way === 'discussion').length) },
        { label: words.recoded, value: String(outcomes.filter((one) => one.newCode !== null).length) },
      ]} />
      <p>{kappa === null || low === null || high === null ? words.noKappa : words.kappa(printed(kappa), printed(low), printed(high), n)}</p>
    </>
  );
}
