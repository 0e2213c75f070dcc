import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { parseAst } from 'vitest/node';

/** Questionnaires keep their words under the hash of their version, and samples show what a document makes of any text. */
const apart = /\.test\.tsx?$|\.test-tool\.|\.examples\.|questionnaire\/library\//;

test('a space before « : », « % » and « $ » and inside guillemets never lets a line break there', () => {
  const found: string[] = [];
  for (const file of globSync('src/**/*.{ts,tsx}').filter((name) => !apart.test(name))) {
    const source = readFileSync(file, 'utf8');
    for (const text of wordsOf(parseAst(source, { lang: file.endsWith('x') ? 'tsx' : 'ts' }), source))
      if (/« | »| [:%](?=[ '`\n\\$<]|$)| \$(?=[ '`<]|$)/.test(text)) found.push(`${file}: ${text}`);
  }
  expect(found).toEqual([]);
});

/** What a program holds as words: strings, and templates but those that are tagged, which are SQL. */
function wordsOf(node: unknown, source: string): string[] {
  if (Array.isArray(node)) return node.flatMap((one) => wordsOf(one, source));
  if (typeof node !== 'object' || node === null) return [];
  const { type, value, start, end, quasi }: { type?: unknown; value?: unknown; start?: unknown; end?: unknown; quasi?: unknown } = node;
  if (type === 'TaggedTemplateExpression') return wordsOf(typeof quasi === 'object' && quasi !== null && 'expressions' in quasi ? quasi.expressions : [], source);
  if ((type === 'Literal' && typeof value === 'string') || type === 'TemplateElement' || type === 'JSXText') return [source.slice(Number(start), Number(end))];
  return Object.values(node).flatMap((one) => wordsOf(one, source));
}
