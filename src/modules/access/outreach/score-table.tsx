import type { Language } from '#app/platform/language/language.ts';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import type { Outreach } from './queries.ts';
import { measureNames, measures } from './rules.ts';
import { outreachWords } from './words.ts';

/** The scores of a person by measure, each with its change since the first, in words and number. */
export function ScoreTable({ language, scores }: { language: Language; scores: Outreach['scores'] }) {
  const words = outreachWords[language];
  if (scores.length === 0) return <p>{words.noScore}</p>;
  const signed = (value: number) => `${value > 0 ? '+' : value < 0 ? '−' : ''}${formatNumber(language, Math.abs(value))}`;
  return (
    <>
      {measureNames.map((measure) => ({ measure, own: scores.filter((one) => one.measure === measure) })).filter(({ own }) => own.length > 0).map(({ measure, own }) => (
        <table class="stack">
          <caption>{words.measures[measure]}</caption>
          <thead><tr><th scope="col">{words.on}</th><th scope="col">{words.score}</th><th scope="col">{words.changed}</th></tr></thead>
          <tbody>
            {own.map((one, index) => {
              const change = one.score - (own[0]?.score ?? one.score);
              const turned = change * measures[measure].direction;
              return <tr><td>{formatDate(language, one.on)}</td><td class="n" data-label={words.score}>{formatNumber(language, one.score)}</td><td data-label={words.changed}>{index === 0 ? '–' : `${signed(change)} (${turned > 0 ? words.better : turned < 0 ? words.worse : words.same})`}</td></tr>;
            })}
          </tbody>
        </table>
      ))}
    </>
  );
}
