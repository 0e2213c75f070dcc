import type { Figure, FigureDefinition } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Sources } from '#app/ui/components/pieces.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { pickSources, type Source } from '../outline/queries.ts';
import { planPaths } from '../paths.ts';
import { figureValue } from './figure-value.ts';
import { figureWords } from './words.ts';

/** A value of one period and place in the order in which it became known. */
export function RevisionsTable({ language, revisions, sources }: { language: Language; revisions: readonly Figure[]; sources: readonly Source[] }) {
  const words = figureWords[language];
  return (
    <table class="stack">
      <caption>{words.revisionsCaption}</caption>
      <thead><tr><th scope="col">{words.value}</th><th scope="col">{words.since}</th><th scope="col">{words.what}</th></tr></thead>
      <tbody>
        {revisions.map((one) => (
          <tr>
            <th scope="row" class="n"><a href={localized(language, planPaths.figure(one.slug))}>{figureValue(language, one)}</a></th>
            <td class="n" data-label={words.since}>{formatDate(language, one.knownFrom)}</td>
            <td data-label={words.what}>{(one.note ?? one.definition.text)[language]}<Sources language={language} sources={pickSources(sources, one.sources)} /></td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** What the series counted in each version of its definition, and why it changed. */
export function VersionsTable({ language, definitions, current }: { language: Language; definitions: readonly FigureDefinition[]; current: number }) {
  const words = figureWords[language];
  return (
    <table class="stack">
      <caption>{words.versionsCaption}</caption>
      <thead><tr><th scope="col">{words.version}</th><th scope="col">{words.validFrom}</th><th scope="col">{words.definition}</th><th scope="col">{words.whyChanged}</th></tr></thead>
      <tbody>
        {definitions.map((one) => (
          <tr>
            <th scope="row" data-label={words.version}>{one.version === current ? words.thisOne(one.version) : one.version}</th>
            <td class="n" data-label={words.validFrom}>{formatDate(language, one.validFrom)}</td>
            <td data-label={words.definition}>{one.text[language]}</td>
            <td data-label={words.whyChanged}>{one.changeReason ? one.changeReason[language] : words.first}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
