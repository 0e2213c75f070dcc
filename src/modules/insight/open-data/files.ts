import { stringify } from 'csv-stringify/sync';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { FigureSeries } from '../figure/series.ts';
import { openColumns } from './columns.ts';
import { csvOf, openDataPaths } from './paths.ts';
import type { Terms } from './queries.ts';

/** A text in both languages as linked data writes it. */
export const texts = ({ en, fr }: Bilingual) => [{ '@value': en, '@language': 'en' }, { '@value': fr, '@language': 'fr' }];
/** The day of the newest figure of a series, and of its oldest. */
export const lastChange = ({ figures }: FigureSeries): string => figures.reduce((day, one) => (one.knownFrom > day ? one.knownFrom : day), '0001-01-01');
export const firstKnown = ({ figures }: FigureSeries): string => figures.reduce((day, one) => (one.knownFrom < day ? one.knownFrom : day), '9999-12-31');

/** A series as CSV after RFC 4180, in UTF-8: the figures as they were released, nothing else. */
export function seriesCsv(series: FigureSeries, baseUrl: string): string {
  const rows = series.figures.map((figure) => openColumns.map((column) => column.read(figure, baseUrl) ?? ''));
  return stringify(rows, { header: true, columns: openColumns.map(({ name }) => name), cast: { boolean: String }, record_delimiter: '\r\n' });
}

/** What the CSV means, after the W3C's Metadata Vocabulary for Tabular Data. */
export function seriesMetadata(series: FigureSeries, terms: Terms, publisher: Bilingual, baseUrl: string) {
  return {
    '@context': ['http://www.w3.org/ns/csvw', { '@language': 'en' }], '@id': `${baseUrl}${openDataPaths.file(csvOf(series.slug))}-metadata.json`, '@type': 'Table', url: csvOf(series.slug), 'dc:title': texts(series.definition.name), 'dc:description': texts(series.definition.text),
    'dc:license': { '@id': terms.url }, 'dc:publisher': texts(publisher), 'dc:modified': { '@value': lastChange(series), '@type': 'xsd:date' }, dialect: { encoding: 'utf-8', header: true, delimiter: ',', quoteChar: '"' },
    tableSchema: {
      primaryKey: 'figure', aboutUrl: `${baseUrl}/en/plan/figures/{figure}`,
      columns: openColumns.map(({ name, text, datatype, required }) => ({ name, titles: [name], 'dc:description': texts(text), datatype, required: required ?? false })),
    },
  };
}

/** The same figures as JSON, with the definitions by which they are counted. */
export function seriesJson(series: FigureSeries, terms: Terms, publisher: Bilingual, baseUrl: string) {
  const versions = [...new Map(series.figures.map(({ definition }) => [definition.version, definition])).values()].sort((a, b) => a.version - b.version);
  return {
    series: series.slug, title: series.definition.name, licence: { title: terms.name, url: terms.url }, publisher, modified: lastChange(series),
    definitions: versions.map(({ version, text, method, formula, validFrom, changeReason, geographyKind, disclosureRule }) => ({ version, text, method: method ?? null, formula: formula ?? null, validFrom, changeReason: changeReason ?? null, countedBy: geographyKind, disclosureRule })),
    figures: series.figures.map((figure) => Object.fromEntries(openColumns.map(({ name, read }) => [name, read(figure, baseUrl)]))),
  };
}
