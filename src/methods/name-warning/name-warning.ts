import { firstNames } from './first-names.ts';

/** What in a text may tell who somebody is; `start` and `end` count UTF-16 units, so that `text.slice(start, end)` is `text` of the finding. */
export type Finding = { readonly kind: 'e-mail' | 'phone' | 'title' | 'full-name'; readonly start: number; readonly end: number; readonly text: string };

const mail = /[\p{L}\p{N}._%+-]{1,64}@[\p{L}\p{N}-]{1,63}(?:\.[\p{L}\p{N}-]{1,63}){1,5}/gu;
// North American Numbering Plan: area and exchange begin with 2 to 9; a local number only with a separator, so that years and amounts are no numbers.
const phone = /(?<![\d.,-])(?:\+?1[ .-]?)?(?:(?:\([2-9]\d{2}\) ?|[2-9]\d{2}[ .-]?)[2-9]\d{2}[ .-]?\d{4}|[2-9]\d{2}[.-]\d{4})(?![\d-]|[.,]\d)/g;
const capital = String.raw`\p{Lu}[\p{L}’'-]*`;
const titled = new RegExp(String.raw`(?<![\p{L}\p{N}’'-])(?:(?:Mr|Mrs|Ms|Mx|Mme|Mlle|Mgr|Dr|Dre|Prof|Rev|Sgt|Cst)\.?|M\.|Miss|Madame|Mademoiselle|Monsieur|Maître|Constable|Sergeant|Officer|Doctor|Professor|Pastor|Imam|Rabbi)\s(?:${capital}\.?\s)?${capital}`, 'gu');
const word = /\p{L}[\p{L}’'-]*\.?/gu;
const particle = new Set(['de', 'du', 'des', 'la', 'le', 'van', 'von', 'der', 'den', 'da', 'di', 'dos', 'bin', 'el', 'al']);
// After a first name these make a place or an institution of it; before one, in French.
const placeAfter = new Set(`street st road rd avenue ave drive dr boulevard blvd crescent cres court ct lane way trail square plaza mall park school centre center library hospital church arena hall house home
  lake creek river hill hills heights beach island village county region station university college high public catholic secondary elementary middle community memorial foundation street's day days
  january february march april may june july august september october november december`.split(/\s+/));
const placeBefore = new Set('rue avenue boulevard chemin place parc ecole hopital eglise centre college bibliotheque pont lac ruelle maison fondation quartier paroisse station saint sainte st ste fort mount lake port'.split(' '));

/**
 * What in a line of notes may name a person or reach one: e-mail addresses, North American telephone numbers (ten digits, or seven with a
 * separator), a form of address before a capitalised word (English and French), and a common first name before a capitalised word. It is a
 * warning for whoever types: it misses rare first names and names without capitals, and may point at what is nobody. In order, never overlapping.
 */
export function findNames(text: string): Finding[] {
  const found = [...matches(text, mail, 'e-mail'), ...matches(text, phone, 'phone'), ...matches(text, titled, 'title').filter((one) => !isStreet(text, one)), ...fullNames(text)];
  const kept: Finding[] = [];
  for (const one of found) if (!kept.some((other) => one.start < other.end && other.start < one.end)) kept.push(one);
  return kept.sort((a, b) => a.start - b.start);
}

function matches(text: string, pattern: RegExp, kind: Finding['kind']): Finding[] {
  return [...text.matchAll(pattern)].map((match) => ({ kind, start: match.index, end: match.index + match[0].length, text: match[0] }));
}

// "Maple Dr East" is a street, "Dr East" may be somebody.
function isStreet(text: string, { start, text: own }: Finding): boolean {
  return own.startsWith('Dr') && /(?:\p{Lu}[\p{L}’'-]*|\d) $/u.test(text.slice(Math.max(0, start - 30), start));
}

function fullNames(text: string): Finding[] {
  const words = [...text.matchAll(word)].map((match) => ({ raw: match[0], plain: plainOf(match[0]), start: match.index, end: match.index + match[0].length }));
  return words.flatMap((first, index) => {
    if (!isCapital(first.raw) || !isFirstName(first.plain) || placeBefore.has(words[index - 1]?.plain ?? '')) return [];
    const last = familyName(words, index, text);
    if (!last || placeAfter.has(last.plain)) return [];
    const end = last.raw.endsWith('.') ? last.end - 1 : last.end;
    return [{ kind: 'full-name' as const, start: first.start, end, text: text.slice(first.start, end) }];
  });
}

type Word = { readonly raw: string; readonly plain: string; readonly start: number; readonly end: number };

/** The capitalised word that follows, past further first names, initials and particles; undefined where something else stands between. */
function familyName(words: readonly Word[], index: number, text: string): Word | undefined {
  let before = words[index];
  for (let at = index + 1; at <= index + 4; at += 1) {
    const next = words[at];
    if (!before || !next || !/^[ \u00a0]$/.test(text.slice(before.end, next.start))) return undefined;
    // A full stop ends a sentence, but not after an initial.
    if (before.raw.endsWith('.') && before.raw.length > 2) return undefined;
    const isInitial = /^\p{Lu}\.?$/u.test(next.raw);
    if (!isInitial && !particle.has(next.plain)) return isCapital(next.raw) ? next : undefined;
    if (isInitial && !isCapital(words[at + 1]?.raw ?? '')) return next;
    before = next;
  }
  return undefined;
}

const isCapital = (raw: string) => /^\p{Lu}/u.test(raw);
const isFirstName = (plain: string) => firstNames.has(plain) || (plain.includes('-') && firstNames.has(plain.split('-')[0] ?? ''));

function plainOf(raw: string): string {
  return raw.normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('’', "'").replace(/\.$/, '').toLowerCase();
}
