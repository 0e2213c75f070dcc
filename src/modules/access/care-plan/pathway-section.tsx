import type { Conformance } from '#app/methods/conformance/conformance.ts';
import { deviations, named } from '#app/methods/conformance/conformance.ts';
import { Sources } from '#app/ui/components/pieces.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Pathway, PlanContent } from './queries.ts';
import { isCareStep } from './rules.ts';
import { careWords } from './words.ts';

/** A plan held against its pathway, round by round. */
export type Held = { readonly pathway: Pathway | undefined; readonly rounds: readonly Conformance[] };

/** Each agreed step with its target and what happened, the newest round first. */
export function PathwaySection({ frame: { language }, held, content }: { frame: PageFrame; held: Held; content: PlanContent }) {
  const words = careWords[language];
  const { pathway } = held;
  if (!pathway) return null;
  return (
    <section>
      <h2>{words.followed}</h2>
      <p>{words.pathLead} <b>{pathway.name[language]}</b>. {pathway.note?.[language]}</p>
      <Sources language={language} sources={pathway.sources} />
      {held.rounds.map((found, index) => ({ found, round: index + 1 })).toReversed().map(({ found, round }) => (
        <table class="stack">
          <caption>{words.round(round)}{found.conforms ? `${colon(language)}${words.conforms}` : ''}</caption>
          <thead><tr><th scope="col">{words.step}</th><th scope="col">{words.target}</th><th scope="col">{words.happened}</th><th scope="col">{words.left_}</th></tr></thead>
          <tbody>
            {pathway.steps.filter((one) => round === 1 || one.again).map((one) => {
              const days = content.steps.filter((step) => step.kind === 'step' && step.step === one.step && step.round === round).map((step) => formatDate(language, step.onDate));
              return (
                <tr>
                  <td>{isCareStep(one.step) ? words.steps[one.step] : one.step}</td>
                  <td data-label={words.target} class="n">{words.targetDays(one.days)}</td>
                  <td data-label={words.happened}>{days.join(', ') || '–'}</td>
                  <td data-label={words.left_}>{leftBy(found, one.step) || '–'}</td>
                </tr>
              );
            })}
          </tbody>
        </table>
      ))}
    </section>
  );

  function leftBy(found: Conformance, step: string): string {
    return deviations.filter((kind) => named(found, kind).includes(step)).map((kind) => {
      const days = kind === 'late' ? found.late.find((one) => one.step === step)?.days : kind === 'waiting' ? found.waiting?.days : undefined;
      if (days === undefined) return words.deviations[kind];
      return kind === 'late' ? words.lateBy(days) : words.waitingBy(days);
    }).join(', ');
  }
}
