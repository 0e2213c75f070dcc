/** The states of a person on a by-name list; somebody who is not on it has none (null). */
export const listStates = ['active', 'housed', 'inactive', 'left'] as const;
export type ListState = (typeof listStates)[number];

/** A change of a person's state: when it took effect, and when the list learnt of it. */
export type ListEvent = {
  readonly person: string;
  /** YYYY-MM-DD. */
  readonly effective: string;
  /** An ISO 8601 time (see `timeline/instant.ts`). Absent: the first moment, in UTC, of the day on which it took effect. */
  readonly recorded?: string | null | undefined;
  /** The state that it changes as stated by whoever wrote it; null: not on the list before. Absent: not stated, the history says it. */
  readonly from?: ListState | null | undefined;
  readonly to: ListState;
  readonly reason?: string | null | undefined;
};

/** Reasons of a correction, in lower case. */
export const correctionReasons: ReadonlySet<string> = new Set(['merge', 'merged', 'void', 'voided']);
/** Whether the reason makes a change a correction of the list and no flow of people, in capitals or not. */
export const isCorrection = ({ reason }: Pick<ListEvent, 'reason'>): boolean => reason != null && correctionReasons.has(reason.toLowerCase());
