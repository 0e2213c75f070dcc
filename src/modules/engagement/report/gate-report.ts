import { declareCube, type Label, releaseThroughGate, type TrueCell } from '#app/modules/insight/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Consultation } from '../consultation/queries.ts';
import { voicePaths } from '../consultation/paths.ts';
import { consultationWords } from '../consultation/words.ts';
import type { ReportContent, ReportInput } from './compute.ts';
import { type Composition, dimensions } from './heard.ts';
import type { Cell } from './protect.ts';

/** Rounded numbers by group; what a group is missing is not shown. */
type Printed = { readonly total: Cell; readonly of: (name: string, value: string) => Cell };
const base = 5;

/**
 * The report as the gate prints it: who was heard and what voices said are two cubes of the consultation; what the report itself hides stays hidden, every
 * other number is the gate's, and shares are made of those. Undefined where nothing may be published. The worker's alone.
 */
export async function gateReport(scope: Scope, consultation: Consultation, input: ReportInput, content: ReportContent): Promise<ReportContent | undefined> {
  const title = { en: 'who was heard', fr: 'qui a été entendu' };
  const heard = await print(scope, consultation, 'heard', title, heardCells(input, content), heardLabels());
  const voices = heard && (await print(scope, consultation, 'voices', { en: 'what voices said', fr: 'ce que les voix ont dit' }, voiceCells(input, content), voiceLabels(input)));
  if (!heard || !voices) return undefined;
  const through = (cell: Cell, printed: Cell): Cell => (typeof cell === 'number' ? printed : cell);
  const { most, least, channels } = content.heard;
  const atLeast = least === undefined ? undefined : least - (least % base);
  return {
    ...content,
    heard: {
      most: through(most, heard.total), least: atLeast === undefined || atLeast < base || (typeof heard.total === 'number' && atLeast > heard.total) ? undefined : atLeast,
      channels: channels?.map(({ channel, people }) => ({ channel, people: through(people, heard.of('channel', channel)) })),
    },
    compositions: content.compositions.map((one) => composed(one, heard)),
    voices: through(content.voices, voices.total),
    themes: content.themes.map((theme) => {
      const shown = through(theme.voices, voices.of(`t:${theme.id}`, 'yes'));
      const { share, weighted, ...rest } = theme;
      if (typeof shown !== 'number' || typeof voices.total !== 'number') return { ...rest, voices: shown };
      return { ...rest, voices: shown, ...(share === undefined ? {} : { share: partOf(shown, voices.total) }), ...(weighted ? { weighted } : {}) };
    }),
  };
}

function composed(one: Composition, heard: Printed): Composition {
  const untold = typeof one.untold === 'number' ? heard.of(one.dimension, '') : one.untold;
  const printed = one.rows.map((row) => (typeof row.people === 'number' ? heard.of(one.dimension, row.category) : row.people));
  const shown = printed.reduce((sum: number, people) => sum + (typeof people === 'number' ? people : 0), 0);
  const rest = typeof heard.total === 'number' ? heard.total - (typeof untold === 'number' ? untold : 0) : 0;
  // Rounded parts do not add up: shares are of what the table shows where it shows all of it.
  const told = printed.every((people) => typeof people === 'number') ? shown : Math.max(shown, rest);
  return {
    ...one, untold,
    rows: one.rows.map((row, index) => {
      const people = printed[index] ?? 'guard';
      return { ...row, people, share: row.share === undefined || typeof people !== 'number' || told <= 0 ? undefined : partOf(people, told) };
    }),
  };
}

// A share of two printed numbers tells nothing that they do not.
function partOf(part: number, whole: number): number {
  return Math.round(Math.min(1, part / whole) * 100) / 100;
}

function heardLabels(): Record<string, Label> {
  const { en, fr } = consultationWords;
  const both = (name: string) => ({ en: en.channels[name] ?? name, fr: fr.channels[name] ?? name });
  const untold = { '': { en: en.untold, fr: fr.untold } };
  return {
    channel: { en: en.channel, fr: fr.channel, values: Object.fromEntries(Object.keys(en.channels).map((name) => [name, both(name)])) },
    ...Object.fromEntries(dimensions.map((name) => [name, { en: en.dimensions[name], fr: fr.dimensions[name], values: untold }])),
  };
}

function voiceLabels({ themes }: ReportInput): Record<string, Label> {
  const yesNo = { yes: { en: 'named', fr: 'nommé' }, no: { en: 'not named', fr: 'non nommé' } };
  return Object.fromEntries(themes.map((theme) => [`t:${theme.id}`, { ...theme.name, values: yesNo }]));
}

function heardCells({ heard }: ReportInput, { heard: totals, compositions }: ReportContent): TrueCell[] {
  const all = heard.reduce((sum, one) => sum + one.people, 0);
  const by = (is: (one: ReportInput['heard'][number]) => boolean) => heard.filter(is).reduce((sum, one) => sum + one.people, 0);
  const channels = totals.channels?.map(({ channel, people }) => cell('channel', channel, by((one) => one.channel === channel), people)) ?? [];
  const told = compositions.flatMap(({ dimension, rows, untold }) => {
    const counted = rows.map((row) => cell(dimension, row.category, by((one) => one[dimension] === row.category), row.people));
    return [...counted, cell(dimension, '', all - counted.reduce((sum, one) => sum + one.count, 0), untold)];
  });
  return channels.length + told.length > 0 ? [...channels, ...told] : [{ keys: {}, count: all }];
}

function voiceCells({ voices, themes }: ReportInput, content: ReportContent): TrueCell[] {
  if (typeof content.voices !== 'number' || themes.length === 0) return [{ keys: {}, count: voices.length }];
  return themes.flatMap((theme) => {
    const within = new Set([theme.id, ...themes.filter((one) => one.parent === theme.id).map((one) => one.id)]);
    const count = voices.filter((voice) => voice.themes.some((id) => within.has(id))).length;
    const shown = content.themes.find((one) => one.id === theme.id)?.voices ?? 'guard';
    return [cell(`t:${theme.id}`, 'yes', count, shown), cell(`t:${theme.id}`, 'no', voices.length - count, 'guard')];
  });
}

function cell(name: string, value: string, count: number, shown: Cell): TrueCell {
  return { keys: { [name]: value }, count, ...(typeof shown === 'number' ? {} : { left: true }) };
}

async function print(scope: Scope, consultation: Consultation, what: string, title: Bilingual, cells: readonly TrueCell[], labels: Readonly<Record<string, Label>>): Promise<Printed | undefined> {
  const cube = `consultation/${consultation.slug}/${what}`;
  const breakdowns = [...new Set(cells.flatMap(({ keys }) => Object.keys(keys)))];
  await declareCube(scope, {
    slug: cube, indicator: cube, owner: 'engagement', kind: 'service', breakdowns, labels, review: 'rule', page: voicePaths.consultation(consultation.slug),
    title: { en: `${consultation.name.en}: ${title.en}`, fr: `${consultation.name.fr}\u00a0: ${title.fr}` },
  });
  const outcome = await releaseThroughGate(scope, { cube, period: 'report', cells, again: 'revise' });
  if (outcome.state === 'blocked') return undefined;
  const shown = new Map(outcome.cells.map(({ keys, published }) => [codeOf(Object.entries(keys).filter(([name]) => breakdowns.includes(name))), cellOf(published)]));
  return { total: shown.get(codeOf([])) ?? 'guard', of: (name, value) => shown.get(codeOf([[name, value]])) ?? 'guard' };
}

function codeOf(keys: readonly (readonly [string, string])[]): string {
  return JSON.stringify(keys);
}

function cellOf(published: string | null): Cell {
  return published === null ? 'guard' : /^\d+$/.test(published) ? Number(published) : 'few';
}
