import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { securityHeaders } from '#app/platform/http/headers.ts';

const text = (path: string) => readFileSync(join(projectRoot(), path), 'utf8');
type Line = { readonly id: string; readonly level: string; readonly short: string; readonly evidence: string; readonly state: string };
const lines: Line[] = [...text('docs/asvs.md').matchAll(/^\| (\d+\.\d+\.\d+) \| ([12]) \| ([^|]+) \| ([^|]*) \| ([^|]+) \|$/gm)].map(([, id = '', level = '', short = '', evidence = '', state = '']) => ({ id, level, short, evidence, state }));
const placesOf = ({ evidence }: Line) => [...evidence.matchAll(/`([^`]+)`/g)].map(([, path = '']) => path);

test('every requirement of ASVS 5.0 levels 1 and 2 is listed once', () => {
  expect(new Set(lines.map(({ id }) => id)).size).toBe(lines.length);
  expect([lines.filter(({ level }) => level === '1').length, lines.filter(({ level }) => level === '2').length]).toEqual([70, 183]);
});

test('every place that is named exists, and nothing is claimed without one', () => {
  expect(lines.flatMap(placesOf).filter((path) => !existsSync(join(projectRoot(), path)))).toEqual([]);
  expect(lines.filter((line) => line.state === 'met' && placesOf(line).length === 0).map(({ id }) => id)).toEqual([]);
});

test('what is met in part, not met or does not apply says why', () => {
  expect(lines.filter(({ state }) => !['met', 'partly', 'not met', 'not applicable'].includes(state))).toEqual([]);
  expect(lines.filter(({ state, evidence }) => state !== 'met' && evidence.replaceAll(/`[^`]+`,?/g, '').trim() === '').map(({ id }) => id)).toEqual([]);
});

test('the numbers at its head are those of the table', () => {
  const count = (state: string) => lines.filter((line) => line.state === state).length;
  expect(text('docs/asvs.md').replaceAll(/\s+/g, ' ')).toContain(`Of ${lines.length} requirements ${count('met')} are met, ${count('partly')} partly, ${count('not met')} not, ${count('not applicable')} do not apply`);
});

test('the table of headers says what every answer carries', () => {
  for (const [name, value] of Object.entries(securityHeaders(true))) expect(text('docs/headers.md')).toContain(`| \`${name}\` | \`${value}\` |`);
});
