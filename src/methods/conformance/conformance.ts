import { align } from './alignment.ts';

/** One step of an agreed pathway: `days` are the target from the step before (from `opened` for the first), whole days. */
export type PathwayStep = { readonly step: string; readonly days: number };
/** What really happened: a step on a day, a count of days since any fixed day. */
export type TakenStep = { readonly step: string; readonly day: number };
export type CaseHistory = {
  readonly events: readonly TakenStep[];
  /** The day from which the first target counts; the day of the first step when absent. */
  readonly opened?: number | undefined;
  /** Whether the case has ended: then every step that is missing was skipped. */
  readonly ended: boolean;
  /** The day up to which waiting counts, for a case that still runs. */
  readonly asOf: number;
};
export type Lateness = { readonly step: string; /** Days beyond the target, 1 or more. */ readonly days: number };

/** How a case left its pathway; each list names steps in the order of the pathway or of what happened. */
export type Conformance = {
  readonly skipped: readonly string[];
  readonly outOfOrder: readonly string[];
  readonly repeated: readonly string[];
  /** Steps that the pathway does not know. */
  readonly unknown: readonly string[];
  readonly late: readonly Lateness[];
  /** The next step when it is past its target and has not been taken. */
  readonly waiting: Lateness | undefined;
  /** 1 where nothing left the pathway, 0 where nothing fits: 1 - cost / worst cost. Lateness is not part of it. */
  readonly fitness: number;
  readonly conforms: boolean;
};

/**
 * Compares a case with its agreed pathway by an optimal alignment (`align`; fitness after Adriansyah et al., 2011: one minus the cost over the cost of
 * matching nothing). A step of the pathway without its event was skipped, or is out of order when the event stands elsewhere; an event without its step
 * is a repetition when the step fits once already. A step is late when it came more days after the step before it than the targets of the steps from
 * there on allow: the targets of skipped steps are added. Events are taken by day, and of one day as they are given.
 */
export function checkConformance(pathway: readonly PathwayStep[], { events, opened, ended, asOf }: CaseHistory): Conformance {
  const names = pathway.map((one) => one.step);
  const ordered = events.map((one, index) => ({ ...one, index })).sort((a, b) => a.day - b.day || a.index - b.index);
  const moves = align(names, ordered.map((one) => one.step), ended);
  const fitting = new Set(moves.flatMap((move) => (move.kind === 'both' ? [names[move.step]] : [])));
  const happened = new Set(ordered.map((one) => one.step));
  const strays = moves.flatMap((move) => (move.kind === 'log' ? [ordered[move.event]?.step ?? ''] : []));
  const skipped = moves.flatMap((move) => (move.kind === 'model' && !happened.has(names[move.step] ?? '') ? [names[move.step] ?? ''] : []));
  const outOfOrder = unique(strays.filter((step) => names.includes(step) && !fitting.has(step)));
  const late: Lateness[] = [];
  let [before, allowed, reached] = [opened ?? ordered[0]?.day ?? asOf, 0, -1];
  for (const move of moves) {
    if (move.kind === 'log') continue;
    const target = pathway[move.step];
    allowed += target?.days ?? 0;
    reached = move.step;
    if (move.kind !== 'both') continue;
    const day = ordered[move.event]?.day ?? before;
    if (target && day - before > allowed) late.push({ step: target.step, days: day - before - allowed });
    [before, allowed] = [day, 0];
  }
  const next = ended ? undefined : pathway[reached + 1];
  const over = next ? asOf - before - allowed - next.days : 0;
  const cost = moves.filter((move) => move.kind !== 'both').length;
  const worst = ordered.length + (ended ? names.length : 0);
  const repeated = strays.filter((step) => fitting.has(step));
  const unknown = unique(strays.filter((step) => !names.includes(step)));
  const waiting = next && over > 0 ? { step: next.step, days: over } : undefined;
  return { skipped, outOfOrder, repeated, unknown, late, waiting, fitness: worst === 0 ? 1 : 1 - cost / worst, conforms: cost === 0 && late.length === 0 && !waiting };
}

export const deviations = ['skipped', 'outOfOrder', 'repeated', 'unknown', 'late', 'waiting'] as const;
export type Deviation = (typeof deviations)[number];
export type ConformanceSum = {
  readonly cases: number;
  readonly conforming: number;
  /** Cases with at least one deviation of the kind. */
  readonly casesWith: Readonly<Record<Deviation, number>>;
  /** Deviations by step of the pathway: cases in which the step is named. */
  readonly bySteps: readonly ({ readonly step: string } & Readonly<Record<Deviation, number>>)[];
};

/** Counts over cases; each case counts once a kind, and once a kind and step. */
export function sumConformance(steps: readonly string[], cases: readonly Conformance[]): ConformanceSum {
  const count = (wanted: (one: Conformance) => boolean) => cases.filter(wanted).length;
  const of = (kind: Deviation, step?: string) => count((one) => (step === undefined ? named(one, kind).length > 0 : named(one, kind).includes(step)));
  const all = (step?: string): Record<Deviation, number> => ({ skipped: of('skipped', step), outOfOrder: of('outOfOrder', step), repeated: of('repeated', step), unknown: of('unknown', step), late: of('late', step), waiting: of('waiting', step) });
  return { cases: cases.length, conforming: count((one) => one.conforms), casesWith: all(), bySteps: steps.map((step) => ({ step, ...all(step) })) };
}

/** The steps that a case names under a kind of deviation. */
export function named(one: Conformance, kind: Deviation): readonly string[] {
  if (kind === 'late') return one.late.map(({ step }) => step);
  if (kind === 'waiting') return one.waiting ? [one.waiting.step] : [];
  return one[kind];
}

const unique = (steps: readonly string[]) => [...new Set(steps)];
