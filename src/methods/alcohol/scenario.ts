import type { CountRow, FractionRow, Settings } from './rows.ts';

/** Settings under which everybody drinks so much more (0.1) or less (-0.1: a tenth less). Throws RangeError for -1 and below. */
export function withConsumption(settings: Settings, change: number): Settings {
  if (!(change > -1)) throw new RangeError('consumption can fall by less than the whole of it');
  return { ...settings, scale: settings.scale * (1 + change) };
}

/**
 * Settings under which the lowest price of alcohol is so much higher (0.1: a tenth). A proxy: total consumption moves with a constant elasticity of -0.34,
 * as in British Columbia from 1989 to 2010 (Stockwell et al., Addiction 107, 2012: a tenth more, 3.4 % less); that heavy drinkers answer more strongly is
 * not in it. Another published elasticity can be given. Throws RangeError when the price falls to nothing.
 */
export function withMinimumPrice(settings: Settings, rise: number, elasticity = -0.34): Settings {
  if (!(rise > -1)) throw new RangeError('a price can fall by less than the whole of it');
  return { ...settings, scale: settings.scale * (1 + rise) ** elasticity };
}

/** Cases that are due to alcohol at the base and in a scenario, and all cases in the scenario. */
export type ScenarioCount = CountRow & { readonly attributable: number; readonly scenario: number; readonly scenarioAttributable: number };

/**
 * What a scenario does to counts, as InterMAHP's app reckons: cases that are not due to alcohol stay as many as they are. A count without a fraction
 * in both tables is left out.
 */
export function scenarioCounts(base: readonly FractionRow[], scenario: readonly FractionRow[], counts: readonly CountRow[]): ScenarioCount[] {
  const [before, after] = [byGroup(base), byGroup(scenario)];
  return counts.flatMap((row) => {
    const [from, to] = [before.get(codeOf(row)), after.get(codeOf(row))];
    if (!from || !to) return [];
    if (from.attributability === 'Wholly') {
      const left = from.fraction === 0 ? 0 : row.count * (to.fraction / from.fraction);
      return [{ ...row, attributable: row.count, scenario: left, scenarioAttributable: left }];
    }
    const total = (row.count * (1 - from.fraction)) / (1 - to.fraction);
    return [{ ...row, attributable: row.count * from.fraction, scenario: total, scenarioAttributable: total * to.fraction }];
  });
}

function byGroup(rows: readonly FractionRow[]): Map<string, FractionRow> {
  return new Map(rows.map((row) => [codeOf(row), row]));
}

function codeOf({ region, year, gender, ageGroup, im, outcome }: FractionRow | CountRow): string {
  return JSON.stringify([region, year, gender, ageGroup, im, outcome]);
}
