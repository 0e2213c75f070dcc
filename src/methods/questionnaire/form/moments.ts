/** The local date and time of a moment in a zone, as `2026-03-31T14:05:00`. */
export function localTime(moment: string, zone: string): string {
  const parts = new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).formatToParts(new Date(moment));
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '00';
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`;
}

/** A local date and time with the offset that its zone had then; where a clock was put back, the first of the two. */
export function withOffset(local: string, zone: string): string {
  const asUtc = Date.parse(`${local}Z`);
  const offsets = [...new Set([asUtc - 86_400_000, asUtc + 86_400_000].map((moment) => offsetAt(moment, zone)))];
  const fitting = offsets.find((minutes) => localTime(new Date(asUtc - minutes * 60_000).toISOString(), zone) === local) ?? offsets[0] ?? 0;
  const [sign, size] = [fitting < 0 ? '-' : '+', Math.abs(fitting)];
  return fitting === 0 && zone === 'UTC' ? `${local}Z` : `${local}${sign}${String(Math.floor(size / 60)).padStart(2, '0')}:${String(size % 60).padStart(2, '0')}`;
}

function offsetAt(moment: number, zone: string): number {
  return Math.round((Date.parse(`${localTime(new Date(moment).toISOString(), zone)}Z`) - moment) / 60_000);
}
