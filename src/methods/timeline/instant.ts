import { leadingDay } from './day.ts';

/** A moment in milliseconds since 1970-01-01T00:00Z; fractions keep microseconds. */
export type Instant = number;

const clock = /^[T ](\d\d):(\d\d)(?::(\d\d)(\.\d{1,9})?)?(Z|z|[+-]\d\d(?::?\d\d)?)?$/;

/**
 * Reads an ISO 8601 time: a date, `T` or a space, hours and minutes, perhaps seconds and a fraction, perhaps `Z` or an offset. Without an offset it
 * is UTC; a date alone is the first moment of that day in UTC (as PostgreSQL reads it in a UTC session). Undefined when it is anything else.
 */
export function parseInstant(text: string): Instant | undefined {
  const day = leadingDay(text);
  if (day === undefined) return undefined;
  const start = day * 86_400_000;
  if (text.length === 10) return start;
  const found = clock.exec(text.slice(10));
  if (!found) return undefined;
  const [, hours = '', minutes = '', seconds = '0', fraction = '0', zone = 'Z'] = found;
  if (Number(hours) > 23 || Number(minutes) > 59 || Number(seconds) > 59) return undefined;
  const offset = offsetMinutes(zone);
  if (offset === undefined) return undefined;
  return start + ((Number(hours) * 60 + Number(minutes) - offset) * 60 + Number(seconds)) * 1000 + Number(fraction) * 1000;
}

function offsetMinutes(zone: string): number | undefined {
  if (zone === 'Z' || zone === 'z') return 0;
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(3).replace(':', '') || '0')];
  if (hours > 15 || minutes > 59) return undefined;
  return (zone.startsWith('-') ? -1 : 1) * (hours * 60 + minutes);
}
