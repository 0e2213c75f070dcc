import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { expect, test } from 'vitest';
import { projectRoot } from '#app/platform/config/project-root.ts';

const root = projectRoot();
const files = globSync('src/**/*.{ts,tsx}', { cwd: root }).map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }));
const isTest = (path: string) => /\.(test|examples)\.tsx?$/.test(path) || path.includes('/test/');
const source = files.filter((file) => !isTest(file.path));

type Import = { from: string; to: string };
const imports: Import[] = source.flatMap(({ path, text }) =>
  [...text.matchAll(/(?:from|import)\s*\(?\s*'((?:#app|\.)[^']+)'/g)].map(([, target = '']) => ({
    from: path,
    to: target.startsWith('#app/') ? `src/${target.slice(5)}` : relative(root, resolve(root, dirname(path), target)),
  })),
);

const known = ['identity', 'commitment', 'insight'];
const edges: Readonly<Record<string, readonly string[]>> = {
  identity: [], commitment: [], insight: [], plan: [], access: [],
  governance: ['plan'],
  engagement: ['governance', 'plan'],
  situation: ['governance', 'access'],
  review: ['governance', 'access'],
  funding: ['governance', 'plan', 'access'],
};
const area = (path: string) => path.split('/')[1] ?? '';
const moduleOf = (path: string) => (area(path) === 'modules' ? path.split('/')[2] : undefined);

test('every import leads to a file that is there', () => {
  expect(imports.filter(({ to }) => !existsSync(join(root, to)))).toEqual([]);
});

test('the platform imports neither components nor modules, components no modules, methods only themselves', () => {
  const allowed: Readonly<Record<string, readonly string[]>> = { platform: ['platform'], ui: ['platform', 'ui'], methods: ['methods'], modules: ['platform', 'ui', 'methods', 'modules', 'community-pack'], 'community-pack': ['community-pack'] };
  expect(imports.filter(({ from, to }) => allowed[area(from)] !== undefined && !allowed[area(from)]?.includes(area(to)))).toEqual([]);
});

test('a module reaches another only through its index, and only along the edges of the design', () => {
  const crossing = imports.filter(({ from, to }) => moduleOf(to) !== undefined && moduleOf(from) !== moduleOf(to));
  expect(crossing.filter(({ to }) => to !== `src/modules/${moduleOf(to)}/index.ts`)).toEqual([]);
  const between = crossing.filter(({ from }) => moduleOf(from) !== undefined);
  expect(between.filter(({ from, to }) => !known.includes(moduleOf(to) ?? '') && !edges[moduleOf(from) ?? '']?.includes(moduleOf(to) ?? ''))).toEqual([]);
  expect(between.filter(({ from }) => known.includes(moduleOf(from) ?? ''))).toEqual([]);
});

test('no file is longer than 300 lines, and an index no longer than 60', () => {
  const lines = (text: string) => text.split('\n').length - 1;
  expect(files.filter(({ text }) => lines(text) > 300).map(({ path, text }) => `${path} ${lines(text)}`)).toEqual([]);
  expect(source.filter(({ path, text }) => /modules\/\w+\/index\.ts$/.test(path) && lines(text) > 60).map(({ path }) => path)).toEqual([]);
});

test('entry points are short', () => {
  for (const [name, limit] of [['server.ts', 40], ['worker.ts', 40], ['cli.ts', 40], ['app.ts', 100]] as const) {
    expect(readFileSync(join(root, 'src', name), 'utf8').split('\n').length - 1, name).toBeLessThanOrEqual(limit);
  }
});

test('nothing is named utils, helpers, common, lib or services', () => {
  expect(files.map(({ path }) => path).filter((path) => /\/(utils?|helpers?|common|lib|services?)(\/|\.tsx?$)/.test(path) && !path.includes('open311'))).toEqual([]);
});

test('SQL stands only in queries, actions of the platform and jobs, never in routes or pages', () => {
  expect(source.filter(({ path, text }) => /(routes|-page|words|input|rules)\.tsx?$/.test(path) && /\bsql`/.test(text)).map(({ path }) => path)).toEqual([]);
});

test('no time is read but by the clock, and no class is written but errors and the cache', () => {
  const timed = source.filter(({ path, text }) => /\bnew Date\(\)|\bDate\.now\(\)/.test(text) && !/platform\/(clock|log|db\/embedded)|src\/(program|cli)\//.test(path));
  expect(timed.map(({ path }) => path)).toEqual([]);
  const classes = source.flatMap(({ path, text }) => [...text.matchAll(/^export class (\w+)\b(?! extends \w*Error\b)/gm)].map(([, name]) => `${path} ${name}`)).filter((name) => !name.endsWith(' PageCache'));
  expect(classes).toEqual([]);
});

test('there are no unfinished marks and no word of a community in the program', () => {
  expect(source.filter(({ text }) => /\b(TODO|FIXME|XXX|coming soon)\b/.test(text)).map(({ path }) => path)).toEqual([]);
  expect(source.filter(({ text }) => /\b(Halton|Oakville|Burlington|Milton|ROCK)\b/.test(text)).map(({ path }) => path)).toEqual([]);
});

/** Who takes counts apart or protects them outside the gate, and why that is none of a published number's ways round it. Types and names of groups are free. */
const besideTheGate: Readonly<Record<string, string>> = {
  'src/modules/insight/computation/compute.ts': 'a rate, made of numbers that the gate printed (protectedRate)',
  'src/modules/review/training/figures.ts': 'a rate, made of numbers that the gate printed (protectedRate)',
  'src/modules/review/year/template.ts': 'a rate, made of numbers that the gate printed (protectedRate)',
  'src/modules/insight/computation/denominators.ts': 'populations below the line: they divide what the gate printed, and are not printed themselves',
  'src/modules/access/list/gate.ts': 'the balance of a list attacks months that the gate filed; and the comparison of rules for the body that decides',
  'src/modules/access/replay/release.ts': 'windows of twelve months that overlap, for planners: the gate does not nest them (release/gate.test.ts), so the list has a ledger of its own, attacked whole',
  'src/modules/access/offer/declines.ts': 'for the agency that keeps the list, of its own list: it reads the exact numbers anyway, this page is what it may pass on',
};

test('no module protects counts by itself: the methods of disclosure control are used by the gate, and by few others with a reason', () => {
  const used = source.flatMap(({ path, text }) => (moduleOf(path) === undefined || path.startsWith('src/modules/insight/release/') ? [] : [...text.matchAll(/^import (?!type )\{([^}]*)\} from '#app\/methods\/disclosure\/(?!group\.ts)[^']+'/gm)]
    .filter(([, names = '']) => names.split(',').some((name) => !name.trim().startsWith('type '))).map(() => path)));
  expect([...new Set(used)].sort()).toEqual(Object.keys(besideTheGate).sort());
});
