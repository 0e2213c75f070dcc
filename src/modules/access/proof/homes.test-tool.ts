import { newId } from '#app/platform/db/id.ts';
import { type Case, putRows, type Row, type Who } from './engine.test-tool.ts';
import { has, isWorker, type Rules, same } from './rules.test-tool.ts';
import { type ProofWorld, today, tomorrow, yesterday } from './world.test-tool.ts';

const byId = { key: 'id::text', keyOf: (row: Row) => String(row.id) };

/** Rules of priority, vacancies, draws, decisions and offers; and what somebody says of herself. Keepers of a list see whom it ranks; the giver of a place whom it is offered to. */
export async function casesOfHomes(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { people, staff, moment, database, north, south } = world;
  const { decide, works, barred, locked, opened, supervises, helps, agrees, of, ofAgency } = rules;
  const someone = (who: Who) => who.id || staff.officer.id;
  const mine = (who: Who, value: unknown) => who.kind === 'staff' && value === who.id;
  const me = (who: Who) => (who.id ? `'${who.id}'` : 'null');
  const lists = await database.admin.unsafe<{ id: string; agency_id: string }[]>(`select id, agency_id from access.list`);
  const listOf = (agency: string) => lists.find((one) => one.agency_id === agency)?.id;
  const keeps = (who: Who, row: Row) => has(who, 'coordinator', 'access-supervisor') && lists.some((one) => one.id === row.list_id && same(one.agency_id, who.agency));
  const gives = (who: Who, row: Row) => ofAgency(who, row) && has(who, 'intake-worker', 'access-supervisor', 'coordinator');
  let number = 0;
  const version = (agency: string, more: Row = {}): Row => { number += 1; return { id: newId(), list_id: listOf(agency), version: number, rules: [{}], note: 'x', proposed_by: staff.leader.id, proposed_at: moment, approved_by: null, approved_at: null, body: null, decision: null, decided_on: null, reference: null, from_date: null, ...more }; };
  const approval = { approved_by: staff.leader.id, approved_at: moment, body: 'x', decision: 'x', decided_on: today, reference: 'x', from_date: today };
  const versions = [version(north), version(south), version(north, approval), version(south, approval)];
  const approve = (what: string, stays: boolean, by: (who: Who) => string, decided: string, from: string) => ({ what, stays: () => stays, may: (who: Who, row: Row) => row.approved_at === null && keeps(who, row) && supervises(who),
    set: (who: Who) => `approved_by = ${by(who)}, approved_at = '${moment}', body = 'x', decision = 'x', reference = 'x', decided_on = '${decided}', from_date = '${from}'` });
  const replay = (agency: string, more: Row = {}): Row => ({ id: newId(), list_id: listOf(agency), first_id: versions[0]?.id, second_id: versions[1]?.id, last_month: '2019-05-01', asked_by: staff.leader.id, asked_at: moment, ...more });
  const replays = [replay(north, { state: 'released', ended_at: moment }), replay(south, { state: 'released', ended_at: moment }), replay(north, { state: 'asked', last_month: '2019-04-01', ended_at: null }), replay(south, { state: 'blocked', last_month: '2019-04-01', ended_at: moment })].map((row) => ({ cells: [], blocked: [], ...row }));
  const plans = (who: Who) => has(who, 'plan-manager', 'analyst', 'leadership-member');
  const said = people.slice(0, 2).map((p) => ({ id: newId(), list_id: listOf(north), person_id: p.id, field: 'veteran', answer: true, recorded_at: moment }));
  const overrides = people.slice(0, 2).map((p) => ({ id: newId(), list_id: listOf(north), person_id: p.id, place: 1, set_by: staff.leader.id, by_name: 'x', reason: 'reason of ten letters', set_at: moment }));

  const vacancy = (keeper: string, agency_id: string, state = 'ranked'): Row => ({ id: newId(), list_id: listOf(keeper), agency_id, name: 'one', requirements: [], available_on: today, answer_hours: 72, state, entered_at: moment, ended_at: state === 'withdrawn' || state === 'filled' ? moment : null });
  // Of each person one that her agency's neighbour gives and one that it keeps the list of.
  const offered = people.flatMap((p) => [[north, south], [south, north]].map(([keeper, giver]) => ({ person: p.id, of: vacancy(keeper ?? '', giver ?? '') })));
  const vacancies = [...offered.map((one) => one.of), vacancy(north, north, 'open'), vacancy(south, south, 'open'), vacancy(north, south, 'withdrawn'), vacancy(south, north, 'filled')];
  const found = new Map(vacancies.map((row) => [row.id, row]));
  const at = (row: Row) => found.get(row.vacancy_id) ?? {};
  const ended = { state: 'declined', declined_by: 'person', reason: 'not-interested', ended_at: moment };
  const offers: Row[] = offered.map(({ person, of: { id } }, index) => ({ id: newId(), vacancy_id: id, person_id: person, token: 't', state: 'offered', offered_at: moment, answer_by: moment, declined_by: null, reason: null, ended_at: null, ...(index % 8 < 2 ? ended : {}) }));
  const offer = (row: Row) => offers.find((one) => one.id === row.offer_id) ?? row;
  const events = offers.map((row) => ({ id: newId(), offer_id: row.id, at: moment, account_id: staff.leader.id, step: 'offer', note: 'x' }));
  const draws = vacancies.slice(0, 3).map(({ id, list_id }) => ({ id, list_id, commitment: '0'.repeat(64), committed_at: moment }));
  const decided = vacancies.slice(0, 4);
  const decisions = decided.map(({ id }) => ({ vacancy_id: id, priority_id: versions[2]?.id, inputs: {}, ordering: [], fingerprints: {}, made_at: moment }));
  const behind = decided.slice(0, 2).flatMap(({ id }) => people.map((p, index) => ({ vacancy_id: id, token: `t${index}`, person_id: p.id })));
  const claims = people.map((p) => ({ person_id: p.id, agency_id: p.agency, indigenous: 'yes', said_on: today, written_at: moment }));
  for (const [table, rows] of [['priority', versions], ['replay', replays], ['priority_answer', said], ['priority_override', overrides], ['vacancy', vacancies], ['draw', draws], ['draw_seed', draws.map(({ id }) => ({ draw_id: id, seed: 'x' }))],
    ['decision', decisions], ['decision_person', behind], ['offer', offers], ['offer_event', events], ['identity_claim', claims]] as const) await putRows(database, table, rows);
  /** Whose name stands at an offer, and with it the words: to the keeper of the list, and to the giver of the place until it is declined; to each only if the person agreed that this agency learns it. */
  const named = (who: Who, row: Row) => (keeps(who, at(row)) || (gives(who, at(row)) && row.state !== 'declined')) && !barred(who, of(row)) && !locked(who, of(row), 'identity') && agrees(who, of(row), 'list', ['identity']);
  const each = `(select distinct f.id from unnest(array[${vacancies.map(({ id }) => `'${String(id)}'`).join(', ')}]::uuid[]) f(id)) v`;
  return [
    { table: 'priority', ...byId, rows: versions, read: (who) => isWorker(who) || helps(who) || plans(who),
      changes: [approve('approve', true, me, today, today), approve('approve as another', false, () => `'${staff.officer.id}'`, today, today), approve('decided tomorrow', false, me, tomorrow, tomorrow), approve('before it was decided', false, me, today, yesterday)],
      added: (who) => [version(north, { proposed_by: someone(who) }), version(south, { proposed_by: someone(who) }), version(who.agency ?? north), version(who.agency ?? north, { proposed_by: someone(who), ...approval })],
      add: (who, row) => keeps(who, row) && mine(who, row.proposed_by) && row.approved_at === null },
    { table: 'replay', ...byId, rows: replays, read: (who, row) => isWorker(who) || keeps(who, row) || (plans(who) && row.state === 'released'), changes: [{ what: 'end', set: () => `state = 'blocked', ended_at = '${moment}'`, may: isWorker }],
      added: (who) => [[north, someone(who), '2019-03-01'], [south, someone(who), '2019-03-01'], [who.agency ?? north, staff.officer.id, '2019-03-01'], [who.agency ?? north, someone(who), `${today.slice(0, 7)}-01`]].map(([agency, asked_by, last_month]) => replay(agency ?? '', { asked_by, last_month })),
      add: (who, row) => keeps(who, row) && mine(who, row.asked_by) && row.last_month !== `${today.slice(0, 7)}-01` },
    // What is said for a place opens with the ranking alone: priority.test.ts holds that function by role.
    { table: 'priority_answer', ...byId, rows: said, read: () => false }, { table: 'priority_override', ...byId, rows: overrides, read: () => false },
    { table: 'vacancy', ...byId, rows: vacancies, read: (who, row) => keeps(who, row) || gives(who, row),
      acts: [{ what: 'withdraw', statement: `select 1 where access.withdraw_vacancy(($1 ->> 'key')::uuid)`, may: (who, row) => (keeps(who, row) || gives(who, row)) && row.ended_at === null }] },
    { table: 'draw', ...byId, rows: draws, read: (who) => who.kind === 'staff' || who.kind === 'public' },
    { table: 'draw_seed', key: 'draw_id::text', keyOf: (row) => String(row.draw_id), rows: draws.map(({ id }) => ({ draw_id: id })), read: () => false },
    { table: 'decision', key: 'vacancy_id::text', keyOf: (row) => String(row.vacancy_id), rows: decisions, read: (who, row) => keeps(who, at(row)), door: 'select k from unnest($1) k where access.read_decision(k::uuid) is not null' },
    { table: 'decision_person', key: `vacancy_id || ' ' || token`, keyOf: (row) => `${String(row.vacancy_id)} ${String(row.token)}`, rows: behind,
      read: (who, row) => keeps(who, at(row)) && !barred(who, of(row)) && !locked(who, of(row), 'identity') && !locked(who, of(row), 'housing') && agrees(who, of(row), 'list'),
      door: `select v.id || ' ' || (p ->> 'token') from (select distinct split_part(k, ' ', 1)::uuid from unnest($1) k) v(id), jsonb_array_elements(access.read_decision(v.id) -> 'people') p where p ->> 'person' is not null` },
    { table: 'offer', ...byId, rows: offers, read: named, door: `select o.id::text from ${each}, access.read_offers(v.id) o where o.given_name is not null` },
    { table: 'offer_event', key: 'offer_id::text', keyOf: (row) => String(row.offer_id), rows: events, read: (who, row) => named(who, offer(row)), door: `select o.id::text from ${each}, access.read_offers(v.id) o where o.events -> 0 ->> 'note' = 'x'` },
    { table: 'identity_claim', key: 'person_id::text', keyOf: (row) => String(row.person_id), rows: claims, read: (who, row) => decide(who, of(row), 'identity').read === 'permit', door: 'select k from unnest($1) k where exists (select from access.read_claim(k::uuid))',
      acts: [{ what: 'say', statement: `select 1 where access.write_claim(($1 ->> 'key')::uuid, 'no')`, may: (who, row) => works(who, of(row)) && !opened(who, of(row)) }] },
  ];
}
