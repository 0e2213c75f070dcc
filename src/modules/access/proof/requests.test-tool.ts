import { newId } from '#app/platform/db/id.ts';
import { type Case, putRows, type Row, type Who } from './engine.test-tool.ts';
import { has, isWorker, known, type Rules, same } from './rules.test-tool.ts';
import { type ProofWorld, today, tomorrow, yesterday } from './world.test-tool.ts';

const byId = { key: 'id::text', keyOf: (row: Row) => String(row.id) };
const text = { en: 'x', fr: 'x' };

/** Requests for help, hand-overs, assessments, alerts and the places and forms they rest on. */
export async function casesOfRequests(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { people, staff, moment, database, north, south } = world;
  const { decide, barred, opened, locked, assigned, shared, supervises, sees, of, ofAgency } = rules;
  const someone = (who: Who) => who.id || staff.officer.id;
  const mine = (who: Who, value: unknown) => who.kind === 'staff' && value === who.id;
  const me = (who: Who) => (who.id ? `'${who.id}'` : 'null');
  const desk = (who: Who) => has(who, 'intake-worker', 'access-supervisor');
  const points = [['open', yesterday, null], ['today', today, null], ['coming', tomorrow, null], ['gone', yesterday, moment]].map(([slug, known_from, removed_at]) => ({ slug, name: text, about: text, agency_slug: 'north', telephone: '1', ages: {}, doors: ['web'], professions: [], triage: {}, levels: [], position: 1, demonstration: false, known_from, origin: 'pack', removed_at }));
  const intake = (person: string | null, agency_id: string, state = 'open'): Row => ({ id: newId(), agency_id, point_slug: 'open', door: 'web', language: 'en', anonymous: false, do_not_contact: false, message_ok: false, may_share: false, state, received_at: moment, person_id: person, once: `\\x${crypto.randomUUID().replaceAll('-', '')}` });
  const intakes = [...people.map((p) => intake(p.id, north)), ...people.slice(0, 3).map((p) => intake(p.id, south)), intake(null, north), intake(null, north, 'withdrawn'), intake(people[0]?.id ?? null, north, 'withdrawn'), intake(null, south)];
  const intakeOf = new Map(intakes.map((row) => [row.id, row]));
  /** A request with a record follows the rules of that record, in the agency that runs the point. */
  const workedOn = (who: Who, row: Row) => row.person_id === null || (!barred(who, of(row)) && !locked(who, of(row), 'identity') && (supervises(who) || assigned(who, of(row)) || shared(who, of(row), 'identity')));
  const reads = (who: Who, row: Row) => ofAgency(who, row) && (desk(who) || (has(who, 'clinician') && row.person_id !== null)) && (workedOn(who, row) || (!barred(who, of(row)) && opened(who, of(row))));
  /** A request stays, or is, linked only where the record may be read, and not through broken glass where it is withheld. */
  const linkable = (who: Who, row: Row) => row.person_id === null || (sees(who, of(row)) && !locked(who, of(row), 'identity'));
  // Her own, one that she does not see, one that is withheld from her but for broken glass.
  const linked = [people[0], people.find((p) => p.agency === south && p.consents.length === 0), people.find((p) => p.instructions.length > 0 && p.glasses.length > 2)].flatMap((p) => p ?? []);
  const ofIntake = (row: Row) => intakeOf.get(row.intake_id) ?? {};
  const events = intakes.map((row) => ({ id: newId(), intake_id: row.id, kind: 'taken', at: moment, on_date: today }));
  const details = intakes.map((row) => ({ intake_id: row.id, given_name: 'G' }));
  const handOff = (row: Row, more: Row): Row => ({ id: newId(), intake_id: row.id, from_agency: row.agency_id, from_account: staff.intake.id, to_agency: null, to_name: 'x', to_person: 'x', how: 'meeting', on_date: today, recorded_at: moment, confirmed_at: null, confirmed_how: null, ...more });
  const handOffs = [...intakes.map((row) => handOff(row, {})), handOff(intakes.at(-4) ?? {}, { from_agency: south }), ...intakes.slice(0, 4).flatMap((row) => [handOff(row, { to_agency: south, to_name: null }), handOff(row, { to_agency: north, to_name: null }), handOff(row, { to_agency: south, to_name: null, confirmed_at: moment, confirmed_how: 'told' })])];
  const takesOver = (who: Who, row: Row) => same(row.to_agency, who.agency) && has(who, 'intake-worker', 'clinician', 'access-supervisor');
  const confirm = (how: string, by: (who: Who) => string, stays: (who: Who, row: Row) => boolean) => ({ what: how, set: (who: Who) => `confirmed_at = '${moment}', confirmed_by = ${by(who)}, confirmed_how = '${how}'`, may: (who: Who, row: Row) => who.kind === 'staff' && row.confirmed_at === null, stays });

  const definition = (section: string, url: string) => JSON.stringify({ url, version: '1', extension: [{ url: 'urn:x-common-table:record-section', valueCode: section }] });
  const hashOf = async (value: string) => Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(value))).toString('hex');
  const versions = await Promise.all((['health', 'housing'] as const).map(async (section) => ({ hash: await hashOf(definition(section, 'u')), url: 'u', version: '1', section, definition: definition(section, 'u'), kept_at: moment })));
  const fresh = { hash: await hashOf(definition('health', 'v')), url: 'v', version: '1', section: 'health', definition: definition('health', 'v'), kept_at: moment };
  const assessments: Row[] = people.flatMap((p) => versions.map(({ hash, section }, index) => ({ id: newId(), person_id: p.id, agency_id: index === 0 ? p.agency : north, instrument: 'phq', hash, section, state: index === 0 ? 'finished' : 'unfinished', revision: 1, filled_by: 'staff', language: 'en', response: {}, begun_at: moment, saved_at: moment, finished_at: index === 0 ? moment : null, administered_on: index === 0 ? today : null })));
  const readsAssessment = (who: Who, row: Row) => decide(who, of(row), row.section === 'health' ? 'health' : 'housing').read === 'permit' && (row.state === 'finished' || ofAgency(who, row) || opened(who, of(row)));
  const alerts = assessments.filter((_row, index) => index % 2 === 0).map((row) => ({ id: newId(), assessment_id: row.id, person_id: row.person_id, agency_id: row.agency_id, section: row.section, link_id: '9', answer: {}, raised_at: moment }));
  const works = (who: Who) => has(who, 'intake-worker', 'clinician', 'access-supervisor');
  const instruments = [north, south].map((agency_id) => ({ agency_id, instrument: 'phq', changed_by: staff.officer.id, changed_at: moment }));
  const links = assessments.slice(0, 2).map((row) => ({ id: newId(), assessment_id: row.id, key_hash: `\\x${crypto.randomUUID().replaceAll('-', '')}`, made_by: staff.intake.id, made_at: moment, expires_at: '2019-07-01' }));
  for (const [table, rows] of [['access_point', points], ['intake', intakes], ['intake_event', events], ['intake_detail', details], ['hand_off', handOffs], ['questionnaire_version', versions], ['assessment', assessments], ['safety_alert', alerts], ['instrument', instruments], ['assessment_link', links]] as const) await putRows(database, table, rows);
  return [
    { table: 'access_point', key: 'slug', keyOf: (row) => String(row.slug), rows: points, read: (who, row) => isWorker(who) || (known(who) && String(row.known_from) <= today && row.removed_at === null),
      changes: [{ what: 'position', set: () => 'position = 2', may: isWorker }], added: () => [{ ...points[0], slug: 'new' }], add: isWorker },
    { table: 'intake', ...byId, rows: intakes, read: (who, row) => isWorker(who) || reads(who, row),
      changes: [['level', `due_for = null, due_on = null, due_at = null`, linkable], ['withdrawn', `state = 'withdrawn'`, () => false], ...linked.map((p) => ['linked', `person_id = '${p.id}'`, (who: Who) => linkable(who, { person_id: p.id })] as const)]
        .map(([what, set, stays]) => ({ what: String(what), set: () => String(set), stays: (who: Who, row: Row) => typeof stays === 'function' && stays(who, row), may: (who: Who, row: Row) => row.state !== 'withdrawn' && ofAgency(who, row) && desk(who) && workedOn(who, row) })) },
    { table: 'intake_event', ...byId, rows: events, read: (who, row) => reads(who, ofIntake(row)),
      added: (who) => intakes.map((row) => ({ id: newId(), intake_id: row.id, kind: 'attempt', at: moment, on_date: today, account_id: someone(who) })).concat([{ id: newId(), intake_id: intakes.at(-4)?.id, kind: 'attempt', at: moment, on_date: today, account_id: staff.leader.id }]),
      add: (who, row) => mine(who, row.account_id) && desk(who) && reads(who, ofIntake(row)) && workedOn(who, ofIntake(row)) },
    { table: 'intake_detail', key: 'intake_id::text', keyOf: (row) => String(row.intake_id), rows: details, read: (who, row) => reads(who, ofIntake(row)), door: `select k from unnest($1) k where access.read_intake(k::uuid) is not null` },
    { table: 'hand_off', ...byId, rows: handOffs, read: (who, row) => reads(who, ofIntake(row)) || takesOver(who, row),
      changes: [confirm('receiver', me, takesOver), confirm('told', me, (who, row) => same(row.from_agency, who.agency) && desk(who) && reads(who, ofIntake(row))), confirm('receiver', () => `'${staff.leader.id}'`, () => false)],
      added: (who) => intakes.map((row) => handOff(row, { from_agency: who.agency ?? north, from_account: someone(who) })).concat([{ from_agency: south }, { from_account: staff.leader.id }, { confirmed_at: moment, confirmed_how: 'told' }].map((more) => handOff(intakes.at(-4) ?? {}, { from_agency: who.agency ?? north, from_account: someone(who), ...more }))),
      add: (who, row) => reads(who, ofIntake(row)) && workedOn(who, ofIntake(row)) && desk(who) && same(row.from_agency, who.agency) && mine(who, row.from_account) && row.confirmed_at === null },
    { table: 'questionnaire_version', key: 'hash', keyOf: (row) => String(row.hash), rows: versions, read: (who) => works(who) || has(who, 'coordinator'), added: () => [fresh], add: works },
    { table: 'assessment', ...byId, rows: assessments, read: readsAssessment, door: `select k from unnest($1) k where exists (select from access.read_assessment(k::uuid))` },
    { table: 'assessment_link', ...byId, rows: links, read: () => false },
    { table: 'safety_alert', ...byId, rows: alerts, read: (who, row) => decide(who, of(row), 'health').read === 'permit' || (supervises(who) && ofAgency(who, row) && !barred(who, of(row))), door: `select k from unnest($1) k where exists (select from access.read_alert(k::uuid))` },
    { table: 'instrument', key: 'agency_id::text', keyOf: (row) => String(row.agency_id), rows: instruments, read: (who, row) => ofAgency(who, row) && works(who),
      changes: [{ what: 'months', set: (who) => `months = 3, changed_by = ${me(who)}`, may: (who, row) => ofAgency(who, row) && supervises(who) }, { what: 'months as another', set: () => `months = 3, changed_by = '${staff.leader.id}'`, may: (who, row) => ofAgency(who, row) && supervises(who), stays: () => false }],
      added: (who) => [[north, someone(who)], [south, someone(who)], [who.agency ?? north, staff.leader.id]].map(([agency_id, changed_by]) => ({ agency_id, instrument: 'gad', changed_by, changed_at: moment })), add: (who, row) => ofAgency(who, row) && supervises(who) && mine(who, row.changed_by) },
  ];
}
