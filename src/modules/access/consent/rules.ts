/** What a decision about one section of one person rests on, for one member of staff at one moment. */
export type Facts = {
  /** Recused, named in the record, or accused. */
  readonly barred: boolean;
  /** Break-glass stands open for her. */
  readonly opened: boolean;
  readonly roleOpens: boolean;
  readonly ownAgency: boolean;
  readonly supervisor: boolean;
  readonly assigned: boolean;
  /** A live consent names her agency and this section, for care. */
  readonly shared: boolean;
  /** An instruction of the person covers her, her agency or everybody. */
  readonly locked: boolean;
  /** The person asked that not even the withholding is shown. */
  readonly hideMark: boolean;
};
/** Why a section is shown; these are said on the page. */
export type Shows = 'break-glass' | 'supervising' | 'assigned' | 'consent';
/** Why it is not; never said, but that the person withholds it. */
export type Withholds = 'barred' | 'role' | 'no-relation' | 'locked' | 'locked-unmarked';
export type Explained = { readonly outcome: 'permit'; readonly reasons: readonly Shows[] } | { readonly outcome: 'mask' | 'deny'; readonly reasons: readonly Withholds[] };

/** Says why a section is shown, masked or denied. First match wins, as in `access.decide`; a test holds the two together. */
export function explain(facts: Facts): Explained {
  if (facts.barred) return { outcome: 'deny', reasons: ['barred'] };
  if (facts.opened) return { outcome: 'permit', reasons: ['break-glass'] };
  if (!facts.roleOpens) return { outcome: 'deny', reasons: ['role'] };
  const reasons: Shows[] = [];
  if (facts.ownAgency && facts.supervisor) reasons.push('supervising');
  if (facts.ownAgency && facts.assigned) reasons.push('assigned');
  if (facts.shared) reasons.push('consent');
  if (reasons.length === 0) return { outcome: 'deny', reasons: ['no-relation'] };
  if (facts.locked) return facts.hideMark ? { outcome: 'deny', reasons: ['locked-unmarked'] } : { outcome: 'mask', reasons: ['locked'] };
  return { outcome: 'permit', reasons };
}

/** Whether she may write in the section: her role opens it, her agency holds the record, she works with the person, nothing locks it. Break-glass and shares only read. */
export function mayWrite(facts: Facts | undefined): boolean {
  return facts !== undefined && !facts.barred && facts.roleOpens && facts.ownAgency && (facts.supervisor || facts.assigned) && !facts.locked;
}

export type Standing = 'active' | 'withdrawn' | 'expired' | 'not-begun';
/** Where a consent stands on a day; its last day counts. */
export function standingOf(consent: { readonly startsOn: string; readonly expiresOn: string | null; readonly withdrawnAt: Date | null }, today: string): Standing {
  if (consent.withdrawnAt) return 'withdrawn';
  if (consent.startsOn > today) return 'not-begun';
  return consent.expiresOn !== null && consent.expiresOn < today ? 'expired' : 'active';
}
