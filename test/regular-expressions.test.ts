import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';
import { attackStrings, nestedRepeats } from './regular-expressions.ts';

type Found = { readonly file: string; readonly pattern: string; readonly flags: string };

const files = globSync(['src/**/*.{ts,tsx}', 'bench/*.ts']).filter((name) => !/\.test\.tsx?$|\.test-tool\./.test(name));
const found = files.flatMap((file) => literalsOf(parseAst(readFileSync(file, 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' }), file));

/** Patterns with a repetition inside a repetition that cannot run away, each with the reason. */
const reviewed: Readonly<Record<string, string>> = {};

/** Patterns that are slow over a long text and never see one, each with the reason. */
const neverLong: Readonly<Record<string, string>> = {
  '\\/+$': 'the address of the installation, told by whoever starts it',
  '(?:\\p{Lu}[\\p{L}’\'-]*|\\d) $': 'reads the thirty characters before a name',
};

/** Milliseconds of processor time that one pattern may take for a text of `length` characters. */
const limit = 40;
const length = 8000;

test('the source has regular expressions, and they are found', () => {
  expect(found.length).toBeGreaterThan(300);
});

test('no regular expression repeats a repetition over the same characters', () => {
  const nested = found.filter(({ pattern, flags }) => nestedRepeats(pattern, flags).length > 0 && reviewed[pattern] === undefined);
  expect(nested.map(({ file, pattern }) => `${file} /${pattern}/`)).toEqual([]);
  expect(Object.keys(reviewed).filter((pattern) => !found.some((one) => one.pattern === pattern))).toEqual([]);
});

test('no regular expression takes long over a text made to hold it up', () => {
  const slow: string[] = [];
  for (const [key, [one]] of Map.groupBy(found, ({ pattern, flags }) => `/${pattern}/${flags}`)) {
    if (!one || neverLong[one.pattern] !== undefined) continue;
    const expression = new RegExp(one.pattern, one.flags);
    for (const { text, how } of attackStrings(one.pattern, one.flags, length)) {
      if (timeOf(expression, text) <= limit) continue;
      const took = timeOf(expression, text);
      if (took > limit) slow.push(`${one.file} ${key}: ${Math.round(took)} ms over ${how}`);
    }
  }
  expect(slow).toEqual([]);
  expect(Object.keys(neverLong).filter((pattern) => !found.some((one) => one.pattern === pattern))).toEqual([]);
}, 60_000);

test('the test sees the patterns that are known to run away', () => {
  for (const bad of ['^(a+)+$', '(a*)*b', '^(\\w+\\s?)*$', '(x+x+)+y', '^([a-z]+,?)*;$']) expect(nestedRepeats(bad, ''), bad).not.toEqual([]);
  for (const good of ['^[a-z]+(-[a-z]+)*$', '^\\d{4}-\\d{2}$', '(?:ab)+c']) expect(nestedRepeats(good, ''), good).toEqual([]);
});

function timeOf(expression: RegExp, text: string): number {
  expression.lastIndex = 0;
  const { user, system } = process.cpuUsage();
  if (expression.global) text.replaceAll(expression, '');
  else expression.test(text);
  const after = process.cpuUsage();
  return (after.user + after.system - user - system) / 1000;
}

/** Every literal /…/ and every `new RegExp('…')` of a file. */
function literalsOf(node: unknown, file: string): Found[] {
  if (Array.isArray(node)) return node.flatMap((one) => literalsOf(one, file));
  if (typeof node !== 'object' || node === null) return [];
  const { type, regex, callee, arguments: given }: { type?: unknown; regex?: { pattern: string; flags: string }; callee?: { name?: unknown }; arguments?: readonly { type?: unknown; value?: unknown }[] } = node;
  if (type === 'Literal' && regex) return [{ file, pattern: regex.pattern, flags: regex.flags }];
  const made = (type === 'NewExpression' || type === 'CallExpression') && callee?.name === 'RegExp' && typeof given?.[0]?.value === 'string' ? [{ file, pattern: given[0].value, flags: typeof given[1]?.value === 'string' ? given[1].value : '' }] : [];
  return [...made, ...Object.values(node).flatMap((one) => literalsOf(one, file))];
}
