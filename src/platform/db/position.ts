/** A place in the write-ahead log (pg_lsn) as a number, so that two can be compared. Throws for what is none. */
export function positionOf(lsn: string): bigint {
  const [high, low] = lsn.split('/');
  return (BigInt(`0x${high}`) << 32n) + BigInt(`0x${low}`);
}

/** A number as PostgreSQL writes a place in its log, such as 0/16B3748. */
export function lsnOf(position: bigint): string {
  return `${(position >> 32n).toString(16).toUpperCase()}/${(position & 0xffff_ffffn).toString(16).toUpperCase()}`;
}
