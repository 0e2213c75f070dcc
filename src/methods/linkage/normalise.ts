const foldings: Readonly<Record<string, string>> = { œ: 'oe', æ: 'ae', ß: 'ss', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' };
const particles: ReadonlySet<string> = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'van', 'von', 'der', 'den', 'ter', 'zu', 'di', 'da', 'do', 'dos', 'del', 'della', 'el', 'al', 'bin', 'ibn']);
const streetWords: Readonly<Record<string, string>> = {
  st: 'street', str: 'street', ave: 'avenue', av: 'avenue', rd: 'road', dr: 'drive', cres: 'crescent', cr: 'crescent', crt: 'court', ct: 'court', pl: 'place', blvd: 'boulevard',
  boul: 'boulevard', bd: 'boulevard', ln: 'lane', cir: 'circuit', cct: 'circuit', ter: 'terrace', terr: 'terrace', pkwy: 'parkway', sq: 'square', hwy: 'highway', ch: 'chemin', rte: 'route',
};
const streetTypes: ReadonlySet<string> = new Set([...Object.values(streetWords), 'way', 'close', 'gate', 'trail', 'rue', 'allee', 'cote', 'rang', 'montee', 'impasse', 'croissant', 'promenade']);

/** Lower case without accents, ligatures opened, apostrophes dropped, everything that is neither letter nor digit a space. */
export function foldText(text: string): string {
  const lower = text.toLowerCase();
  if (/^[a-z0-9]+$/.test(lower)) return lower;
  return lower
    .replace(/[œæßøłđðþı]/g, (letter) => foldings[letter] ?? letter)
    .normalize('NFD')
    .replace(/[\p{M}'’`ʼ]/gu, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The parts of a name without particles (de, la, van …), which people write or leave out; a name of particles alone keeps them. */
export function nameParts(text: string): string[] {
  const all = foldText(text).replace(/^ste? /, 'saint ').split(' ').filter((part) => part !== '');
  const strong = all.filter((part) => !particles.has(part));
  return strong.length > 0 ? strong : all;
}

/** The words of a street with abbreviations written out, and those among them that are the name and not the kind of street. */
export function streetParts(text: string): { words: string[]; name: string[] } {
  const words = foldText(text).split(' ').filter((word) => word !== '').map((word, place) => (place === 0 ? word : (streetWords[word] ?? word)));
  const name = words.filter((word) => !streetTypes.has(word));
  return { words, name: name.length > 0 ? name : words };
}

/** Letters and digits alone: a postcode, a number of a house. */
export function compact(text: string): string {
  return foldText(text).replaceAll(' ', '');
}

/** The last ten digits of a telephone number; empty when there are fewer than seven. */
export function phoneDigits(text: string): string {
  const digits = text.replace(/\D/g, '');
  return digits.length < 7 ? '' : digits.slice(-10);
}

/** An address of e-mail in lower case, without what stands after a plus sign; empty when it has no @. */
export function emailKey(text: string): string {
  const match = /^([^@+\s]+)(?:\+[^@]*)?@([^@\s]+)$/.exec(text.trim().toLowerCase());
  return match ? `${match[1]}@${match[2]}` : '';
}
