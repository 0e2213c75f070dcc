import type { Bilingual } from '#app/platform/language/language.ts';

export const scenarios = ['none', 'consumption', 'minimum-price'] as const;
export type Scenario = (typeof scenarios)[number];
export const outcomes = ['Mortality', 'Morbidity'] as const;
export type ShareOutcome = (typeof outcomes)[number];

/** The name of the method as a run keeps it; another way of computing is another name. */
export const methodName = 'intermahp-2.1/simulation-1';
export const datasets = { population: 'alcohol-population', risks: 'alcohol-risks', counts: 'alcohol-counts' } as const;

/** What an analyst asks: one region and year, a scenario by so many percent, and how uncertain the exposure is. */
export type Asked = {
  readonly region: string; readonly year: number; readonly scenario: Scenario; readonly change: number;
  readonly seed: number; readonly draws: number; readonly surveySize: number; /** Relative standard error of consumption a head. */ readonly consumptionError: number;
};

/** A share due to alcohol with its interval; `scenario` is the share then and by how much all cases change, from -1 (none left). */
export type ShareCell = {
  readonly im: string; readonly condition: string; readonly outcome: ShareOutcome; readonly gender: 'Female' | 'Male'; readonly ageGroup: string; readonly wholly: boolean;
  /** Whether the dataset of counts has this group; runs made before this was kept say nothing. */
  readonly counted?: boolean;
  readonly former: number; readonly current: number; readonly fraction: number; readonly low: number; readonly high: number;
  readonly scenario?: { readonly fraction: number; readonly low: number; readonly high: number; readonly change: number } | undefined;
};

export type RunState = 'asked' | 'done' | 'failed' | 'release-asked' | 'released' | 'discarded';
/** Why a run failed; `at` names row and column of the input, never a value. */
export type RunProblem = { readonly kind: 'no-population' | 'no-risks' | 'bad-input' | 'failed'; readonly at?: string | undefined };
/** What of a release the gate refused, in sentences that name groups and never values; the rest was released. */
export type Refused = { readonly kind: 'refused'; readonly sentences: readonly Bilingual[] };
/** Conditions whose shares become figures, and those of which numbers of cases do; a run released before numbers were offered has none. */
export type Wanted = { readonly outcome: ShareOutcome; readonly conditions: readonly string[]; readonly numbers?: readonly string[] };
export type AlcoholRun = Asked & {
  readonly id: string; readonly state: RunState; readonly problem: RunProblem | Refused | null; readonly method: string; readonly fingerprint: string | null; readonly cells: readonly ShareCell[] | null; readonly wanted: Wanted | null;
  readonly populationVersion: string; readonly riskVersion: string; readonly countVersion: string | null;
  readonly askedBy: string; readonly askedAt: Date;
};

/** The cells without groups whose drinking nobody asked for (children): the method sets what is partly due to alcohol there to 0, which is no finding. */
export function withDrinking(cells: readonly ShareCell[]): readonly ShareCell[] {
  const asked = new Set(cells.filter((one) => !one.wholly && (one.fraction !== 0 || one.low !== 0 || one.high !== 0)).map((one) => one.ageGroup));
  return asked.size === 0 ? cells : cells.filter((one) => asked.has(one.ageGroup));
}

/** The conditions of which numbers can be made: each group of it is counted. */
export function countedConditions(cells: readonly ShareCell[], outcome: ShareOutcome): readonly ShareCell[] {
  const own = withDrinking(cells).filter((one) => one.outcome === outcome);
  return own.filter((one, index) => own.findIndex(({ im }) => im === one.im) === index && own.every((other) => other.im !== one.im || other.counted === true));
}
