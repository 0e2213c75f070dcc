import { bitCount } from './similarity.ts';

/** A date as it was written: parts that are absent are 0, and a part may be impossible (day 33), because typing errors are what is compared. */
export type DateParts = { readonly year: number; readonly month: number; readonly day: number };

/** Reads YYYY-MM-DD, YYYYMMDD, YYYY-MM or YYYY, with any separator; undefined for anything else. */
export function readDate(text: string): DateParts | undefined {
  const match = /^\s*(\d{4})(?:[^\d\s]?(\d{2})(?:[^\d\s]?(\d{2}))?|[^\d](\d{1,2})(?:[^\d](\d{1,2}))?)?\s*(?:T.*)?$/.exec(text);
  if (!match) return undefined;
  const parts = { year: Number(match[1]), month: Number(match[2] ?? match[4] ?? 0), day: Number(match[3] ?? match[5] ?? 0) };
  return parts.year === 0 ? undefined : parts;
}

/** Eight digits, YYYYMMDD. */
export function dateDigits({ year, month, day }: DateParts): string {
  return `${String(year).padStart(4, '0')}${String(month).padStart(2, '0')}${String(day).padStart(2, '0')}`;
}

/** The eight digits of a date in one 32-bit number, four bits each, so that dates are compared without reading texts. */
export function packDate(parts: DateParts): number {
  let packed = 0;
  for (const digit of dateDigits(parts)) packed = (packed << 4) | Number(digit);
  return packed;
}

export const dateLevels = {
  missing: 0, exact: 1, swapped: 2, dayTypo: 3, monthTypo: 4, yearTypo: 5, dayDiffers: 6, monthDiffers: 7, yearDiffers: 8, digitsMoved: 9, partial: 10, near: 11, different: 12,
} as const;

/** How two packed dates differ: the first of these that holds, from equal to nothing in common. */
export function compareDates(a: number, b: number): number {
  const differs = a ^ b;
  const year = differs >>> 16 === 0;
  const month = (differs & 0xff00) === 0;
  const day = (differs & 0xff) === 0;
  if ((a & 0xff) === 0 || (b & 0xff) === 0) return comparePartial(a, b, year, month);
  if (year && month) return day ? dateLevels.exact : digitsClose(a, b) ? dateLevels.dayTypo : dateLevels.dayDiffers;
  if (year && (a & 0xff) === ((b >>> 8) & 0xff) && (b & 0xff) === ((a >>> 8) & 0xff)) return dateLevels.swapped;
  if (year && day) return digitsClose(a, b) ? dateLevels.monthTypo : dateLevels.monthDiffers;
  if (month && day) return digitsClose(a, b) ? dateLevels.yearTypo : dateLevels.yearDiffers;
  if (digitsWrong(differs) > 2) return dateLevels.different;
  return neighboursExchanged(a, b) ? dateLevels.digitsMoved : dateLevels.near;
}

/** One of the two has no day, and perhaps no month: what both have is compared. */
function comparePartial(a: number, b: number, year: boolean, month: boolean): number {
  const monthKnown = (a & 0xff00) !== 0 && (b & 0xff00) !== 0;
  return year && (month || !monthKnown) ? dateLevels.partial : dateLevels.different;
}

/** One digit wrong, two neighbours exchanged, or a step of one; the dates differ in one part alone. */
function digitsClose(a: number, b: number): boolean {
  const wrong = digitsWrong(a ^ b);
  return wrong === 1 || (wrong === 2 && neighboursExchanged(a, b)) || stepOfOne(a, b);
}

/** 09 and 10, 1999 and 2000 and the like: nines on one side where the other has noughts. */
function stepOfOne(a: number, b: number): boolean {
  return Math.abs(decimal(a) - decimal(b)) === (((a ^ b) & 0xff) !== 0 ? 1 : ((a ^ b) & 0xff00) !== 0 ? 100 : 10_000);
}

function decimal(packed: number): number {
  let value = 0;
  for (let shift = 28; shift >= 0; shift -= 4) value = value * 10 + ((packed >>> shift) & 15);
  return value;
}

/** How many of the eight digits differ, from the exclusive or of two packed dates. */
function digitsWrong(differs: number): number {
  const half = differs | (differs >>> 1);
  return bitCount((half | (half >>> 2)) & 0x11111111);
}

/** Two digits differ, they stand side by side, and each is the other's. */
function neighboursExchanged(a: number, b: number): boolean {
  const differs = a ^ b;
  for (let shift = 0; shift < 28; shift += 4) {
    if (((differs >>> shift) & 15) === 0) continue;
    return (differs >>> shift) >>> 8 === 0 && ((a >>> shift) & 15) === ((b >>> (shift + 4)) & 15) && ((b >>> shift) & 15) === ((a >>> (shift + 4)) & 15);
  }
  return false;
}
