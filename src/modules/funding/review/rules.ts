import type { Criterion } from '../call/queries.ts';
import type { Cents } from '../money.ts';

/** What one person gave for one criterion. */
export type Score = { readonly application: string; readonly account: string; readonly criterion: string; readonly points: number };

/** Per cent of the points that can be had, each criterion by its weight; undefined unless every criterion has its points. */
export function perCentOf(criteria: readonly Criterion[], scores: readonly Pick<Score, 'criterion' | 'points'>[]): number | undefined {
  const given = criteria.map((one) => ({ one, points: scores.find((score) => score.criterion === one.id)?.points }));
  if (criteria.length === 0 || given.some(({ points }) => points === undefined)) return undefined;
  const weights = criteria.reduce((sum, one) => sum + one.weight, 0);
  return (given.reduce((sum, { one, points = 0 }) => sum + (one.weight * points) / one.most, 0) / weights) * 100;
}

export type Sheet = { readonly application: string; readonly account: string; readonly perCent: number };
/** The scores of one application together: their mean, the lowest and the highest, and how far apart these are. */
export type Spread = { readonly count: number; readonly mean: number; readonly low: number; readonly high: number; readonly range: number };
/** Points of per cent between the highest and the lowest from which the scorers talk about an application. */
export const wideRange = 20;

export function spreadOf(values: readonly number[]): Spread | undefined {
  if (values.length === 0) return undefined;
  const [low, high] = [Math.min(...values), Math.max(...values)];
  return { count: values.length, mean: meanOf(values), low, high, range: high - low };
}

/** How one scorer scores against the others who scored the same applications. */
export type Calibration = { readonly account: string; readonly sheets: number; readonly compared: number; /** Mean difference to the mean of the others, in points of per cent; undefined where nobody else scored the same. */ readonly lean: number | undefined };

export function calibrate(sheets: readonly Sheet[]): Calibration[] {
  const byApplication = Map.groupBy(sheets, (sheet) => sheet.application);
  return [...Map.groupBy(sheets, (sheet) => sheet.account)].map(([account, own]) => {
    const differences = own.flatMap((sheet) => {
      const others = (byApplication.get(sheet.application) ?? []).filter((one) => one.account !== account).map((one) => one.perCent);
      return others.length === 0 ? [] : [sheet.perCent - meanOf(others)];
    });
    return { account, sheets: own.length, compared: differences.length, lean: differences.length === 0 ? undefined : meanOf(differences) };
  });
}

export type Candidate = { readonly id: string; readonly organisation: string; readonly asked: Cents; readonly eligible: boolean; /** Moderated, or else the mean. */ readonly perCent: number | undefined };
export type Ranked = Candidate & { readonly rank: number; readonly funds: boolean; /** What is left of the envelope after this row. */ readonly left: Cents; readonly why: 'funds' | 'not-eligible' | 'not-scored' | 'below' | 'does-not-fit' };
/** What is tried: the money, the least per cent, and whether a smaller request below may take what a larger one leaves. */
export type WhatIf = { readonly envelope: Cents; readonly least: number; readonly passOver: boolean };

/**
 * Orders candidates by their per cent (equal ones by the smaller request, then by name and id, so that the order is always the same) and gives each what it asks
 * while the envelope lasts. With `passOver`, one that does not fit leaves the money to the next that does; without, it ends the list.
 */
export function rankWithin(candidates: readonly Candidate[], { envelope, least, passOver }: WhatIf): Ranked[] {
  const ordered = [...candidates].sort((a, b) => (b.perCent ?? -1) - (a.perCent ?? -1) || a.asked - b.asked || (a.organisation < b.organisation ? -1 : a.organisation > b.organisation ? 1 : a.id < b.id ? -1 : 1));
  let left = envelope;
  let ended = false;
  return ordered.map((one, index) => {
    const why = !one.eligible ? 'not-eligible' : one.perCent === undefined ? 'not-scored' : one.perCent < least ? 'below' : ended || one.asked > left ? 'does-not-fit' : 'funds';
    if (why === 'does-not-fit' && !passOver) ended = true;
    if (why === 'funds') left -= one.asked;
    return { ...one, rank: index + 1, funds: why === 'funds', left, why };
  });
}

function meanOf(values: readonly number[]): number {
  return values.reduce((sum, one) => sum + one, 0) / values.length;
}
