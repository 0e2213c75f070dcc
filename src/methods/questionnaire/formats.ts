/**
 * Formats of FHIR R4 primitive values (https://hl7.org/fhir/R4/datatypes.html), with dates that exist in the calendar.
 */
const datePattern = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;
const dateTimePattern = /^(\d{4}-\d{2}-\d{2})T([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60)(?:\.\d{1,9})?(Z|[+-](?:(?:0\d|1[0-3]):[0-5]\d|14:00))$/;
const timePattern = /^([01]\d|2[0-3]):[0-5]\d:([0-5]\d|60)(\.\d{1,9})?$/;

/** YYYY, YYYY-MM or YYYY-MM-DD. */
export function isDate(text: string): boolean {
  const [, year, month, day] = datePattern.exec(text) ?? [];
  if (year === undefined || year === '0000') return false;
  if (month === undefined) return true;
  const last = Number(month) >= 1 && Number(month) <= 12 ? daysOfMonth(Number(year), Number(month)) : 0;
  return day === undefined ? last > 0 : Number(day) >= 1 && Number(day) <= last;
}

function daysOfMonth(year: number, month: number): number {
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
  return month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** A date of any precision, or a date with a time to the second and an offset. */
export function isDateTime(text: string): boolean {
  const day = dateTimePattern.exec(text)?.[1];
  return day === undefined ? isDate(text) : isDate(day);
}

/** HH:MM:SS. */
export function isTime(text: string): boolean {
  return timePattern.test(text);
}

export function isInteger(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= -2_147_483_648 && value <= 2_147_483_647;
}

export function isUri(text: string): boolean {
  return text.length > 0 && !/\s/.test(text);
}

/** An address with a scheme, such as https://example.org. */
export function isUrl(text: string): boolean {
  return isUri(text) && /^[a-z][a-z0-9+.-]*:./i.test(text) && (!/^https?:/i.test(text) || URL.canParse(text));
}

export function isBase64(text: string): boolean {
  const packed = text.replaceAll(/\s/g, '');
  return packed.length % 4 === 0 && /^[A-Za-z0-9+/]*={0,2}$/.test(packed);
}

/** How many characters a person would count when counting code points; an emoji is one, not two. */
export function lengthOf(text: string): number {
  let count = 0;
  for (const _ of text) count += 1;
  return count;
}

/**
 * Compares two dates, date-times or times. Below zero when `a` is earlier; undefined when their precision or lack of an offset leaves it open,
 * except that equal common parts count as equal.
 */
export function compareMoments(a: string, b: string): number | undefined {
  const [withTimeA, withTimeB] = [a.includes('T'), b.includes('T')];
  if (withTimeA && withTimeB) return Date.parse(leapFree(a)) - Date.parse(leapFree(b));
  const [dayA, dayB] = [withTimeA ? a.slice(0, 10) : a, withTimeB ? b.slice(0, 10) : b];
  if (timePattern.test(a) !== timePattern.test(b)) return undefined;
  const length = Math.min(dayA.length, dayB.length);
  const [partA, partB] = timePattern.test(a) ? [a.padEnd(18, a.includes('.') ? '0' : '.0'), b.padEnd(18, b.includes('.') ? '0' : '.0')] : [dayA.slice(0, length), dayB.slice(0, length)];
  return partA < partB ? -1 : partA > partB ? 1 : 0;
}

function leapFree(moment: string): string {
  return moment.replace(/:60(\.\d+)?/, ':59$1');
}
