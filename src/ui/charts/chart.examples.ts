import type { BarChart, LineChart, MultiplesChart, TilesChart } from './chart.ts';

const year = (y: number, value: number | undefined, more: Partial<LineChart['points'][number]> = {}) => ({
  day: `${y}-12-31`, period: `${y}`, tick: `${y}`, ...(value === undefined ? {} : { value, printed: String(value) }), ...more,
});

/** A made-up series with one value of each standing. */
export const lineExample: LineChart = {
  kind: 'line', title: 'People counted', measure: 'people', target: { value: 150, printed: '150', direction: 'at-most', by: '2024' },
  points: [
    year(2016, 264, { low: 240, high: 288 }), year(2017, 250, { low: 228, high: 272 }), year(2018, 271, { standings: ['revision'], earlier: { value: 225, printed: '225' } }),
    year(2019, undefined, { standings: ['withheld'] }), year(2020, 240), year(2021, 210), year(2022, 180, { standings: ['provisional'] }),
  ],
};

export const barExample: BarChart = {
  kind: 'bars', title: 'Calls by place', measure: 'calls', category: 'Place', target: { value: 60, printed: '60', direction: 'at-most' },
  bars: [
    { label: 'Northtown', value: 57, printed: '57', low: 50, high: 66 }, { label: 'A place with a rather long name at the lake', value: 75, printed: '75', standings: ['provisional'] },
    { label: 'West', value: 20, printed: '20', standings: ['revision'], earlier: { value: 18, printed: '18' } }, { label: 'South', standings: ['withheld'] },
  ],
};

export const multiplesExample: MultiplesChart = {
  kind: 'multiples', title: 'Visits of each place', measure: 'visits', category: 'Place',
  parts: ['North', 'South', 'East'].map((label, index) => ({ label, points: [2016, 2017, 2018].map((y, at) => year(y, 10 + 7 * index + at * (index - 1) * 4)) })),
};

export const tilesExample: TilesChart = {
  kind: 'tiles', title: 'Calls by municipality', measure: 'calls', category: 'Municipality',
  tiles: [
    { label: 'North Hills', column: 0, row: 0, value: 20, printed: '20' }, { label: 'Middleton', column: 0, row: 1, value: 56, printed: '56', standings: ['provisional'] },
    { label: 'Lakeside', column: 1, row: 1.5, value: 75, printed: '75' }, { label: 'Southbay', column: 0, row: 2, standings: ['withheld'] },
  ],
};
