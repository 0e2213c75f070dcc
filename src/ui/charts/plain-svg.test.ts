import { XMLParser } from 'fast-xml-parser';
import { expect, test } from 'vitest';
import { barExample, lineExample, multiplesExample, tilesExample } from './chart.examples.ts';
import { chartFile } from './file.tsx';
import { plainSvg } from './plain-svg.ts';

test('a chart for word processors has its look in attributes, heavier rules before lighter ones, and neither style sheet nor classes', () => {
  const svg = plainSvg(`<svg class="drawing"><style>.drawing text{fill:#111111}.drawing .tick{fill:#222222}.drawing .curve{fill:none;stroke:#333333}.drawing .tile rect{fill:#444444}.drawing .tile.broken rect{fill:#555555}</style><text class="tick" x="1">a</text><text fill="red">b</text><g class="tile broken"><rect width="2"/></g><g class="tile"><rect width="3"/></g><rect width="4"/><path class="curve" d="M0 0"></path></svg>`);
  expect(svg).toBe('<svg><text x="1" fill="#222222">a</text><text fill="#111111">b</text><g><rect width="2" fill="#555555"/></g><g><rect width="3" fill="#444444"/></g><rect width="4"/><path d="M0 0" fill="none" stroke="#333333"></path></svg>');
});

test('every kind of chart stays well-formed, with the same words', () => {
  for (const chart of [lineExample, barExample, multiplesExample, tilesExample]) {
    const [styled, plain] = [chartFile('fr', chart), plainSvg(chartFile('fr', chart))];
    expect(plain).not.toMatch(/<style|class=/);
    expect(plain).toMatch(/fill="#0d5c55"|stroke="#0d5c55"/);
    const textOf = (svg: string) => svg.replace(/<style>.*?<\/style>/s, '').replaceAll(/<[^>]*>/g, ' ');
    expect(textOf(plain)).toBe(textOf(styled));
    expect(new XMLParser({ ignoreAttributes: false }).parse(plain)).toHaveProperty('svg');
  }
});
