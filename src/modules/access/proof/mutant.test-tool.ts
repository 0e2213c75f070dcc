/** Where a text splits at a word outside of all brackets and quotes: the pieces as spans. */
function splitAt(text: string, from: number, to: number, word: string): [number, number][] {
  const pieces: [number, number][] = [];
  let [depth, quoted, start] = [0, false, from];
  for (let place = from; place < to; place += 1) {
    const letter = text[place];
    if (letter === "'") quoted = !quoted;
    if (quoted) continue;
    if (letter === '(') depth += 1;
    if (letter === ')') depth -= 1;
    if (depth === 0 && text.startsWith(` ${word} `, place) && place + word.length + 2 <= to) {
      pieces.push([start, place]);
      start = place + word.length + 2;
    }
  }
  return [...pieces, [start, to]];
}

/** The span within a pair of brackets that holds all of it, or the span itself. */
function within(text: string, [from, to]: readonly [number, number]): [number, number] {
  if (text[from] !== '(' || text[to - 1] !== ')') return [from, to];
  let [depth, quoted] = [0, false];
  for (let place = from; place < to; place += 1) {
    if (text[place] === "'") quoted = !quoted;
    if (quoted) continue;
    if (text[place] === '(') depth += 1;
    if (text[place] === ')') depth -= 1;
    if (depth === 0 && place < to - 1) return [from, to];
  }
  return within(text, [from + 1, to - 1]);
}

/** Every term of every conjunction, however deep, also in the conditions of subqueries. */
function termsOf(text: string, span: readonly [number, number]): [number, number][] {
  const [from, to] = within(text, span);
  const ands = splitAt(text, from, to, 'AND');
  if (ands.length > 1) return ands.flatMap((one): [number, number][] => [one, ...termsOf(text, one)]);
  const ors = splitAt(text, from, to, 'OR');
  if (ors.length > 1) return ors.flatMap((one) => termsOf(text, one));
  const where = text.indexOf('WHERE ', from);
  if (where < 0 || where > to) return [];
  const open = text.lastIndexOf('(', where);
  let [depth, end] = [1, where];
  while (end < to && depth > 0) {
    if (text[end] === '(') depth += 1;
    if (text[end] === ')') depth -= 1;
    end += 1;
  }
  return open < 0 ? [] : termsOf(text, [where + 6, end - 1]);
}

/** The ways in which a policy is made wrong: open to everybody, the contrary, and each of its terms dropped. */
export function mutantsOf(text: string): readonly (readonly [string, string])[] {
  return [['or true', `(${text}) or true`], ['negated', `not (${text})`],
    ...termsOf(text, [0, text.length]).map(([from, to]): [string, string] => [`without ${text.slice(from, to).replaceAll(/\s+/g, ' ')}`, `${text.slice(0, from)}true${text.slice(to)}`])];
}
