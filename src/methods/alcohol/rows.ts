export type Gender = 'Female' | 'Male';
export type Outcome = 'Morbidity' | 'Mortality';

/** Who drinks how much in one region, year, gender and age group; shares are proportions of the population. */
export type PopulationRow = {
  readonly region: string;
  readonly year: string;
  readonly gender: Gender;
  readonly ageGroup: string;
  readonly population: number;
  /** Litres of pure alcohol a head and year, the same for the whole region and year, and the share of it that is taken to be drunk. */
  readonly litres: number;
  readonly correction: number;
  /** Consumption beside that of the other groups, on any scale. */
  readonly relative: number;
  readonly former: number;
  readonly current: number;
  readonly binge: number;
  /** The ratio of standard deviation to mean, where it is not that of Kehoe et al. 2012. */
  readonly gammaConstant?: number | undefined;
};

/** How the risk of one condition depends on grams of ethanol a day. */
export type RiskRow = {
  readonly im: string;
  readonly condition: string;
  readonly gender: Gender | 'All';
  readonly outcome: Outcome | 'Combined' | 'Calibrated';
  readonly formerRisk: number;
  readonly bingeFactor: number;
  readonly form: 'FP' | 'Step' | 'Spline' | 'Calibrated';
  readonly attributability: 'Wholly' | 'Partially';
  /** b1 to b16 of the fractional polynomial. */
  readonly betas: readonly number[];
};

export type CountRow = { readonly im: string; readonly region: string; readonly year: string; readonly gender: Gender; readonly ageGroup: string; readonly outcome: Outcome; readonly count: number };

export type Extrapolation = 'linear' | 'capped';

export type Settings = {
  /** Grams of ethanol a day: nobody who drinks drinks less or more. */
  readonly lowerBound: number;
  readonly upperBound: number;
  /** Grams on one day from which on it is a binge. */
  readonly bingeBarrier: Readonly<Record<Gender, number>>;
  readonly extrapolation: Extrapolation;
  /** Consumption is multiplied by this: 0.9 is 10 % less. */
  readonly scale: number;
};

export const defaultSettings: Settings = { lowerBound: 0.03, upperBound: 250, bingeBarrier: { Female: 50, Male: 65 }, extrapolation: 'linear', scale: 1 };

/** The fraction of a condition that is due to alcohol, and what of it is due to former and to current drinking; below 0 where drinking protects. */
export type FractionRow = {
  readonly region: string;
  readonly year: string;
  readonly gender: Gender;
  readonly ageGroup: string;
  readonly im: string;
  readonly condition: string;
  readonly outcome: Outcome;
  readonly attributability: 'Wholly' | 'Partially';
  readonly former: number;
  readonly current: number;
  readonly fraction: number;
};
