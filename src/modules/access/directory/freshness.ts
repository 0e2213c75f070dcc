/** How many days a check of an entry counts: amber after the first, not offered for referral after the second. */
export const amberAfter = 180;
export const offeredFor = 365;

export type Freshness = 'fresh' | 'amber' | 'stale' | 'unchecked';

/** How far an entry's last check may be relied on, by calendar dates (YYYY-MM-DD) of the community. */
export function freshnessOf(assured: string | null, today: string): Freshness {
  if (assured === null) return 'unchecked';
  const days = daysSince(assured, today);
  if (days > offeredFor) return 'stale';
  return days > amberAfter ? 'amber' : 'fresh';
}

/** Whole days between two calendar dates. */
export function daysSince(date: string, today: string): number {
  return Math.round((Date.parse(`${today}T00:00:00Z`) - Date.parse(`${date}T00:00:00Z`)) / 86_400_000);
}
