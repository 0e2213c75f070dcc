import { expect, test } from 'vitest';
import { type Chart, type LineChart, rooms } from './chart.ts';
import { barExample, lineExample, multiplesExample, tilesExample } from './chart.examples.ts';
import { Drawing } from './drawing.tsx';
import { ChartFigure } from './figure.tsx';
import { chartFile } from './file.tsx';
import { domainOf, placePoints, wrapText } from './geometry.ts';
import { placeLabels, widthOf } from './labels.ts';
import { Sparkline } from './spark.tsx';
import { chartSummary } from './summary.ts';
import { chartTable } from './table.tsx';

const draw = (chart: Chart, room: 'narrow' | 'wide' = 'wide') => String(<Drawing language="en" chart={chart} room={rooms[room]} />);
const all = [lineExample, barExample, multiplesExample, tilesExample];

test('a chart says in a sentence from when to when, the highest, the lowest, the last, what is withheld and whether the target is met', () => {
  expect(chartSummary('en', lineExample)).toBe('7 values from 2016 to 2022. Highest: 271 (2018). Lowest: 180 (2022). Last: 180 (2022, provisional). One value is withheld. Target: at most 150 by 2024. The last value, 180, does not meet it.');
  expect(chartSummary('fr', { ...lineExample, target: { value: 200, printed: '200', direction: 'at-most' } })).toContain('Cible\u00a0: au plus 200. La dernière valeur, 180, l’atteint.');
  expect(chartSummary('en', barExample)).toBe('Highest: 75 (A place with a rather long name at the lake). Lowest: 20 (West). One value is withheld. Target: at most 60. 2 of 3 meet it.');
});

test('without values a chart says so and draws nothing; one value is one value', () => {
  const none: LineChart = { ...lineExample, target: undefined, points: [] };
  expect(String(<ChartFigure language="en" chart={none} />)).toContain('No value has been published yet.');
  expect(String(<ChartFigure language="en" chart={none} />)).not.toContain('<svg');
  expect(String(<ChartFigure language="en" chart={{ ...none, points: [{ day: "2019-12-31", period: "2019", tick: "2019", value: 3, printed: "3" }] }} />)).not.toContain("<svg");
  expect(chartSummary('en', { ...none, points: lineExample.points.slice(0, 1) })).toBe('One value: 264 (2016).');
});

test('what is withheld has no number in the picture, in its alternative text and in the table, and breaks the line', () => {
  expect(chartTable('en', lineExample)).toEqual({
    header: ['Period', 'people', 'Interval', 'Standing'],
    rows: [
      ['2016', '264', '240 to 288', 'final'], ['2017', '250', '228 to 272', 'final'], ['2018', '271', '–', 'revised from 225'], ['2019', 'withheld', '–', 'withheld'],
      ['2020', '240', '–', 'final'], ['2021', '210', '–', 'final'], ['2022', '180', '–', 'provisional'],
    ],
  });
  const svg = draw(lineExample);
  expect(svg.match(/<path class="curve/g)).toHaveLength(3);
  expect(svg.match(/class="curve broken"/g)).toHaveLength(1);
  expect(svg.match(/class="cross"/g)).toHaveLength(1);
});

test('each standing has a shape of its own and its word beside the value, in both rooms', () => {
  for (const room of ['narrow', 'wide'] as const) {
    const svg = draw(lineExample, room);
    for (const word of ['>revised<', '>provisional<', '>withheld<', '>target: at most 150<', '>271<', '>180<']) expect(svg, `${room} ${word}`).toContain(word);
    expect(svg).toContain('class="hollow broken"');
    expect(svg).toContain('class="earlier"');
  }
  expect(draw({ ...lineExample, points: lineExample.points.slice(0, 2).map((point) => ({ ...point, standings: ['stale' as const] })) })).toContain('<rect class="hollow"');
});

test('a change of what is counted parts the line', () => {
  const joined = { ...lineExample, points: lineExample.points.slice(0, 2) };
  expect(draw(joined).match(/<path class="curve/g)).toHaveLength(1);
  const parted = draw({ ...joined, points: joined.points.map((point, index) => ({ ...point, redefined: index === 1 })) });
  expect(parted).not.toContain('class="curve');
  expect(parted).toContain('class="redefined"');
});

test('no two labels cover one another, and none leaves the picture', () => {
  const wanted = Array.from({ length: 40 }, (_one, index) => ({ x: (index * 37) % 288, y: 20 + ((index * 53) % 180), text: String(1000 + index), words: index % 3 === 0 ? 'provisional' : undefined }));
  const placed = placeLabels(wanted, rooms.narrow);
  expect(placed.length).toBeGreaterThan(8);
  const boxes = placed.map((one) => {
    const width = Math.max(...one.lines.map((line) => widthOf(line, 14)));
    const left = one.anchor === 'start' ? one.x : one.anchor === 'end' ? one.x - width : one.x - width / 2;
    return { left, right: left + width, top: one.y - 14, bottom: one.y - 14 + 16 * one.lines.length };
  });
  for (const [index, box] of boxes.entries()) {
    expect(box.left).toBeGreaterThanOrEqual(0);
    expect(box.right).toBeLessThanOrEqual(289);
    for (const other of boxes.slice(index + 1)) expect(box.left < other.right && other.left < box.right && box.top < other.bottom && other.top < box.bottom).toBe(false);
  }
});

test('points stand by their day and their value from zero, and the scale ends at a round number', () => {
  expect(domainOf(lineExample.points, lineExample.target)).toEqual([0, 300]);
  expect(domainOf([{ value: -36, printed: '−36%' }], undefined)).toEqual([-40, 0]);
  const field = { left: 0, right: 100, top: 0, bottom: 30 };
  expect(placePoints([{ day: '2019-01-01', period: 'a', tick: 'a', value: 0, printed: '0' }, { day: '2019-01-11', period: 'b', tick: 'b' }, { day: '2019-01-21', period: 'c', tick: 'c', value: 300, printed: '300' }], [0, 300], field)
    .map(({ x, y }) => [x, y])).toEqual([[0, 30], [50, undefined], [100, 0]]);
  expect(wrapText('a place with a long name', 12)).toEqual(['a place with', 'a long name']);
});

test('type in a narrow drawing is at least 12 pixels high where 256 pixels are left for it, in a wide one from 576 on', () => {
  expect((rooms.narrow.type / rooms.narrow.width) * 256).toBeGreaterThanOrEqual(12);
  expect((rooms.wide.type / rooms.wide.width) * 576).toBeGreaterThanOrEqual(12);
});

test('every kind of chart draws, needs no style attribute, and puts typed text as text', () => {
  for (const chart of all) {
    const html = String(<ChartFigure language="fr" chart={{ ...chart, title: 'A <b> & "c"' }} />);
    expect(html).not.toMatch(/style=|undefined|NaN|<b> &|\[object/);
    expect(html.match(/<svg/g)).toHaveLength(2);
    expect(html).toContain('<table');
  }
  expect(chartFile('en', lineExample)).toMatch(/^<svg [^>]*xmlns="http:\/\/www.w3.org\/2000\/svg"/);
});

test('a sparkline is said as its first and last value, with the mark of the last', () => {
  expect(String(<Sparkline language="en" points={lineExample.points} />)).toContain('aria-label="From 264 (2016) to 180 (2022) (provisional)"');
  expect(<Sparkline language="en" points={lineExample.points.slice(0, 1)} />).not.toContain('<svg');
});
