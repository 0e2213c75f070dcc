import type { Day } from '../timeline/day.ts';
import { type ChronicOptions, type ChronicState, chronicStates } from './chronic.ts';
import { type EvidenceKind, evidenceKinds, type Stay } from './stay.ts';
import { type StayTable, stayTable } from './stay-table.ts';

/** Days in both windows. A day that two sources know counts in each, so these do not add up to the person's total. */
export type SourceDays = { readonly days365: number; readonly days1095: number };

/** A person's state with and without what is only self-reported, and the days that each kind of evidence and each provider gives. */
export type ChronicEvidence = {
  /** From observed and verified stays alone. */
  readonly confirmed: ChronicState;
  /** With self-reported stays. */
  readonly withReported: ChronicState;
  readonly byEvidence: Readonly<Record<EvidenceKind, SourceDays>>;
  /** Sorted by provider; '' holds the stays without one. */
  readonly byProvider: ReadonlyMap<string, SourceDays>;
};

/**
 * What everybody's chronic state rests on: self-reported history is never mixed in silently, both totals are given. Sorted by person.
 * Throws as `stayTable` does.
 */
export function chronicEvidence(stays: readonly Stay[], asOf: Day, options: Omit<ChronicOptions, 'only'>): Map<string, ChronicEvidence> {
  const table = stayTable(stays);
  const evidenceOf = (source: number) => stays[source]?.evidence ?? 'observed';
  const providerOf = (source: number) => stays[source]?.provider ?? '';
  const states = (only: (source: number) => boolean) => chronicStates(table, asOf, { ...options, only });
  const confirmed = states((source) => evidenceOf(source) !== 'reported');
  const withReported = states(() => true);
  const kinds = evidenceKinds.map((kind) => [kind, states((source) => evidenceOf(source) === kind)] as const);
  return new Map(table.people.map((person, index) => [person, {
    confirmed: stateOf(confirmed, person), withReported: stateOf(withReported, person),
    byEvidence: { observed: daysOf(kinds[0]?.[1], person), reported: daysOf(kinds[1]?.[1], person), verified: daysOf(kinds[2]?.[1], person) },
    byProvider: daysByProvider(onePerson(table, index), asOf, options, providerOf),
  }]));
}

function daysByProvider(table: StayTable, asOf: Day, options: Omit<ChronicOptions, 'only'>, providerOf: (source: number) => string): Map<string, SourceDays> {
  const providers = [...new Set(Array.from(table.source, providerOf))].sort();
  const [person = ''] = table.people;
  return new Map(providers.map((provider) => [provider, daysOf(chronicStates(table, asOf, { ...options, only: (source) => providerOf(source) === provider }), person)]));
}

function onePerson(table: StayTable, index: number): StayTable {
  const [from, to] = [table.first[index] ?? 0, table.first[index + 1] ?? 0];
  return {
    people: table.people.slice(index, index + 1), first: Int32Array.of(0, to - from),
    start: table.start.subarray(from, to), end: table.end.subarray(from, to), kind: table.kind.subarray(from, to), source: table.source.subarray(from, to),
  };
}

function daysOf(states: ReadonlyMap<string, ChronicState> | undefined, person: string): SourceDays {
  const state = states?.get(person);
  return { days365: state?.days365 ?? 0, days1095: state?.days1095 ?? 0 };
}

function stateOf(states: ReadonlyMap<string, ChronicState>, person: string): ChronicState {
  const state = states.get(person);
  if (!state) throw new RangeError('a state is missing for a person of the table');
  return state;
}
