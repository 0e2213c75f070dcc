import { suppress, type Suppressed } from '#app/methods/disclosure/suppress.ts';
import { declineReasons, decliners, type Declines } from './queries.ts';

/** Declines by reason and by who declined, protected for a funder: small numbers, zeros among them, and others that would give one away are left out. */
export async function protectDeclines(counts: readonly Declines[], fewest: number): Promise<Suppressed> {
  const cells = declineReasons.flatMap((reason) => decliners.map((by) => ({ keys: { reason, by }, count: counts.find((one) => one.reason === reason && one.declinedBy === by)?.n ?? 0 })));
  return await suppress(cells, ['reason', 'by'], fewest);
}
