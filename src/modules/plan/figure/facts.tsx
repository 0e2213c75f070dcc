import { type Figure, releasePaths } from '#app/modules/insight/index.ts';
import type { Language } from '#app/platform/language/language.ts';
import { SummaryList, type SummaryRow } from '#app/ui/components/pieces.tsx';
import { formatDate, formatNumber } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import { planPaths } from '../paths.ts';
import { figureValue } from './figure-value.ts';
import { figureWords } from './words.ts';

/** Everything that says how a figure is known; what does not apply to it is left out. */
export function FigureFacts({ language, figure, inputs }: { language: Language; figure: Figure; inputs: readonly Figure[] }) {
  const words = figureWords[language];
  const { definition } = figure;
  const known = formatDate(language, figure.knownFrom);
  const rows: readonly (SummaryRow | false | undefined)[] = [
    { label: words.definition, value: definition.text[language] },
    definition.method && { label: words.method, value: definition.method[language] },
    definition.formula && { label: words.formula, value: definition.formula[language] },
    inputs.length > 0 && { label: words.inputs, value: <InputLinks language={language} inputs={inputs} /> },
    figure.inputsHash !== undefined && { label: words.inputsHash, value: <code>{figure.inputsHash.slice(0, 16)}…</code> },
    figure.interval && { label: words.interval, value: words.between(formatNumber(language, figure.interval.low), formatNumber(language, figure.interval.high), figure.interval.level) },
    figure.note && { label: words.note, value: figure.note[language] },
    { label: words.period, value: figure.period[language] },
    { label: words.placeOf, value: figure.geography[language] },
    figure.breakdown && { label: words.part, value: figure.breakdown.name[language] },
    { label: words.countedBy, value: words.geographyKinds[definition.geographyKind] },
    { label: words.known, value: figure.approximate ? words.approximately(known) : known },
    { label: words.asOf, value: figure.asOf === figure.knownFrom ? words.dayOfPublication : formatDate(language, figure.asOf) },
    figure.freshUntil !== undefined && { label: words.freshUntil, value: formatDate(language, figure.freshUntil) },
    { label: words.disclosure, value: <>{words.disclosureRules[definition.disclosureRule]}. <a href={localized(language, releasePaths.protection)}>{words.protection}</a></> },
  ];
  return <SummaryList rows={rows.flatMap((row) => row || [])} />;
}

function InputLinks({ language, inputs }: { language: Language; inputs: readonly Figure[] }) {
  return (
    <ul class="plain">
      {inputs.map((input) => <li><a href={localized(language, planPaths.figure(input.slug))}>{figureValue(language, input)}</a> {input.label[language]}, {input.period[language]}, {input.geography[language]}</li>)}
    </ul>
  );
}
