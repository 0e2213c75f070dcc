/** Where a person stayed. */
export const stayKinds = ['unsheltered', 'shelter', 'hidden', 'transitional', 'institution', 'housed'] as const;
export type StayKind = (typeof stayKinds)[number];

/** How a stay is known: seen by a service, told by the person, or told and then confirmed. */
export const evidenceKinds = ['observed', 'reported', 'verified'] as const;
export type EvidenceKind = (typeof evidenceKinds)[number];

/** Dates are YYYY-MM-DD. `end` is the date of leaving; null: the person is still there, as far as is known. */
export type Stay = {
  readonly person: string;
  readonly start: string;
  readonly end: string | null;
  readonly kind: StayKind;
  /** Absent: observed. */
  readonly evidence?: EvidenceKind;
  /** Who recorded it; absent: not stated. */
  readonly provider?: string;
};

/**
 * How days are counted. `touched`: every calendar day that a stay touches, both ends included (1 January to 30 June is 181 days). `nights`: every night,
 * which belongs to the day on which it begins (180 in the same stay); the night of the as-of date counts when the stay is open or ends later.
 */
export const conventions = ['touched', 'nights'] as const;
export type Convention = (typeof conventions)[number];
