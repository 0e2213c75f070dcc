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

export const dateLevels = {
  missing: 0, exact: 1, swapped: 2, dayTypo: 3, monthTypo: 4, yearTypo: 5, dayDiffers: 6, monthDiffers: 7, yearDiffers: 8, digitsMoved: 9, partial: 10, near: 11, different: 12,
} as const;

/** How two dates differ: the first of these that holds, from equal to nothing in common. `wrong` is the number of the eight digits that differ. */
export function compareDates(a: DateParts, b: DateParts, wrong: number): number {
  const [year, month, day] = [a.year === b.year, a.month === b.month, a.day === b.day];
  if (a.month === 0 || b.month === 0 || a.day === 0 || b.day === 0) return comparePartial(a, b);
  if (year && month) return day ? dateLevels.exact : digitsClose(a.day, b.day) ? dateLevels.dayTypo : dateLevels.dayDiffers;
  if (year && a.month === b.day && a.day === b.month) return dateLevels.swapped;
  if (year && day) return digitsClose(a.month, b.month) ? dateLevels.monthTypo : dateLevels.monthDiffers;
  if (month && day) return digitsClose(a.year, b.year) ? dateLevels.yearTypo : dateLevels.yearDiffers;
  if (wrong > 2) return dateLevels.different;
  return neighboursExchanged(dateDigits(a), dateDigits(b)) ? dateLevels.digitsMoved : dateLevels.near;
}

function comparePartial(a: DateParts, b: DateParts): number {
  const month = a.month === 0 || b.month === 0 || a.month === b.month;
  const day = a.day === 0 || b.day === 0 || a.day === b.day;
  return a.year === b.year && month && day ? dateLevels.partial : dateLevels.different;
}

/** One digit wrong, two neighbours exchanged, or a step of one. */
function digitsClose(a: number, b: number): boolean {
  if (Math.abs(a - b) === 1) return true;
  let [left, right, wrong] = [a, b, 0];
  while (left > 0 || right > 0) {
    if (left % 10 !== right % 10) wrong += 1;
    left = Math.floor(left / 10);
    right = Math.floor(right / 10);
  }
  return wrong === 1 || (wrong === 2 && neighboursExchanged(String(a).padStart(4, '0'), String(b).padStart(4, '0')));
}

function neighboursExchanged(a: string, b: string): boolean {
  for (let place = 0; place + 1 < a.length; place += 1)
    if (a[place] !== b[place]) return a[place] === b[place + 1] && a[place + 1] === b[place] && a.slice(place + 2) === b.slice(place + 2);
  return false;
}
