import { stringify } from 'csv-stringify/sync';
import type { FlatAnswer } from '#app/methods/questionnaire/flat-answers.ts';
import type { Compiled } from '#app/methods/questionnaire/model.ts';
import { answerText, questionText } from '../response/answer-text.ts';
import type { Response } from '../response/queries.ts';
import { cellOf } from './results.ts';

type Line = FlatAnswer & { readonly response: string };

/** One row for each answer. `value` is JSON, so that nothing is lost and no cell begins with a sign that a spreadsheet takes for a formula. */
export function answersCsv(lines: readonly Line[]): string {
  return stringify(lines.map(({ response, linkId, path, kind, value }) => [response, linkId, path, kind, JSON.stringify(value)]), { header: true, columns: ['response', 'linkId', 'path', 'kind', 'value'] });
}

/** One row for each response, one column for each question; several answers are joined by “; ”. A leading = + - @ is preceded by an apostrophe, as the codebook says. */
export function responsesCsv(compiled: Compiled, responses: readonly Response[], lines: readonly Line[]): string {
  const questions = compiled.all.filter((item) => item.type !== 'group' && item.type !== 'display').map((item) => item.linkId);
  const byResponse = Map.groupBy(lines, (line) => line.response);
  return stringify(responses.map((one) => {
    const own = byResponse.get(one.id) ?? [];
    return [one.id, one.channel, one.language, one.receivedOn, one.mayQuote ? 'yes' : 'no', ...questions.map((linkId) => safe(own.filter((line) => line.linkId === linkId).map(cellOf).join('; ')))];
  }), { header: true, columns: ['response', 'channel', 'language', 'receivedOn', 'mayQuote', ...questions.map((linkId) => `q:${linkId}`)] });
}

/** What every column and code means, in both languages. */
export function codebookCsv(compiled: Compiled): string {
  const rows = compiled.all.flatMap((item) => [
    [item.linkId, item.number, item.type, item.repeats ? 'yes' : 'no', '', questionText(compiled, item.linkId, 'en'), questionText(compiled, item.linkId, 'fr')],
    ...item.options.list.map((option) => [item.linkId, '', 'option', '', cellOf({ kind: `value${option.type}`, value: option.value }), answerText(compiled, { linkId: item.linkId, kind: `value${option.type}`, value: option.value }, 'en'), answerText(compiled, { linkId: item.linkId, kind: `value${option.type}`, value: option.value }, 'fr')]),
  ]);
  const note = ['', '', 'note', '', '', 'In responses.csv a cell that begins with = + - or @ has an apostrophe before it. answers.csv holds every value as JSON, unchanged.', 'Dans responses.csv, une cellule qui commence par = + - ou @ est précédée d’une apostrophe. answers.csv contient chaque valeur en JSON, inchangée.'];
  return stringify([...rows, note], { header: true, columns: ['linkId', 'number', 'type', 'repeats', 'code', 'en', 'fr'] });
}

function safe(cell: string): string {
  return /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
}
