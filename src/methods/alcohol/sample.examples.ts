/** A made-up region; its tables have the columns of InterMAHP's files, some cells as text and some as numbers. */
export const population = [
  { region: 'Sample', year: '2020', gender: 'Female', age_group: '15-44', population: 40000, pcc_litres_year: 9.1, correction_factor: '0.8', relative_consumption: 52, p_la: 0.15, p_fd: 0.1, p_cd: 0.75, p_bd: '0.28' },
  { region: 'Sample', year: '2020', gender: 'Male', age_group: '15-44', population: 41000, pcc_litres_year: 9.1, correction_factor: 0.8, relative_consumption: 100, p_la: 0.1, p_fd: 0.08, p_cd: 0.82, p_bd: 0.41 },
  { region: 'Sample', year: '2020', gender: 'Female', age_group: '45+', population: 38000, pcc_litres_year: 9.1, correction_factor: 0.8, relative_consumption: 36, p_la: 0.12, p_fd: 0.18, p_cd: 0.7, p_bd: 0.004 },
  { region: 'Sample', year: '2020', gender: 'Male', age_group: '45+', population: 35000, pcc_litres_year: 9.1, correction_factor: 0.8, relative_consumption: 88, p_la: 0.06, p_fd: 0.16, p_cd: 0.78, p_bd: 0.25 },
];

type Risk = { im: string; condition: string; gender: string; outcome: string; rr_fd: number; bingef: number; form: string; attributability: string } & Record<string, number | string>;

/** A row of risk functions; the betas that are not given are 0. */
export function risk(im: string, condition: string, change: Partial<Risk> = {}): Risk {
  const betas = Object.fromEntries(Array.from({ length: 16 }, (_, n) => [`b${n + 1}`, 0]));
  return { im, condition, gender: 'All', outcome: 'Mortality', rr_fd: 1, bingef: 1, form: 'FP', attributability: 'Partially', ...betas, ...change };
}

export const riskFunctions = [
  risk('(1).(2)', 'Step', { form: 'Step' }),
  risk('(2).(2)', 'Polynomial', { rr_fd: 1.2, outcome: 'Combined', b6: 0.05, b14: -0.007 }),
  risk('(5).(1)', 'Spline of both', { rr_fd: 1.05, form: 'Spline' }),
  risk('(5).(2)', 'Protection that bingers lose', { rr_fd: 1.3, b6: -0.05, b14: 0.0148 }),
  risk('(6).(3)', 'Spline of women', { gender: 'Female', rr_fd: 2.2, form: 'Spline' }),
  risk('(8).(1)', 'Injury', { bingef: 1.48, b6: 0.0045 }),
  risk('(4).(1)', 'Wholly, above the barrier', { outcome: 'Calibrated', form: 'Calibrated', attributability: 'Wholly' }),
  risk('(6).(1)', 'Wholly, at any level', { outcome: 'Calibrated', form: 'Calibrated', attributability: 'Wholly' }),
  risk('(4).(4)', 'Wholly, with a curve', { attributability: 'Wholly', b6: 0.0123 }),
];

const count = (im: string, gender: string, age_group: string, number: number | string) => ({ im, region: 'Sample', year: 2020, gender, age_group, outcome: 'Mortality', count: number });

export const counts = ['(4).(1)', '(6).(1)'].flatMap((im) => [count(im, 'Female', '15-44', 2), count(im, 'Male', '15-44', '3'), count(im, 'Female', '45+', 0), count(im, 'Male', '45+', 9), count(im, 'Male', '00-14', 1)]);
