type Piece =
  | { readonly kind: 'set'; readonly test: RegExp; readonly sample: string }
  | { readonly kind: 'group'; readonly choices: readonly (readonly Repeated[])[] }
  | { readonly kind: 'nothing' };
type Repeated = { readonly piece: Piece; readonly min: number; readonly max: number };

const samples = ['a', 'Z', '0', ' ', '-', '_', '.', ',', '@', '/', ':', ';', '<', '>', '"', "'", '=', '&', '(', ')', '{', '}', '[', ']', '%', '#', '+', '*', '\n', '\t', 'é', '\u00a0', '’', '$', '\\', '?', '!', '|', '~', '^', '`'];

/** Reads a pattern far enough to know what is repeated: sets of characters, groups, choices, repetitions. Look-around counts as nothing. */
export function readPattern(pattern: string, flags: string): readonly (readonly Repeated[])[] {
  let at = 0;
  const more = () => at < pattern.length;
  const set = (text: string): Piece => {
    const test = new RegExp(`^(?:${text})$`, flags.replaceAll(/[gy]/g, ''));
    return { kind: 'set', test, sample: samples.find((one) => test.test(one)) ?? (/^\\?(.)$/su.exec(text)?.[1] ?? '') };
  };
  const choices = (): readonly (readonly Repeated[])[] => {
    const all: Repeated[][] = [[]];
    while (more() && pattern[at] !== ')') {
      if (pattern[at] === '|') {
        at += 1;
        all.push([]);
        continue;
      }
      all.at(-1)?.push(repeated(piece()));
    }
    return all;
  };
  const piece = (): Piece => {
    const start = at;
    const letter = pattern[at];
    if (letter === '(') {
      const head = /^\((\?(:|=|!|<=|<!|<\w+>|[a-z-]*:))?/.exec(pattern.slice(at))?.[0] ?? '(';
      at += head.length;
      const inside = choices();
      at += 1;
      return /^\(\?(=|!|<=|<!)$/.test(head) ? { kind: 'nothing' } : { kind: 'group', choices: inside };
    }
    if (letter === '[') {
      at += 1;
      if (pattern[at] === '^') at += 1;
      for (let depth = 1; more(); at += 1) {
        if (pattern[at] === '\\') at += 1;
        else if (pattern[at] === '[' && flags.includes('v')) depth += 1;
        else if (pattern[at] === ']') {
          depth -= 1;
          if (depth === 0) break;
        }
      }
      at += 1;
      return set(pattern.slice(start, at));
    }
    if (letter === '\\') {
      const escaped = /^\\(u\{[^}]+\}|u[0-9a-f]{4}|x[0-9a-f]{2}|[pP]\{[^}]+\}|k<\w+>|c.|.)/isu.exec(pattern.slice(at))?.[0] ?? '\\';
      at += escaped.length;
      return /^\\([bB]|k<|[1-9])/.test(escaped) ? { kind: 'nothing' } : set(escaped);
    }
    at += 1;
    if (letter === '^' || letter === '$') return { kind: 'nothing' };
    const whole = flags.match(/[uv]/) ? String.fromCodePoint(pattern.codePointAt(start) ?? 0) : (letter ?? '');
    at = start + whole.length;
    return set(whole === '.' ? '.' : whole.replace(/[\]{}/-]/, '\\$&').replace('\\-', '-'));
  };
  const repeated = (of: Piece): Repeated => {
    const sign = /^(\*|\+|\?|\{(\d+)(,(\d*))?\})\??/.exec(pattern.slice(at));
    if (!sign) return { piece: of, min: 1, max: 1 };
    at += sign[0].length;
    const [, mark = '', from, comma, to] = sign;
    if (mark === '*') return { piece: of, min: 0, max: Infinity };
    if (mark === '+') return { piece: of, min: 1, max: Infinity };
    if (mark === '?') return { piece: of, min: 0, max: 1 };
    return { piece: of, min: Number(from), max: comma === undefined ? Number(from) : to ? Number(to) : Infinity };
  };
  return choices();
}

const many = 12;
const overlap = (one: Piece, other: Piece) => one.kind === 'set' && other.kind === 'set' && [...samples, one.sample, other.sample].some((sample) => sample !== '' && one.test.test(sample) && other.test.test(sample));

/**
 * Repetitions of many times over a group that itself can match the same text in two ways: the one form that costs exponential time. A group is
 * safe when each of its turns begins with a character that no repetition inside it can take (`(-[a-z]+)*`).
 */
export function nestedRepeats(pattern: string, flags: string): string[] {
  const found: string[] = [];
  const walk = (choices: readonly (readonly Repeated[])[]): void => {
    for (const row of choices)
      for (const { piece, max } of row) {
        if (piece.kind !== 'group') continue;
        if (max >= many) for (const turn of piece.choices) if (runsAway(turn, piece.choices)) found.push(turn.map(({ piece: one }) => (one.kind === 'set' ? one.sample : '()')).join(''));
        walk(piece.choices);
      }
  };
  walk(readPattern(pattern, flags));
  return found;
}

/** Whether a turn holds a repetition whose characters can also begin the next turn, with nothing certain of another kind in between. */
function runsAway(turn: readonly Repeated[], all: readonly (readonly Repeated[])[]): boolean {
  const flat = turn.flatMap((one) => (one.piece.kind === 'group' ? one.piece.choices.flat().map((inner) => ({ ...inner, min: one.min === 0 ? 0 : inner.min, max: Math.max(inner.max, one.max) })) : [one]));
  const starts = all.flatMap((row) => startsOf(row));
  return flat.some(({ piece, max }, place) => {
    if (max < many || piece.kind !== 'set') return false;
    const after = flat.slice(place + 1);
    const blocked = after.findIndex((one) => one.min > 0 && one.piece.kind === 'set' && !overlap(one.piece, piece));
    if (blocked >= 0) return false;
    return starts.some((start) => overlap(start, piece));
  });
}

function startsOf(row: readonly Repeated[]): Piece[] {
  const found: Piece[] = [];
  for (const { piece, min } of row) {
    if (piece.kind === 'nothing') continue;
    if (piece.kind === 'group') found.push(...piece.choices.flatMap((inner) => startsOf(inner)));
    else found.push(piece);
    if (min > 0) break;
  }
  return found;
}

/** Texts of about `length` characters that a pattern likes for long and then does not: each repeated set and group many times over, then a character that nothing takes. */
export function attackStrings(pattern: string, flags: string, length: number): { readonly text: string; readonly how: string }[] {
  const units = new Set<string>();
  const walk = (choices: readonly (readonly Repeated[])[]): void => {
    for (const row of choices) {
      const whole = row.map(({ piece, min }) => sampleOf(piece).repeat(Math.max(1, Math.min(min, 3)))).join('');
      if (whole.length > 0 && whole.length < 40) units.add(whole);
      for (const { piece, max } of row) {
        if (max >= many && sampleOf(piece)) units.add(sampleOf(piece));
        if (piece.kind === 'group') walk(piece.choices);
      }
    }
  };
  walk(readPattern(pattern, flags));
  return [...units].slice(0, 8).map((unit) => ({ text: `${unit.repeat(Math.ceil(length / unit.length))}\u{10FFFD}`, how: JSON.stringify(unit) }));
}

function sampleOf(piece: Piece): string {
  if (piece.kind === 'set') return piece.sample;
  return piece.kind === 'group' ? (piece.choices[0] ?? []).map(({ piece: inner }) => sampleOf(inner)).join('') : '';
}
