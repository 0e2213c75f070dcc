import type { Bilingual } from '#app/platform/language/language.ts';
import type { Voice } from '../coding/queries.ts';
import type { NumberedTheme } from '../theme/rules.ts';
import { type Composition, compositionOf, type Dimension, dimensions, type Heard, type HeardTotals, heardTotals, type Margin } from './heard.ts';
import { type Cell, isSmall, protectCount, protectPart } from './protect.ts';
import { weigh, type WeighingRefusal } from './weigh.ts';

export type ReportedTheme = {
  readonly id: string; readonly parent: string | null; readonly name: Bilingual; readonly voices: Cell; readonly share?: number;
  readonly weighted?: { readonly share: number; readonly margin: number };
  /** The quotes that stand with it, also those of themes that were merged into it; their ids. */
  readonly quotes?: readonly string[];
};
export type ReportedWeighing = { readonly by: readonly Dimension[]; readonly effective: number; readonly designEffect: number; readonly trimmed: boolean; readonly difference: number };

/** What is published of a consultation: protected numbers, never the ones behind them. Shares are in parts of 1, rounded to whole percents. */
export type ReportContent = {
  readonly heard: HeardTotals; readonly compositions: readonly Composition[]; readonly censusYear: number | undefined;
  /** Voices that were coded: what the shares of themes are of. */
  readonly voices: Cell; readonly themes: readonly ReportedTheme[]; readonly weighing?: ReportedWeighing;
};

export type ReportInput = {
  readonly heard: readonly Heard[]; readonly margins: readonly Margin[]; readonly censusYear: number | undefined; readonly voices: readonly Voice[];
  readonly themes: readonly NumberedTheme[]; readonly weighBy: readonly Dimension[];
};

/** Computes a report from the counts behind it; a refusal where weights were asked for and cannot be had. */
export function computeReport({ heard, margins, censusYear, voices, themes, weighBy }: ReportInput): { content: ReportContent; refusal: WeighingRefusal | undefined } {
  const n = voices.length;
  const weighing = weighBy.length > 0 && !isSmall(n) ? weigh(voices, margins, weighBy) : undefined;
  const weights = weighing && !('refused' in weighing) ? weighing : undefined;
  // A voice that names a part of a theme names the theme.
  const within = (theme: NumberedTheme) => new Set([theme.id, ...themes.filter((one) => one.parent === theme.id).map((one) => one.id)]);
  const isIn = (theme: NumberedTheme) => {
    const ids = within(theme);
    return (voice: Voice) => voice.themes.some((id) => ids.has(id));
  };
  const countOf = (theme: NumberedTheme) => voices.filter(isIn(theme)).length;
  const reported = themes.map((theme): ReportedTheme => {
    const count = countOf(theme);
    const parent = themes.find((one) => one.id === theme.parent);
    const cell = protectTheme(count, n, parent ? countOf(parent) : undefined);
    const base = { id: theme.id, parent: theme.parent, name: theme.name, voices: cell };
    if (typeof cell !== 'number' || cell === 0) return base;
    const weighted = weights?.shareOf(isIn(theme));
    return { ...base, share: percent(cell / n), ...(weighted ? { weighted: { share: percent(weighted.share), margin: percent(weighted.margin) } } : {}) };
  });
  const content: ReportContent = {
    heard: heardTotals(heard), censusYear, voices: protectCount(n), themes: isSmall(n) ? reported.map(({ id, parent, name }) => ({ id, parent, name, voices: 'guard' })) : reported,
    compositions: dimensions.flatMap((dimension) => compositionOf(heard, margins, dimension) ?? []).map(rounded),
    ...(weights ? { weighing: { by: weights.by, effective: Math.floor(weights.effective), designEffect: Math.round(weights.designEffect * 10) / 10, trimmed: weights.trimmed > 0, difference: percent(weights.difference) } } : {}),
  };
  return { content, refusal: weighing && 'refused' in weighing ? weighing : undefined };
}

/** A theme's count beside all voices, and beside the theme that it is part of: who is only in the larger one must not be few either. */
function protectTheme(count: number, all: number, parent: number | undefined): Cell {
  const cell = protectPart(count, all);
  if (typeof cell !== 'number' || parent === undefined || typeof protectPart(parent, all) !== 'number') return cell;
  return protectPart(count, parent);
}

function rounded(one: Composition): Composition {
  return { ...one, rows: one.rows.map((row) => ({ ...row, share: row.share === undefined ? undefined : percent(row.share), population: Math.round(row.population * 1000) / 1000 })) };
}

function percent(part: number): number {
  return Math.round(part * 100) / 100;
}
