import type { Random } from './random.ts';

const letters = 'abcdefghijklmnopqrstuvwxyz';
const neighbours: Readonly<Record<string, string>> = { a: 'sqz', b: 'vn', c: 'xv', d: 'sf', e: 'wr', f: 'dg', g: 'fh', h: 'gj', i: 'uo', j: 'hk', k: 'jl', l: 'k', m: 'n', n: 'bm', o: 'ip', p: 'o', q: 'wa', r: 'et', s: 'ad', t: 'ry', u: 'yi', v: 'cb', w: 'qe', x: 'zc', y: 'tu', z: 'x' };
const heard: readonly (readonly [string, string])[] = [['ph', 'f'], ['ck', 'k'], ['ie', 'y'], ['ee', 'ea'], ['c', 'k'], ['mc', 'mac'], ['tz', 'z'], ['ei', 'ai'], ['th', 't'], ['rr', 'r'], ['ll', 'l'], ['tt', 't'], ['nn', 'n'], ['y', 'i'], ['v', 'w'], ['dt', 't'], ['er', 'ar']];
const misread: readonly (readonly [string, string])[] = [['m', 'rn'], ['l', 'i'], ['h', 'b'], ['n', 'u'], ['g', 'q'], ['w', 'vv'], ['d', 'cl'], ['e', 'c'], ['5', 's'], ['0', 'o'], ['1', 'l']];

/** One slip of a keyboard, an ear or a scanner. */
export function slip(random: Random, text: string): string {
  const place = random.below(text.length);
  const [before, letter, after] = [text.slice(0, place), text[place] ?? '', text.slice(place + 1)];
  const another = () => (/\d/.test(letter) ? String(random.below(10)) : random.chance(0.6) ? random.pick([...(neighbours[letter] ?? letters)]) : random.pick([...letters]));
  const draw = random.unit();
  if (draw < 0.24) return text.length > 1 ? before + after : text;
  if (draw < 0.46) return before + another() + letter + after;
  if (draw < 0.7) return before + another() + after;
  if (draw < 0.88) return place + 1 < text.length ? before + (text[place + 1] ?? '') + letter + text.slice(place + 2) : text;
  if (draw < 0.92) return `${before}${letter} ${after}`;
  return exchange(random, text, draw < 0.96 ? heard : misread);
}

function exchange(random: Random, text: string, table: readonly (readonly [string, string])[]): string {
  const fitting = table.filter(([from]) => text.includes(from));
  if (fitting.length === 0) return slip(random, text);
  const [from, to] = random.pick(fitting);
  return text.replace(from, to);
}
