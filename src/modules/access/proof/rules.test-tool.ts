import { decideFor, type OraclePerson, type Section } from '../oracle.test-tool.ts';
import type { Row, Who } from './engine.test-tool.ts';
import { today, type ProofWorld } from './world.test-tool.ts';

/** The rules of the README said a second time, as small questions; no table and no SQL in them. */
export type Rules = ReturnType<typeof rulesOf>;

export const has = (who: Who, ...roles: readonly string[]) => who.kind === 'staff' && roles.some((role) => who.roles.includes(role));
export const same = (left: unknown, right: unknown) => left !== null && left !== undefined && left !== '' && left === right;
export const isWorker = (who: Who) => who.kind === 'worker';
export const demoWorker = (who: Who) => who.kind === 'worker' && who.demonstration;
export const known = (who: Who) => who.kind !== 'bare';

export function rulesOf({ database, personOf }: ProofWorld) {
  const now = database.clock.now().getTime();
  const decide = (who: Who, person: OraclePerson, section: Section) => (who.kind === 'staff' ? decideFor({ id: who.id, agency: who.agency ?? 'none', roles: who.roles }, person, section, { today, now }) : { read: 'deny', write: false } as const);
  const supervises = (who: Who) => has(who, 'access-supervisor');
  const barred = (who: Who, person: OraclePerson) => person.bars.some((bar) => bar.account === who.id && bar.ended !== true);
  const locked = (who: Who, person: OraclePerson, section: Section) => person.instructions.some((one) => !one.lifted && (one.category ?? section) === section && (one.agency ?? who.agency) === who.agency && (one.account ?? who.id) === who.id);
  const opened = (who: Who, person: OraclePerson) => person.glasses.some((one) => one.account === who.id && one.openedAt <= now && now < one.endsAt);
  const assigned = (who: Who, person: OraclePerson) => person.assignments.some((one) => one.account === who.id && one.from <= today && today <= (one.to ?? today));
  const sharedFor = (who: Who, person: OraclePerson, purpose: string) => person.consents.filter((one) => one.purposes.includes(purpose) && who.agency !== null && one.to.includes(who.agency) && !one.withdrawn && one.starts <= today && today <= (one.expires ?? today));
  const shared = (who: Who, person: OraclePerson, section: Section) => sharedFor(who, person, 'care').some((one) => one.categories.includes(section));
  const coordinated = (who: Who, person: OraclePerson) => sharedFor(who, person, 'coordination').length > 0;
  /** Agreed for a purpose, with these sections at least, that the agency of whoever asks learns it. */
  const agrees = (who: Who, person: OraclePerson, purpose: string, parts: readonly Section[] = []) => sharedFor(who, person, purpose).some((one) => parts.every((part) => one.categories.includes(part)));
  const helps = (who: Who) => has(who, 'intake-worker', 'clinician', 'access-supervisor', 'coordinator');
  const ofAgency = (who: Who, row: Row) => who.kind === 'staff' && same(row.agency_id, who.agency);
  const own = (who: Who, person: OraclePerson) => who.kind === 'staff' && same(person.agency, who.agency);
  const sees = (who: Who, person: OraclePerson) => decide(who, person, 'identity').read === 'permit';
  /** Sees somebody of her own agency. */
  const holds = (who: Who, person: OraclePerson) => own(who, person) && sees(who, person);
  /** Works with somebody of her own agency, not through broken glass. */
  const works = (who: Who, person: OraclePerson, section: Section = 'identity') => decide(who, person, section).write;
  const of = (row: Row, column = 'person_id') => personOf(row[column]);
  return { decide, supervises, barred, locked, opened, assigned, shared, coordinated, agrees, helps, ofAgency, own, sees, holds, works, of };
}
