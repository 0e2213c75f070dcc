import { SummaryList, type SummaryRow } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import type { Figure } from '../figure/figure.ts';
import { alcoholPaths } from '../alcohol/paths.ts';
import { computationPaths } from '../computation/paths.ts';
import { madePaths } from './paths.ts';
import type { FigureMade } from './queries.ts';
import { madeWords } from './words.ts';

type Props = { frame: PageFrame; figure: Figure; made: FigureMade | undefined; inputs: readonly Figure[]; seesRows: boolean };

/** How a figure was made: definition, inputs, data, day and role; down to the rows for those who may see them. */
export function MadePage({ frame, figure, made, inputs, seesRows }: Props) {
  const { language } = frame;
  const words = madeWords[language];
  const { definition } = figure;
  const at = (path: string) => localized(language, path);
  const value = printedNumber(language, figure);
  const datasets = made?.inputs.flatMap((one) => (one.kind === 'dataset' ? [one] : [])) ?? [];
  const rows: readonly (SummaryRow | false | undefined)[] = [
    made && { label: words.said, value: made.said[language] },
    { label: words.definition, value: words.definitionOf(definition.name[language], definition.version) },
    { label: words.text, value: definition.text[language] },
    !made && definition.method && { label: words.method, value: definition.method[language] },
    definition.formula && { label: words.formula, value: definition.formula[language] },
    made && { label: words.dataset, value: words.datasetOf(made.datasetName[language], made.version, made.schemaVersion) },
    { label: words.asOf, value: formatDate(language, made?.asOf ?? figure.asOf) },
    made && { label: words.fingerprint, value: <><code>{made.fingerprint}</code><br /><span class="small">{words.fingerprintHint}</span></> },
    inputs.length > 0 && { label: words.inputFigures, value: <ul class="plain">{inputs.map((one) => <li><a href={at(madePaths.figure(one.slug))}>{printedNumber(language, one)}</a> {one.label[language]}, {one.period[language]}, {one.geography[language]}</li>)}</ul> },
    datasets.length > 0 && { label: words.inputs, value: datasets.map((one) => <>{words.inputDataset(one.dataset, one.version)}<br /><code>{one.fingerprint}</code></>) },
    !made && figure.inputsHash !== undefined && { label: words.inputsHash, value: <code>{figure.inputsHash}</code> },
    made && { label: words.by, value: words.roles[made.byRole] ?? made.byRole },
    made && { label: words.on, value: formatDate(language, made.madeOn) },
  ];
  return (
    <PublicLayout frame={frame}>
      <p><a href={at(madePaths.figure(figure.slug))}>{words.back}{colon(language)}{value ? `${value} ` : ''}{figure.label[language]}</a></p>
      <h1>{words.title}</h1>
      <p class="lead">{value ? `${value} ` : ''}{figure.label[language]}, {figure.period[language]}, {figure.geography[language]}{figure.breakdown ? `, ${figure.breakdown.name[language]}` : ''}</p>
      {made ? null : <p class="inset">{figure.inputs.length > 0 ? words.derived : words.entered}</p>}
      {figure.releasable || made ? null : <p>{words.withheld}</p>}
      <SummaryList rows={rows.flatMap((row) => row || [])} />
      {made?.alcoholRun && seesRows ? <p><a href={at(alcoholPaths.run(made.alcoholRun))}>{words.run}</a></p> : null}
      {made?.run && seesRows ? <p class="buttons"><a class="button quiet" href={at(madePaths.rows(figure.slug))}>{words.rows}</a> <a href={at(computationPaths.run(made.run))}>{words.run}</a></p> : null}
    </PublicLayout>
  );
}
