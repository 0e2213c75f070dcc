/** A sent referral as far as waiting goes; times in days from sending, pauses left out. */
export type Waited = {
  readonly seen: number | null; readonly accepted: number | null; readonly service: number | null;
  readonly declined: boolean; readonly noRoom: boolean; readonly appointments: number; readonly noShows: number;
  /** Days from sending until the loop was closed, pauses included: the person waits through them too. */
  readonly closed: number | null; readonly outcome: string | null; readonly paused: number;
};
export type Quantiles = { readonly count: number; readonly median: number | null; readonly p90: number | null };
/** Every share is counted over all that were sent, also over those that nobody answered. */
export type Measures = {
  readonly sent: number; readonly seen: number; readonly accepted: number; readonly served: number; readonly toSeen: Quantiles; readonly toAccept: Quantiles; readonly toService: Quantiles; readonly pausedDays: number;
  readonly appointments: number; readonly noShows: number; readonly closed30: number; readonly closed60: number; readonly closed90: number; readonly met: number; readonly partlyMet: number; readonly noRoom: number;
};

/** The quantile of numbers with linear interpolation between neighbours, as PostgreSQL's percentile_cont; null of none. */
export function quantile(values: readonly number[], share: number): number | null {
  const sorted = values.toSorted((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return below === undefined || above === undefined ? null : below + (above - below) * (place - Math.floor(place));
}

/** What the referrals of a period amount to. The database computes the same; a test holds the two together. */
export function measure(rows: readonly Waited[]): Measures {
  const known = (pick: (row: Waited) => number | null) => rows.flatMap((row) => pick(row) ?? []);
  const quantiles = (values: readonly number[]): Quantiles => ({ count: values.length, median: quantile(values, 0.5), p90: quantile(values, 0.9) });
  const within = (days: number) => rows.filter((row) => row.closed !== null && row.closed <= days).length;
  const sum = (pick: (row: Waited) => number) => rows.reduce((total, row) => total + pick(row), 0);
  return {
    sent: rows.length, seen: known((row) => row.seen).length, accepted: known((row) => row.accepted).length, served: known((row) => row.service).length,
    toSeen: quantiles(known((row) => row.seen)), toAccept: quantiles(known((row) => row.accepted)), toService: quantiles(known((row) => row.service)), pausedDays: sum((row) => row.paused),
    appointments: sum((row) => row.appointments), noShows: sum((row) => row.noShows), closed30: within(30), closed60: within(60), closed90: within(90),
    met: rows.filter((row) => row.outcome === 'met').length, partlyMet: rows.filter((row) => row.outcome === 'partly-met').length, noRoom: rows.filter((row) => row.noRoom).length,
  };
}

/** A share as a whole per cent, rounded half up; undefined where there is nothing to divide by. */
export function percent(part: number, whole: number): number | undefined {
  return whole === 0 ? undefined : Math.floor((part / whole) * 100 + 0.5);
}

export type RoundedWait = { readonly count: number; readonly unit: 'days' | 'weeks' };
/** A wait as the public reads it: whole days below two weeks, whole weeks from then on, each rounded half up. */
export function roundedWait(days: number): RoundedWait {
  return Math.floor(days + 0.5) < 14 ? { count: Math.floor(days + 0.5), unit: 'days' } : { count: Math.floor(days / 7 + 0.5), unit: 'weeks' };
}
