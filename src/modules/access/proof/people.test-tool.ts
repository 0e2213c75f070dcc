import { newId } from '#app/platform/db/id.ts';
import type { OraclePerson, Section } from '../oracle.test-tool.ts';
import type { Case, Row, Who } from './engine.test-tool.ts';
import { demoWorker, has, isWorker, type Rules } from './rules.test-tool.ts';
import { type ProofWorld, today } from './world.test-tool.ts';

/** The record itself, who works with it, and what the person agreed to or withholds. */
export async function casesOfPeople(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { people, database, staff, moment, fresh } = world;
  const { decide, works, holds, sees, supervises, barred, of, ofAgency } = rules;
  const rowsOf = async (table: string) => (await database.admin.unsafe<{ one: Row }[]>(`select to_jsonb(t) as one from access.${table} t`)).map(({ one }) => one);
  const byPerson = { key: 'person_id::text', keyOf: (row: Row) => String(row.person_id) };
  const byId = { key: 'id::text', keyOf: (row: Row) => String(row.id) };
  const everyone = (make: (person: OraclePerson) => readonly Row[]) => people.flatMap(make);
  const mine = (who: Who, value: unknown) => who.kind === 'staff' && value === who.id;
  const me = (who: Who) => (who.id ? `'${who.id}'` : 'null');
  const someone = (who: Who) => who.id || staff.officer.id;
  const part = async (table: string, section: Section, set: string, columns: Row, keyed: typeof byId, more: Pick<Case, 'changes'> = {}): Promise<Case> => ({
    table, ...keyed, rows: await rowsOf(table), read: (who, row) => decide(who, of(row), section).read === 'permit',
    changes: [{ what: set, set: () => set, may: (who, row) => works(who, of(row), section) && ofAgency(who, row) }, ...(more.changes ?? [])],
    added: (who) => everyone((p) => [{ ...(keyed === byId ? { id: newId() } : {}), person_id: p.id, agency_id: who.agency ?? p.agency, ...columns }, ...(p.agency === world.north ? [{ ...(keyed === byId ? { id: newId() } : {}), person_id: p.id, agency_id: world.south, ...columns }] : [])]),
    add: (who, row) => demoWorker(who) || (ofAgency(who, row) && works(who, of(row), section)),
  });
  const other = people.find((p) => p.agency === world.south && p.consents.length === 0)?.id ?? '';
  const written = async (section: 'health' | 'housing' | 'note'): Promise<Case> => ({
    table: `person_${section}`, ...byPerson, rows: await rowsOf(`person_${section}`), read: (who, row) => decide(who, of(row), section).read === 'permit',
    door: `select k from unnest($1) k where exists (select from access.read_section(k::uuid, '${section}'))`,
    added: (who) => everyone((p) => [{ id: newId(), person_id: p.id, agency_id: who.agency ?? p.agency, body: 'x', written_by: someone(who), written_at: moment }]).concat([{ id: newId(), person_id: people[0]?.id, agency_id: world.north, body: 'x', written_by: staff.officer.id, written_at: moment },
      { id: newId(), person_id: people[0]?.id, agency_id: world.south, body: 'x', written_by: someone(who), written_at: moment }]),
    add: (who, row) => demoWorker(who) || (ofAgency(who, row) && mine(who, row.written_by) && works(who, of(row), section)),
  });
  const pairs = people.slice(1).map((p, index) => [people[index]?.id ?? '', p.id].toSorted()).concat(people.slice(3).map((p) => [people[0]?.id ?? '', p.id].toSorted()));
  const pair = ([left, right]: readonly string[], state: string, more: Row): Row => ({ id: newId(), left_id: left, right_id: right, fields: {}, state, main_id: null, entered_at: moment, decided_at: state === 'suggested' ? null : moment, ...more });
  const pairRows = pairs.map((ids, index) => pair(ids, index % 3 === 0 ? 'not-same' : 'suggested', { entered_by: null }));
  const both = (fits: (person: OraclePerson) => boolean, row: Row) => fits(of(row, 'left_id')) && fits(of(row, 'right_id'));
  const judges = (who: Who, row: Row) => supervises(who) && both((p) => works(who, p), row);
  const consents = await rowsOf('consent');
  // Of somebody with whom all of her agency work.
  const held = consents.find((row) => people.some((p) => p.id === row.person_id && p.agency === world.north && p.assignments.length > 3 && p.bars.length === 0 && p.glasses.length === 0));
  return [
    { table: 'person', ...byId, rows: await rowsOf('person'), read: (who, row) => sees(who, of(row, 'id')),
      changes: [{ what: 'language', set: () => `language = 'fr'`, may: (who, row) => works(who, of(row, 'id')) }, { what: 'agency', set: () => `agency_id = '${world.south}'`, may: (who, row) => works(who, of(row, 'id')), stays: (who) => who.agency === world.south }],
      added: (who) => [[world.north, someone(who), false], [world.south, someone(who), false], [world.north, staff.officer.id, false], [world.south, staff.officer.id, true], [world.north, someone(who), true]].map(([agency_id, entered_by, demonstration]) => ({ id: newId(), agency_id, entered_by, demonstration, entered_at: moment, changed_at: moment })),
      add: (who, row) => (demoWorker(who) && row.demonstration === true) || (ofAgency(who, row) && mine(who, row.entered_by) && has(who, 'intake-worker', 'clinician', 'access-supervisor')) },
    await part('person_identity', 'identity', `gender = 'x'`, { given_name: 'G', family_name: 'F' }, byPerson),
    await part('person_alias', 'identity', `given_name = 'x'`, { given_name: 'G', family_name: 'F' }, byId, { changes: [{ what: 'whose', set: () => `person_id = '${other}'`, may: (who, row) => works(who, of(row)) && ofAgency(who, row), stays: (who, row) => row.agency_id === world.south && works(who, world.personOf(other)) }] }),
    await part('person_contact', 'contact', `phone = 'x'`, { preference: 'phone' }, byPerson),
    await written('health'), await written('housing'), await written('note'),
    { table: 'assignment', ...byId, rows: await rowsOf('assignment'), read: (who, row) => mine(who, row.account_id) || (supervises(who) && sees(who, of(row))),
      changes: [{ what: 'end', set: () => `to_date = '2030-01-01'`, may: (who, row) => supervises(who) && holds(who, of(row)) && works(who, of(row)) }],
      added: (who) => everyone((p) => [someone(who), staff.colleague.id].map((account_id) => ({ id: newId(), person_id: p.id, account_id, from_date: today, entered_at: moment }))),
      add: (who, row) => demoWorker(who) || (supervises(who) && works(who, of(row))) || (row.person_id === fresh.person && mine(who, fresh.by) && mine(who, row.account_id)) },
    { table: 'bar', ...byId, rows: await rowsOf('bar'), read: (who, row) => has(who, 'privacy-officer') || (supervises(who) && !mine(who, row.account_id) && holds(who, of(row))),
      changes: [[me, true], [() => `'${staff.colleague.id}'`, false]].map(([by, stays]) => ({ what: stays ? 'end' : 'end as another', set: (who: Who) => `ended_at = '${moment}', ended_by = ${typeof by === 'function' ? by(who) : ''}`, stays: () => stays === true,
        may: (who: Who, row: Row) => row.ended_at === null && !mine(who, row.account_id) && (has(who, 'privacy-officer') || (supervises(who) && holds(who, of(row)))) })),
      added: (who) => everyone((p) => [[someone(who), someone(who)], [staff.colleague.id, someone(who)]].map(([account_id, entered_by]) => ({ id: newId(), person_id: p.id, account_id, kind: 'named', entered_by, entered_at: moment }))).concat([{ id: newId(), person_id: people[0]?.id, account_id: someone(who), kind: 'named', entered_by: staff.leader.id, entered_at: moment }]),
      add: (who, row) => mine(who, row.entered_by) && (mine(who, row.account_id) || has(who, 'privacy-officer') || (supervises(who) && holds(who, of(row)))) },
    { table: 'consent', ...byId, rows: await rowsOf('consent'), read: (who, row) => has(who, 'privacy-officer') || holds(who, of(row)),
      changes: [{ what: 'withdraw', set: () => `withdrawn_at = '${moment}'`, may: (who, row) => row.withdrawn_at === null && works(who, of(row)) }, { what: 'withdraw nothing', set: () => `withdrawn_at = null`, may: (who, row) => row.withdrawn_at === null && works(who, of(row)), stays: () => false }],
      added: (who) => everyone((p) => [someone(who), staff.leader.id].slice(0, p.id === people[0]?.id ? 2 : 1).map((recorded_by) => ({ id: newId(), person_id: p.id, given_by: 'self', purposes: ['care'], categories: ['identity'], to_agencies: [world.south], to_organizations: [], form_version: '1', language: 'en', how: 'spoken', interpreter: false, starts_on: today, recorded_by, recorded_at: moment }))),
      add: (who, row) => demoWorker(who) || (mine(who, row.recorded_by) && works(who, of(row))) },
    { table: 'consent_scan', ...byId, rows: [], read: () => false, added: (who) => consents.map((row) => ({ id: newId(), consent_id: row.id, person_id: row.person_id, name: 'x', type: 'image/png', content: '\\x00', added_by: someone(who), added_at: moment }))
        .concat([[newId(), held?.person_id, someone(who)], [held?.id, people[0]?.id, someone(who)], [held?.id, held?.person_id, staff.leader.id]].map(([consent_id, person_id, added_by]) => ({ id: newId(), consent_id, person_id, name: 'x', type: 'image/png', content: '\\x00', added_by: String(added_by), added_at: moment }))),
      add: (who, row) => mine(who, row.added_by) && works(who, of(row)) && consents.some((one) => one.id === row.consent_id && one.person_id === row.person_id) },
    { table: 'instruction', ...byId, rows: await rowsOf('instruction'), read: (who, row) => !barred(who, of(row)) && (has(who, 'privacy-officer') || (!mine(who, row.account_id) && holds(who, of(row)))),
      changes: [['lift', `lifted_at = '${moment}'`, true], ['lift nothing', 'lifted_at = null', false]].map(([what, set, stays]) => ({ what: String(what), set: () => String(set), stays: () => stays === true,
        may: (who: Who, row: Row) => row.lifted_at === null && who.kind === 'staff' && !mine(who, row.account_id) && !barred(who, of(row)) && (has(who, 'privacy-officer') || works(who, of(row))) })),
      added: (who) => everyone((p) => [someone(who), staff.leader.id].slice(0, p.id === people[0]?.id ? 2 : 1).map((recorded_by) => ({ id: newId(), person_id: p.id, hide_mark: false, recorded_by, recorded_at: moment }))),
      add: (who, row) => demoWorker(who) || (mine(who, row.recorded_by) && works(who, of(row))) },
    { table: 'break_glass', ...byId, rows: await rowsOf('break_glass'), read: (who, row) => who.kind === 'staff' && !barred(who, of(row)) && (has(who, 'privacy-officer') || mine(who, row.account_id)),
      changes: ([['review', me, `'justified'`, true], ['review as another', () => `'${staff.leader.id}'`, `'justified'`, false], ['review without outcome', me, 'null', false]] as const).map(([what, by, outcome, stays]) => ({ what, set: (who: Who) => `reviewed_at = '${moment}', reviewed_by = ${by(who)}, outcome = ${outcome}`, stays: () => stays,
        may: (who: Who, row: Row) => has(who, 'privacy-officer') && !mine(who, row.account_id) && row.reviewed_at === null })),
      added: (who) => [{ id: newId(), person_id: people[0]?.id, account_id: someone(who), ground: 'emergency-care', reason: 'reason of ten letters', opened_at: moment, ends_at: new Date(database.clock.now().getTime() + 1000).toISOString() }], add: (who) => demoWorker(who) },
    { table: 'person_pair', ...byId, rows: pairRows, read: (who, row) => (isWorker(who) && row.state === 'suggested') || (supervises(who) && both((p) => holds(who, p), row)),
      changes: [['judge', me, true], ['judge as another', () => `'${staff.leader.id}'`, false]].map(([what, by, stays]) => ({ what: String(what), set: (who: Who) => `state = 'not-same', decided_at = '${moment}', decided_by = ${typeof by === 'function' ? by(who) : ''}`, stays: () => stays === true, may: judges }))
        .concat([{ what: 'score', set: () => 'score = 1', stays: () => true, may: (who: Who, row: Row) => isWorker(who) && row.state === 'suggested' }]),
      remove: (who, row) => isWorker(who) && row.state === 'suggested',
      added: (who) => pairs.flatMap((ids) => [pair(ids, 'suggested', { entered_by: who.kind === 'staff' ? who.id : null })]).concat([pair(pairs[0] ?? [], 'not-same', { entered_by: who.kind === 'staff' ? who.id : null }), pair(pairs[0] ?? [], 'suggested', { entered_by: staff.leader.id })]),
      add: (who, row) => row.state === 'suggested' && ((isWorker(who) && row.entered_by === null) || (mine(who, row.entered_by) && judges(who, row))) },
    { table: 'pair_search', key: 'agency_id::text', keyOf: (row) => String(row.agency_id), rows: [{ agency_id: world.north, searched_until: moment }], read: isWorker,
      changes: [{ what: 'until', set: () => `searched_until = '2019-06-04'`, may: isWorker }], added: () => [{ agency_id: world.south, searched_until: moment }], add: isWorker },
  ];
}
