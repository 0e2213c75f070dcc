import { newId } from '#app/platform/db/id.ts';
import { type Case, putRows, type Row, type Who } from './engine.test-tool.ts';
import { has, isWorker, type Rules, same } from './rules.test-tool.ts';
import { type ProofWorld, today } from './world.test-tool.ts';

const byId = { key: 'id::text', keyOf: (row: Row) => String(row.id) };
const text = { en: 'x', fr: 'x' };

/** Stays, households, by-name lists and referrals. */
export async function casesOfLists(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { people, staff, moment, database, north, south } = world;
  const { decide, works, barred, locked, opened, assigned, supervises, helps, of, ofAgency } = rules;
  const someone = (who: Who) => who.id || staff.officer.id;
  const mine = (who: Who, value: unknown) => who.kind === 'staff' && value === who.id;
  const stay = (person: string, agency_id: string, more: Row): Row => ({ id: newId(), person_id: person, agency_id, kind: 'shelter', start_date: today, evidence: 'observed', entered_by: staff.leader.id, entered_at: moment, voided_at: null, voided_by: null, ...more });
  const stays = people.map((p) => stay(p.id, p.agency, {}));
  const activities = people.slice(0, 2).map((p) => ({ id: newId(), person_id: p.id, agency_id: p.agency, kind: 'call', on_date: today, entered_by: staff.leader.id, entered_at: moment }));
  const household = (agency_id: string, entered_by: string): Row => ({ id: newId(), agency_id, entered_by, entered_at: moment });
  const households = people.map((_p, index) => household(index % 8 === 7 ? south : north, staff.leader.id));
  const empty = [household(north, staff.intake.id), household(north, staff.volunteer.id), household(south, staff.southIntake.id)];
  const members: Row[] = people.map((p, index) => ({ id: newId(), household_id: households[index]?.id, person_id: p.id, relation: 'head', from_date: today, entered_by: staff.leader.id, entered_at: moment }));
  const personOf = Object.fromEntries(members.map(({ id, person_id }) => [id, person_id]));
  const lists = [north, south].map((agency_id, index) => ({ id: newId(), slug: `list-${index}`, name: text, agency_id, inactive_after: 90, stale_after: 90, qualifying: [], demonstration: false }));
  const [ofNorth] = lists;
  const listOf = (row: Row) => lists.find((one) => one.id === row.list_id) ?? {};
  const keepsList = (who: Who, row: Row) => ofAgency(who, row) && has(who, 'coordinator', 'access-supervisor');
  const refusals = lists.map((list) => ({ id: newId(), list_id: list.id, from_month: '2019-05-01', recorded_at: moment }));
  const snapshots = lists.map((list) => ({ list_id: list.id, month: '2019-05-01', measures: {}, refusals: 0, frozen_at: moment }));
  const blocks = lists.map((list) => ({ list_id: list.id, month: '2019-05-01', cells: [], blocked_at: moment }));
  const changes = people.map((p) => ({ id: newId(), list_id: ofNorth?.id, person_id: p.id, from_state: null, to_state: 'active', reason: 'newly-identified', effective: today, recorded_at: moment }));

  const organization = { id: newId(), agency_id: south, name: text, description: text, origin: 'staff', changed_at: moment, sources: [], demonstration: true };
  const service = { id: newId(), organization_id: organization.id, name: text, description: text, status: 'active', origin: 'staff', changed_at: moment, sources: [], demonstration: true, takes_referrals: true, known_from: '2030-01-01' };
  const referral = (person: string, from_agency: string, to_agency: string | null, more: Row): Row => ({ id: newId(), person_id: person, service_id: service.id, organization_id: organization.id, from_agency, to_agency, by_link: false, need: 'food', urgency: 'routine', state: 'sent', sent_by: staff.leader.id, handled_by: null, made_at: moment, sent_at: moment, paused_seconds: 0, no_shows: 0, ...more });
  const referrals = people.flatMap((p, index) => [referral(p.id, north, index % 2 === 0 ? south : null, index % 3 === 0 ? { sent_by: [staff.intake, staff.clinician, staff.southClinician][index % 9 / 3]?.id } : {}), referral(p.id, south, north, index % 8 === 0 ? { handled_by: staff.volunteer.id } : index % 4 === 0 ? { handled_by: staff.clinician.id } : index % 4 === 1 ? { state: 'draft', sent_at: null } : {})]);
  const found = new Map(referrals.map((row) => [row.id, row]));
  const by = (row: Row) => found.get(row.referral_id) ?? row;
  const closed = (who: Who, row: Row) => who.kind !== 'staff' || barred(who, of(row)) || locked(who, of(row), 'identity');
  const carer = (who: Who) => has(who, 'intake-worker', 'clinician');
  const sends = (who: Who, row: Row) => !closed(who, row) && same(row.from_agency, who.agency) && (supervises(who) || (carer(who) && (mine(who, row.sent_by) || assigned(who, of(row)))));
  const receives = (who: Who, row: Row) => !closed(who, row) && same(row.to_agency, who.agency) && row.sent_at !== null && (has(who, 'intake-worker', 'access-supervisor') || (has(who, 'clinician') && mine(who, row.handled_by)));
  const oversees = (who: Who, row: Row) => !closed(who, row) && has(who, 'coordinator') && (same(row.from_agency, who.agency) || (same(row.to_agency, who.agency) && row.sent_at !== null));
  const readsReferral = (who: Who, row: Row) => sends(who, row) || receives(who, row) || oversees(who, row);
  const events = referrals.map((row) => ({ id: newId(), referral_id: row.id, at: moment, actor: 'sender', step: 'send', from_state: 'draft', to_state: 'sent' }));
  const notes = referrals.map((row) => ({ id: newId(), referral_id: row.id, side: 'sender', kind: 'own', body: 'x', at: moment }));
  const hash = () => `\\x${crypto.randomUUID().replaceAll('-', '')}`;
  const links = referrals.slice(0, 2).map((row) => ({ id: newId(), referral_id: row.id, key_hash: hash(), made_at: moment, expires_at: '2019-07-01' }));
  const codes = referrals.slice(0, 2).map((row) => ({ referral_id: row.id, code_hash: hash(), made_at: moment }));
  for (const [table, rows] of [['stay', stays], ['activity', activities], ['household', [...households, ...empty]], ['household_member', members], ['list', lists], ['list_refusal', refusals], ['list_snapshot', snapshots], ['list_block', blocks], ['list_change', changes],
    ['organization', [organization]], ['service', [service]], ['referral', referrals], ['referral_event', events], ['referral_note', notes], ['referral_link', links], ['referral_code', codes]] as const) await putRows(database, table, rows);
  const rowsOf = async (table: string, key: string) => (await database.admin.unsafe<{ key: string }[]>(`select ${key} as key from access.${table}`)).map(({ key: name }) => ({ key: name }));
  const fixed = async (table: string, key: string): Promise<Case> => ({ table, key, keyOf: (row) => String(row.key), rows: await rowsOf(table, key), read: (who) => isWorker(who) || helps(who) });
  const ofReferral = { key: 'referral_id::text', keyOf: (row: Row) => String(row.referral_id) };
  return [
    { table: 'stay', key: 'person_id::text', keyOf: (row) => String(row.person_id), rows: stays, read: (who, row) => decide(who, of(row), 'housing').read === 'permit', door: `select k from unnest($1) k where exists (select from access.read_stays(k::uuid))`,
      added: (who) => people.flatMap((p) => [who.agency ?? north, ...(p.agency === north ? [south] : [])].map((agency_id) => stay(p.id, agency_id, { entered_by: someone(who) }))).concat(people.slice(0, 1).flatMap((p) => [stay(p.id, north, {}), stay(p.id, north, { entered_by: someone(who), voided_at: moment, voided_by: someone(who) })])),
      add: (who, row) => ofAgency(who, row) && mine(who, row.entered_by) && row.voided_at === null && works(who, of(row), 'housing') },
    { table: 'activity', ...byId, rows: activities, read: () => false,
      added: (who) => people.flatMap((p) => [[who.agency ?? north, someone(who)], [south, someone(who)], [who.agency ?? north, staff.leader.id]].map(([agency_id, entered_by]) => ({ id: newId(), person_id: p.id, agency_id, kind: 'call', on_date: today, entered_by, entered_at: moment }))),
      add: (who, row) => ofAgency(who, row) && mine(who, row.entered_by) && works(who, of(row)) },
    { table: 'household', ...byId, rows: [...households, ...empty], read: () => false },
    { table: 'household_member', ...byId, rows: members, read: (who, row) => decide(who, of(row), 'housing').read === 'permit', door: `select k from unnest($1) k join jsonb_each_text('${JSON.stringify(personOf)}') p on p.key = k where exists (select from access.read_household(p.value::uuid) h where h.member::text = k)`,
      acts: [{ what: 'leave', statement: `select 1 where access.leave_household(($1 ->> 'key')::uuid, '${today}')`, may: (who, row) => works(who, of(row), 'housing') && !opened(who, of(row)) }] },
    { table: 'list', ...byId, rows: lists, read: (who) => isWorker(who) || helps(who) || has(who, 'plan-manager', 'analyst', 'leadership-member'), changes: [{ what: 'days', set: () => 'inactive_after = 60', may: isWorker }], added: () => [{ ...ofNorth, id: newId(), slug: 'new' }], add: isWorker },
    { table: 'list_change', key: 'person_id::text', keyOf: (row) => String(row.person_id), rows: changes, read: (who, row) => isWorker(who) || (keepsList(who, ofNorth ?? {}) && !barred(who, of(row)) && !locked(who, of(row), 'identity') && !locked(who, of(row), 'housing')), door: `select k from unnest($1) k where exists (select from access.list_events('${ofNorth?.id}') e where e.person_id::text = k)` },
    { table: 'list_refusal', ...byId, rows: refusals, read: (who, row) => isWorker(who) || keepsList(who, listOf(row)), changes: [{ what: 'end', set: () => `to_month = '2019-06-01'`, may: (who, row) => keepsList(who, listOf(row)) }],
      added: () => lists.map((list) => ({ id: newId(), list_id: list.id, from_month: '2019-06-01', recorded_at: moment })), add: (who, row) => helps(who) && ofAgency(who, listOf(row)) },
    { table: 'list_snapshot', key: 'list_id::text', keyOf: (row) => String(row.list_id), rows: snapshots, read: (who, row) => isWorker(who) || keepsList(who, listOf(row)), added: () => [{ ...snapshots[0], month: '2019-04-01' }], add: isWorker },
    { table: 'list_block', key: 'list_id::text', keyOf: (row) => String(row.list_id), rows: blocks, read: (who, row) => isWorker(who) || keepsList(who, listOf(row)) || has(who, 'plan-manager', 'analyst', 'leadership-member'), added: () => [{ ...blocks[0], month: '2019-04-01' }], add: isWorker },
    { table: 'referral', ...byId, rows: referrals, read: readsReferral },
    { table: 'referral_event', ...byId, rows: events, read: (who, row) => readsReferral(who, by(row)) },
    { table: 'referral_note', ...ofReferral, rows: notes, read: (who, row) => sends(who, by(row)), door: `select k from unnest($1) k where exists (select from access.read_referral_words(k::uuid))` },
    { table: 'referral_link', ...ofReferral, rows: links, read: (who, row) => receives(who, by(row)), door: `select k from unnest($1) k where access.read_referral(k::uuid) is not null` },
    { table: 'referral_code', ...ofReferral, rows: codes, read: () => false },
    await fixed('referral_transition', `step || from_state || actor`), await fixed('referral_reason', 'step || reason'), await fixed('referral_term', 'name'),
  ];
}
