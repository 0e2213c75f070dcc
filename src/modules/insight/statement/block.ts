import type { Language } from '#app/platform/language/language.ts';
import { type Block, type Inline, text } from '../publication/document/model.ts';
import type { Statement } from './statement.ts';
import { statementWords } from './words.ts';

/** A statement as a block of a report: the sentence, and below it the strength of its evidence and where it is known from. */
export function statementBlock(language: Language, statement: Statement): Block {
  const words = statementWords[language];
  const titles = [...statement.sources.map(({ title, publisher }) => `${title}, ${publisher}`), ...(statement.sourceText ? [statement.sourceText[language]] : [])];
  const named: Inline[] = titles.length === 0 ? [] : [
    text(titles.length > 1 ? words.sources : words.source),
    ...titles.flatMap((title, index): Inline[] => [...(index > 0 ? [text('; ')] : []), index < statement.sources.length ? { kind: 'link', text: title, path: `/plan/sources#${statement.sources[index]?.slug ?? ''}` } : text(title)]),
    ...(statement.sourceUrl && statement.sources.length === 0 ? [text(` (${statement.sourceUrl})`)] : []),
    text('.'),
  ];
  return {
    kind: 'statement', strength: statement.strength, source: titles.join('; '), madeUp: statement.demonstration, content: [text(statement.text[language])],
    foot: [{ kind: 'strong', text: `${words.evidence}${words.strengths[statement.strength]}${words.stop}` }, ...named, ...(statement.demonstration ? [text(`${named.length > 0 ? ' ' : ''}${words.madeUp}.`)] : [])],
  };
}
