/** What a milestone's state follows from; all dates as YYYY-MM-DD. */
export type MilestoneFacts = {
  readonly due: string;
  /** The days of what shows that it was reached. */
  readonly evidence: readonly string[];
  readonly withdrawn?: string | undefined;
  /** The days on which its body confirmed it. */
  readonly confirmations: readonly string[];
  /** The day from which it is known: a new milestone is not stalled before anybody could confirm it. */
  readonly since?: string | undefined;
  readonly today: string;
};

/** The derived state of a milestone or a priority; never typed, never a percentage. */
export type MilestoneState =
  | { readonly kind: 'done' | 'on-time' | 'withdrawn' }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'stalled'; readonly since?: string | undefined };

/** A milestone that its body has not confirmed for longer than this is stalled. */
export const stalledAfterDays = 60;

/**
 * Withdrawn before all; then done by evidence; then late when the day has passed; then stalled when nobody confirmed it for 60 days (`since`
 * is the last confirmation, absent when there was none); otherwise on time. What is later than today counts for nothing.
 */
export function milestoneState({ due, evidence, withdrawn, confirmations, since, today }: MilestoneFacts): MilestoneState {
  if (withdrawn !== undefined && withdrawn <= today) return { kind: 'withdrawn' };
  if (evidence.some((day) => day <= today)) return { kind: 'done' };
  if (due < today) return { kind: 'late', days: dayNumber(today) - dayNumber(due) };
  const last = confirmations.filter((day) => day <= today).reduce<string | undefined>((best, day) => (best === undefined || day > best ? day : best), undefined);
  const heard = last ?? since;
  if (heard === undefined || dayNumber(today) - dayNumber(heard) > stalledAfterDays) return { kind: 'stalled', since: last };
  return { kind: 'on-time' };
}

/** The state of a priority: its worst open milestone speaks; done when all that stand are done; undefined without milestones. */
export function priorityState(states: readonly MilestoneState[]): MilestoneState | undefined {
  const late = states.flatMap((state) => (state.kind === 'late' ? [state.days] : []));
  if (late.length > 0) return { kind: 'late', days: Math.max(...late) };
  const stalled = states.filter((state) => state.kind === 'stalled');
  const [oldest] = stalled.toSorted((a, b) => (a.since ?? '').localeCompare(b.since ?? ''));
  return oldest ?? states.find((state) => state.kind === 'on-time') ?? states.find((state) => state.kind === 'done') ?? states[0];
}

function dayNumber(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) / 86_400_000;
}

export type Change = 'confirm' | 'evidence' | 'due' | 'withdraw';

/** What can still be changed: nothing once withdrawn, only more evidence once done. */
export function openChanges(state: MilestoneState): readonly Change[] {
  if (state.kind === 'withdrawn') return [];
  return state.kind === 'done' ? ['evidence'] : ['confirm', 'evidence', 'due', 'withdraw'];
}

/** Whether somebody of the staff may change what a body owes: the plan manager always, the chair of that body too. The row policies say the same. */
export function mayChange(staff: { readonly roles: readonly string[]; readonly seats: Readonly<Record<string, readonly string[]>> }, bodySlug: string | null): boolean {
  return staff.roles.includes('plan-manager') || (bodySlug !== null && (staff.seats['table-chair'] ?? []).includes(bodySlug));
}
