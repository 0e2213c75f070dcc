/**
 * The names of the write-ahead log segments from `first` to `last`, both included: eight hexadecimal digits each for the timeline,
 * the high and the low part of the number (PostgreSQL, src/include/access/xlog_internal.h, XLogFileName). `size` in bytes.
 */
export function segmentsBetween(first: string, last: string, size: number): string[] {
  const perHigh = 2 ** 32 / size;
  const numberOf = (name: string) =>
    Number.parseInt(name.slice(8, 16), 16) * perHigh + Number.parseInt(name.slice(16, 24), 16);
  const hex = (value: number) => value.toString(16).toUpperCase().padStart(8, '0');
  const names: string[] = [];
  for (let at = numberOf(first); at <= numberOf(last); at += 1)
    names.push(first.slice(0, 8) + hex(Math.floor(at / perHigh)) + hex(at % perHigh));
  return names;
}
