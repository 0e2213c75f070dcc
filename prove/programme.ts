/** One line of the table: what was looked at, what came of it, and the goal. `not run` says why in its figure; it is no failure and no proof. */
export type Finding = {
  readonly programme: string;
  readonly what: string;
  readonly figure: string;
  readonly goal: string;
  readonly state: 'holds' | 'FAILS' | 'not run';
};

export type Log = (line: string) => void;

/** A programme does one kind of harm `rounds` times and says what is left. `small` takes a minute or so; `usual` is what a plain run does. */
export type Programme = {
  readonly name: string;
  readonly rounds: { readonly small: number; readonly usual: number };
  readonly run: (given: { readonly rounds: number; readonly log: Log }) => Promise<Finding[]>;
};

export function finding(programme: string, what: string, holds: boolean, figure: string, goal: string): Finding {
  return { programme, what, figure, goal, state: holds ? 'holds' : 'FAILS' };
}

export function notRun(programme: string, what: string, why: string, goal: string): Finding {
  return { programme, what, figure: why, goal, state: 'not run' };
}

/** The value under which `share` of the values lie; 0 of none. */
export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0;
}
