/** A calendar date, YYYY-MM-DD. */
export type DateText = string;

/**
 * Ontario's public holidays of a year (Employment Standards Act, 2000, s. 1), with the day off that follows when one falls on a weekend.
 * The Civic Holiday in August is not among them.
 */
export function ontarioHolidays(year: number): ReadonlySet<DateText> {
  const easter = easterSunday(year);
  const fixed = [[1, 1], [7, 1], [12, 25], [12, 26]] as const;
  const taken = new Set<DateText>([nthWeekday(year, 2, 1, 3), addDays(easter, -2), mondayBefore(year, 5, 25), nthWeekday(year, 9, 1, 1), nthWeekday(year, 10, 1, 2)]);
  for (const [month, day] of fixed) {
    let date = dateOf(year, month, day);
    while (isWeekend(date) || taken.has(date)) date = addDays(date, 1);
    taken.add(date);
  }
  return taken;
}

export function isWorkingDay(date: DateText): boolean {
  return !isWeekend(date) && !ontarioHolidays(Number(date.slice(0, 4))).has(date);
}

/** The date that is `count` working days after `date`; `date` itself is not counted. `count` is a whole number of 0 or more. */
export function addWorkingDays(date: DateText, count: number): DateText {
  if (!Number.isInteger(count) || count < 0) throw new RangeError('count must be a whole number of 0 or more');
  let [day, left] = [date, count];
  while (left > 0) {
    day = addDays(day, 1);
    if (isWorkingDay(day)) left -= 1;
  }
  return day;
}

/** Easter Sunday of the Gregorian calendar (anonymous algorithm, Nature, 20 April 1876). */
export function easterSunday(year: number): DateText {
  const a = year % 19;
  const [b, c] = [Math.floor(year / 100), year % 100];
  const [d, e] = [Math.floor(b / 4), b % 4];
  const g = Math.floor((8 * b + 13) / 25);
  const h = (19 * a + b - d - g + 15) % 30;
  const [i, k] = [Math.floor(c / 4), c % 4];
  const l = (32 + 2 * e + 2 * i - h - k) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return dateOf(year, Math.floor(n / 31), (n % 31) + 1);
}

function dateOf(year: number, month: number, day: number): DateText {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
function addDays(date: DateText, days: number): DateText {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
function weekday(date: DateText): number {
  return new Date(`${date}T00:00:00Z`).getUTCDay();
}
function isWeekend(date: DateText): boolean {
  return weekday(date) === 0 || weekday(date) === 6;
}
function nthWeekday(year: number, month: number, day: number, nth: number): DateText {
  const first = dateOf(year, month, 1);
  return addDays(first, ((day - weekday(first) + 7) % 7) + 7 * (nth - 1));
}
function mondayBefore(year: number, month: number, day: number): DateText {
  const date = dateOf(year, month, day - 1);
  return addDays(date, -((weekday(date) + 6) % 7));
}
