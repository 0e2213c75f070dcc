import type { Session } from './queries.ts';

export type SessionState = 'planned' | 'drawn' | 'open' | 'closed';

/** Where a session stands at a moment; its hours hold by the database too. */
export function stateOf({ drawnAt, opensAt, closesAt }: Pick<Session, 'drawnAt' | 'opensAt' | 'closesAt'>, now: Date): SessionState {
  if (now >= closesAt) return 'closed';
  if (drawnAt === null) return 'planned';
  return now >= opensAt ? 'open' : 'drawn';
}
