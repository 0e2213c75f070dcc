import { expect, test } from 'vitest';
import { paragraph, text, textOf } from './model.ts';
import { blocksOf, indicatorsIn, mentionsIn } from './prose.ts';
import { sample } from './sample.examples.ts';

const none = () => undefined;

test('empty lines divide paragraphs, lines that begin with "- " are a list, a single line end is a space', () => {
  expect(blocksOf('One\ntwo\n\nIt is:\n- first\n- second\nAfter', none)).toEqual([
    { kind: 'paragraph', content: [text('One two')] },
    { kind: 'paragraph', content: [text('It is:')] },
    { kind: 'list', items: [[text('first')], [text('second')]] },
    { kind: 'paragraph', content: [text('After')] },
  ]);
  expect(blocksOf('  \n\n ', none)).toEqual([]);
});

test('a figure that is named is set in its place, and one that is unknown stays as it was typed', () => {
  const [block] = blocksOf('Found {figure:a-1} and {figure:b superseded}.', ({ slug, superseded }) => (slug === 'a-1' ? [text(`<${slug} ${superseded}>`)] : undefined));
  expect(block).toEqual({ kind: 'paragraph', content: [text('Found '), text('<a-1 false>'), text(' and '), text('{figure:b superseded}'), text('.')] });
  expect(mentionsIn('{figure:a} {figure:b superseded} {figure:C}')).toEqual([{ slug: 'a', superseded: false }, { slug: 'b', superseded: true }]);
});

test('markup that a person types stays text', () => {
  expect(blocksOf('<b>x</b> *y* #z', none)).toEqual([{ kind: 'paragraph', content: [text('<b>x</b> *y* #z')] }]);
  expect(textOf(sample)).toContain('Jalons');
});

test('an indicator stands for a paragraph of its own, and nowhere else', () => {
  const shown = (slug: string) => (slug === 'a' ? [paragraph(text('chart'))] : undefined);
  expect(blocksOf('Before\n\n{indicator:a}\n\nIn {indicator:a} a line\n\n{indicator:b}', none, shown)).toEqual([
    paragraph(text('Before')), paragraph(text('chart')), paragraph(text('In {indicator:a} a line')), paragraph(text('{indicator:b}')),
  ]);
  expect(indicatorsIn('{indicator:a}\n\nx {indicator:b}\n\n {indicator:c} ')).toEqual(['a', 'c']);
});
