import { releasePaths } from '#app/modules/insight/index.ts';
import { formatNumber } from '#app/ui/format.ts';
import { localized } from '#app/ui/page-frame.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { ReportContent } from '../report/compute.ts';
import { type Composition, dimensions, missingIn } from '../report/heard.ts';
import type { Census } from '../report/queries.ts';
import { Bar, cellText, FigureTable, percentText } from './figures.tsx';
import { consultationWords } from './words.ts';

type Props = { language: Language; content: ReportContent; census: Census | undefined };

/** Who was heard: a range, the channels, and what people told of themselves beside the census. */
export function HeardSection({ language, content, census }: Props) {
  const words = consultationWords[language];
  const { heard, compositions } = content;
  const absent = census ? dimensions.filter((dimension) => !census.rows.some((row) => row.dimension === dimension)) : [];
  const most = typeof heard.most === 'number' ? heard.most : 0;
  return (
    <section class="band" id="heard">
      <h2>{words.heard}</h2>
      <p class="lead">{rangeText(language, content)}</p>
      <p>{words.rangeText}</p>
      {heard.channels ? (
        <FigureTable caption={words.channel} head={{ label: words.way, cell: (row) => words.channels[row.channel] ?? row.channel }} rows={heard.channels}
          columns={[{ label: words.people, cell: (row) => <>{typeof row.people === 'number' && most > 0 ? <Bar part={row.people / most} /> : null}{cellText(language, row.people)}</>, numeric: true }]} />
      ) : <p>{words.tableHidden}</p>}
      {census && compositions.length > 0 ? <p>{words.census(census.year, formatNumber(language, census.total))}{compositions.some((one) => census.rows.some((row) => row.dimension === one.dimension && !row.confirmed)) ? <> {words.unconfirmed}</> : null}</p> : null}
      {compositions.map((one) => <CompositionTable language={language} composition={one} census={census} />)}
      {absent.length > 0 ? <p>{words.noCensus(listText(language, absent.map((dimension) => words.dimensionNames[dimension])))}</p> : null}
      <p class="small">{words.hidden} <a href={localized(language, releasePaths.protection)}>{words.protection}</a></p>
      {compositions.length > 0 ? <Missing language={language} content={content} census={census} /> : null}
      <p class="inset"><b>{words.selfSelected}</b></p>
    </section>
  );
}

function rangeText(language: Language, { heard: { most, least } }: ReportContent): string {
  const words = consultationWords[language];
  if (most === 'few' || most === 'guard') return words.fewHeard;
  return least === undefined || least === most ? words.atMost(cellText(language, most)) : words.range(formatNumber(language, least), cellText(language, most));
}

const labelOf = (language: Language, census: Census | undefined, dimension: string, category: string) =>
  census?.rows.find((row) => row.dimension === dimension && row.category === category)?.label[language] ?? category;

function CompositionTable({ language, composition, census }: { language: Language; composition: Composition; census: Census | undefined }) {
  const words = consultationWords[language];
  const { dimension, rows, untold } = composition;
  const all = [...rows, { category: '', people: untold, share: undefined, population: undefined }];
  return (
    <FigureTable caption={words.dimensions[dimension]} rows={all} head={{ label: words.category[dimension], cell: (row) => (row.category ? labelOf(language, census, dimension, row.category) : words.untold) }}
      columns={[
        { label: words.people, cell: (row) => cellText(language, row.people), numeric: true },
        { label: words.share, cell: (row) => (row.share === undefined ? '–' : <><Bar part={row.share} />{percentText(language, row.share)}</>), numeric: true },
        { label: words.population, cell: (row) => (row.population === undefined ? '–' : <><Bar part={row.population} quiet />{percentText(language, row.population)}</>), numeric: true },
      ]} />
  );
}

function Missing({ language, content, census }: Props) {
  const words = consultationWords[language];
  const names = content.compositions.flatMap((one) => missingIn(one, content.heard.most).map((category) => labelOf(language, census, one.dimension, category)));
  const comparable = content.compositions.some((one) => one.rows.some((row) => row.share !== undefined));
  return (
    <>
      <h3>{words.missing}</h3>
      <p>{names.length > 0 ? words.missingText(names.join('; ')) : comparable ? words.noneMissing : words.cannotSay}</p>
    </>
  );
}

/** a, b and c. */
export function listText(language: Language, items: readonly string[]): string {
  return new Intl.ListFormat(`${language}-CA`).format(items);
}
