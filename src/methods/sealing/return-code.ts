/** How many words a return code has; 7 of 7,776 are 90 bits. */
export const codeWords = 7;
/** A printed recovery phrase of a member: 10 of 7,776 are 129 bits. */
export const phraseWords = 10;

/** Words of a list, each drawn evenly: a number of 16 bits that would favour the first words is drawn again. `random` fills what it is given. */
export function drawWords(list: readonly string[], count: number, random: (into: Uint16Array<ArrayBuffer>) => void): string[] {
  const even = Math.floor(65_536 / list.length) * list.length;
  const drawn: string[] = [];
  const number = new Uint16Array(1);
  while (drawn.length < count) {
    random(number);
    const word = (number[0] ?? even) < even ? list[(number[0] ?? 0) % list.length] : undefined;
    if (word !== undefined) drawn.push(word);
  }
  return drawn;
}

/** The words as they were meant: without capitals, accents and signs, whatever stands between them. */
export function readWords(typed: string): string[] {
  return typed.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().split(/[^a-z]+/).filter((word) => word !== '');
}

/** One spelling of a code, from which keys are made. */
export function joinWords(words: readonly string[]): string {
  return words.join('-');
}
