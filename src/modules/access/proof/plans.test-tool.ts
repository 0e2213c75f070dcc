import { newId } from '#app/platform/db/id.ts';
import { type Case, putRows, type Row, type Who } from './engine.test-tool.ts';
import { demoWorker, has, isWorker, type Rules, same } from './rules.test-tool.ts';
import { type ProofWorld, today, tomorrow, yesterday } from './world.test-tool.ts';

const byId = { key: 'id::text', keyOf: (row: Row) => String(row.id) };
const text = { en: 'x', fr: 'x' };

/** Care plans with their words, what is configured for them, and the protected counts. */
export async function casesOfPlans(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { people, staff, moment, database, north, south } = world;
  const { barred, opened, locked, assigned, coordinated, supervises, helps, works, holds, of, ofAgency } = rules;
  const someone = (who: Who) => who.id || staff.officer.id;
  const mine = (who: Who, value: unknown) => who.kind === 'staff' && value === who.id;
  const pathways = [['begun', yesterday, null], ['today', today, null], ['coming', tomorrow, null], ['gone', yesterday, moment]].map(([slug, from_date, removed_at]) => ({ slug, name: text, steps: [], from_date, confirmed: true, sources: [], origin: 'pack', removed_at }));
  const ages = pathways.map(({ slug, from_date, removed_at }) => ({ slug, audience: 'everybody', age: 18, due: 'on', text, from_date, confirmed: true, sources: [], origin: 'pack', removed_at }));
  const amounts = pathways.map(({ slug, from_date, removed_at }) => ({ slug, age: 18, kind: 'monthly', dollars: 1, from_date, sources: [], origin: 'pack', removed_at }));
  const plans: Row[] = people.slice(2).map((p, index) => ({ id: newId(), person_id: p.id, agency_id: p.agency, pathway_slug: 'begun', leaving_care: false, step: 'intake', round: 1, standing: 'active', coordinator_id: [staff.coordinator.id, staff.intake.id, staff.southCoordinator.id][index % 3], opened_on: today, opened_at: moment }));
  const found = new Map(plans.map((row) => [row.id, row]));
  const plan = (row: Row) => found.get(row.plan_id) ?? row;
  const closed = (who: Who, row: Row) => barred(who, of(row)) || locked(who, of(row), 'identity') || locked(who, of(row), 'note');
  const leads = (who: Who, row: Row) => ofAgency(who, row) && helps(who) && !closed(who, row) && (supervises(who) || mine(who, row.coordinator_id) || assigned(who, of(row)));
  const keeps = (who: Who, row: Row) => leads(who, row) && (supervises(who) || mine(who, row.coordinator_id));
  const providers: Row[] = plans.flatMap((row, index) => [{ id: newId(), plan_id: row.id, agency_id: row.agency_id === north ? south : north, provides: 'x', joined_on: today, left_on: index % 5 === 4 ? today : null }]);
  const team = (who: Who, row: Row) => providers.some((one) => one.plan_id === row.id && same(one.agency_id, who.agency) && one.left_on === null);
  const opens = (who: Who, row: Row) => who.kind === 'staff' && (leads(who, row) || (opened(who, of(row)) && !barred(who, of(row))) || (team(who, row) && helps(who) && coordinated(who, of(row)) && !closed(who, row)));
  const step = (row: Row, who: Who, more: Row): Row => ({ id: newId(), plan_id: row.id, kind: 'step', step: null, round: 1, on_date: today, reason: 'because of this', warm_to: null, coordinator_id: null, taken_by: someone(who), recorded_at: moment, ...more });
  const steps = plans.map((row) => step(row, staff.leader, { step: 'referral' }));
  const strengths = plans.slice(0, 3).map((row) => ({ id: newId(), plan_id: row.id, strengths: 'x', needs: 'x', written_by: staff.leader.id, written_at: moment }));
  const goals = plans.map((row) => ({ id: newId(), plan_id: row.id, in_words: 'x', rank: 1, owner: 'x', review_on: today, state: 'open', state_on: today }));
  const reviews = plans.map((row, index) => ({ id: newId(), plan_id: row.id, due_on: today, held_on: index % 4 === 3 ? today : null, found: index % 4 === 3 ? 'x' : null }));
  const done = plans.slice(0, 3).map((row) => ({ plan_id: row.id, age_slug: 'begun', done_on: today, note: 'x' }));
  const counts = [{ id: newId(), month: '2019-05-01', subject: 'pathway', measure: 'x', published: '5', released_at: moment }];
  for (const [table, rows] of [['care_pathway', pathways], ['care_age', ages], ['care_amount', amounts], ['care_plan', plans], ['care_step', steps], ['care_strength', strengths], ['care_goal', goals], ['care_provider', providers], ['care_review', reviews], ['care_age_done', done], ['release_count', counts]] as const) await putRows(database, table, rows);
  const config = (table: string, rows: readonly Row[], set: string): Case => ({ table, key: 'slug', keyOf: (row) => String(row.slug), rows, read: (who, row) => isWorker(who) || (who.kind === 'staff' && row.removed_at === null && String(row.from_date) <= today),
    changes: [{ what: set, set: () => set, may: isWorker }], added: () => [{ ...rows[0], slug: 'new' }], add: isWorker });
  const intoPlans = (who: Who, make: (row: Row) => Row) => plans.map(make).slice(who.kind === 'bare' ? -2 : 0);
  const consents = (row: Row, agency: unknown) => coordinated({ ...staff.leader, agency: String(agency) }, of(plan(row)));
  const newPlan = (p: { id: string; agency: string }, who: Who, more: Row = {}): Row => ({ id: newId(), person_id: p.id, agency_id: who.agency ?? north, pathway_slug: 'begun', leaving_care: false, step: 'referral', round: 1, standing: 'active', coordinator_id: null, opened_by: someone(who), opened_on: today, opened_at: moment, ...more });
  const takesIn = (who: Who) => has(who, 'intake-worker', 'clinician', 'access-supervisor');
  return [
    config('care_pathway', pathways, 'confirmed = false'), config('care_age', ages, 'age = 19'), config('care_amount', amounts, 'age = 19'),
    { table: 'care_plan', ...byId, rows: plans, read: opens,
      added: (who) => people.map((p) => newPlan(p, who)).concat([{ agency_id: south }, { opened_by: staff.leader.id }, { step: 'intake' }, { standing: 'inactive' }, { coordinator_id: staff.colleague.id }, { round: 2 }].flatMap((more) => people.slice(0, 1).map((p) => newPlan(p, who, more)))),
      add: (who, row) => ofAgency(who, row) && mine(who, row.opened_by) && takesIn(who) && row.step === 'referral' && row.standing === 'active' && row.coordinator_id === null && row.round === 1 && works(who, of(row)) && !locked(who, of(row), 'note') },
    { table: 'care_step', ...byId, rows: steps, read: (who, row) => opens(who, plan(row)),
      added: (who) => plans.flatMap((row) => [step(row, who, { step: 'strengths' }), step(row, who, { kind: 'refused', warm_to: 'somebody' }), step(row, who, { step: 'coordinator', coordinator_id: (who.agency === south ? staff.southIntake : staff.colleague).id }), step(row, who, { step: 'goals' }), step(row, who, { kind: 'inactive' })])
        .concat(plans.slice(0, 1).flatMap((row) => [step(row, who, { step: 'strengths', taken_by: staff.leader.id }), step(row, who, { step: 'coordinator', coordinator_id: staff.leader.id })])),
      add: (who, row) => {
        if (!mine(who, row.taken_by)) return false;
        if (row.kind === 'refused' || row.step === 'strengths') return leads(who, plan(row)) && takesIn(who);
        if (row.step === 'coordinator') return leads(who, plan(row)) && supervises(who) && Object.values(staff).some((one) => one.id === row.coordinator_id && same(one.agency, who.agency));
        return keeps(who, plan(row));
      } },
    { table: 'care_strength', key: 'plan_id::text', keyOf: (row) => String(row.plan_id), rows: strengths, read: (who, row) => opens(who, plan(row)), door: `select k from unnest($1) k where access.read_care_plan(k::uuid) is not null`,
      added: (who) => intoPlans(who, (row) => ({ id: newId(), plan_id: row.id, strengths: 'x', needs: 'x', written_by: someone(who), written_at: moment })).concat(plans.slice(0, 1).map((row) => ({ id: newId(), plan_id: row.id, strengths: 'x', needs: 'x', written_by: staff.leader.id, written_at: moment }))),
      add: (who, row) => mine(who, row.written_by) && leads(who, plan(row)) },
    { table: 'care_goal', ...byId, rows: goals, read: (who, row) => keeps(who, plan(row)), changes: [{ what: 'rank', set: () => 'rank = 2', may: (who, row) => keeps(who, plan(row)) }],
      added: (who) => intoPlans(who, (row) => ({ id: newId(), plan_id: row.id, in_words: 'x', rank: 1, owner: 'x', review_on: today, state_on: today })), add: (who, row) => keeps(who, plan(row)) },
    { table: 'care_review', ...byId, rows: reviews, read: (who, row) => keeps(who, plan(row)),
      changes: [[`held_on = '${today}', found = 'x'`, true], ['held_on = null, found = null', false]].map(([set, stays]) => ({ what: 'held', set: () => String(set), stays: () => stays === true, may: (who: Who, row: Row) => row.held_on === null && keeps(who, plan(row)) })),
      added: (who) => intoPlans(who, (row) => ({ id: newId(), plan_id: row.id, due_on: today })), add: (who, row) => keeps(who, plan(row)) },
    { table: 'care_age_done', key: 'plan_id::text', keyOf: (row) => String(row.plan_id), rows: done, read: () => false, added: (who) => intoPlans(who, (row) => ({ plan_id: row.id, age_slug: 'today', done_on: today, note: 'x' })), add: (who, row) => keeps(who, plan(row)) },
    { table: 'care_provider', ...byId, rows: providers, read: (who, row) => keeps(who, plan(row)),
      changes: [[`left_on = '${today}'`, true], ['left_on = null', false]].map(([set, stays]) => ({ what: 'leave', set: () => String(set), stays: () => stays === true, may: (who: Who, row: Row) => row.left_on === null && keeps(who, plan(row)) })),
      added: (who) => intoPlans(who, (row) => ({ id: newId(), plan_id: row.id, agency_id: row.agency_id === north ? south : north, provides: 'x', joined_on: today, left_on: null })).concat(plans.flatMap((row) => [null, today].map((left_on) => ({ id: newId(), plan_id: row.id, agency_id: row.agency_id, provides: 'x', joined_on: today, left_on })))),
      add: (who, row) => keeps(who, plan(row)) && row.left_on === null && (same(row.agency_id, who.agency) || (consents(row, row.agency_id) && holds(who, of(plan(row))))) },
    { table: 'release_count', ...byId, rows: counts, read: (who) => isWorker(who) || has(who, 'plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'), added: () => [{ ...counts[0], id: newId(), measure: 'y' }], add: isWorker },
    { table: 'release_key', key: 'only_one::text', keyOf: () => 'true', rows: [{}], read: isWorker },
    ...(await casesOfOutreach(world, rules)),
  ];
}

/** Outreach: what the team keeps, what whoever calls writes. */
async function casesOfOutreach(world: ProofWorld, rules: Rules): Promise<readonly Case[]> {
  const { people, staff, moment, database, north, south } = world;
  const { barred, locked, supervises, holds, of, ofAgency, personOf } = rules2(world, rules);
  const someone = (who: Who) => who.id || staff.officer.id;
  const mine = (who: Who, value: unknown) => who.kind === 'staff' && value === who.id;
  const settings = [north, south].map((agency_id) => ({ agency_id, takes_referrals: true, minimum_age: 55, missed_limit: 3, changed_at: moment }));
  const one = (person: string | null, agency_id: string, state = 'joined', more: Row = {}): Row => ({ id: newId(), agency_id, person_id: person, consent: 'agrees', referred_by: 'family', state, received_on: today, joined_on: today, ended_on: null, left_reason: null, received_at: moment, ...more });
  const outreaches = [...people.map((p, index) => one(p.id, index % 6 === 5 ? south : north)), one(null, north), one(null, south), one(null, north, 'left', { ended_on: today, left_reason: 'moved' }), one(null, north, 'new')];
  const found = new Map(outreaches.map((row) => [row.id, row]));
  const by = (row: Row) => found.get(row.outreach_id) ?? row;
  const callers = [staff.volunteer, staff.coordinator, staff.southVolunteer, staff.intake];
  const slots = outreaches.flatMap((row, index) => callers.filter((_who, place) => place === 0 || (index + place) % 3 === 0).map((who) => ({ id: newId(), outreach_id: row.id, account_id: who.id, weekday: 1, at_time: '10:00', from_date: index % 9 === 7 ? tomorrow : today, to_date: [null, today, yesterday][index % 4 === 3 ? 2 : index % 2] })));
  const closed = (who: Who, row: Row) => row.person_id !== null && (barred(who, personOf(row.person_id)) || locked(who, personOf(row.person_id), 'identity'));
  const team = (who: Who, row: Row) => ofAgency(who, row) && has(who, 'coordinator', 'intake-worker', 'access-supervisor') && !closed(who, row);
  const calls = (who: Who, row: Row) => ofAgency(who, row) && has(who, 'volunteer', 'coordinator') && ['new', 'joined'].includes(String(row.state)) && !closed(who, row)
    && slots.some((slot) => slot.outreach_id === row.id && slot.account_id === who.id && slot.from_date <= today && today <= (slot.to_date ?? today));
  const contacts = outreaches.filter((row) => row.ended_on === null).map((row) => ({ outreach_id: row.id, first_name: 'G', telephone: '1', language: 'en' }));
  const notes = outreaches.slice(0, 2).map((row) => ({ id: newId(), outreach_id: row.id, account_id: staff.leader.id, body: 'x', written_at: moment }));
  const attempts = notes.map(({ id, outreach_id, account_id }) => ({ id, outreach_id, account_id, outcome: 'missed', on_date: yesterday, recorded_at: moment }));
  const scores = notes.map(({ id, outreach_id }) => ({ id, outreach_id, measure: 'own', score: 1, on_date: yesterday, entered_by: staff.leader.id }));
  for (const [table, rows] of [['outreach_setting', settings], ['outreach', outreaches], ['outreach_slot', slots], ['outreach_contact', contacts], ['outreach_note', notes], ['outreach_attempt', attempts], ['outreach_score', scores]] as const) await putRows(database, table, rows);
  const plansCalls = (who: Who) => has(who, 'access-supervisor', 'coordinator');
  const live = outreaches.filter((row) => row.ended_on === null);
  const slot = (row: Row, who: Who, more: Row): Row => ({ id: newId(), outreach_id: row.id, account_id: (who.agency === south ? staff.southVolunteer : staff.volunteer).id, weekday: 1, at_time: '10:00', from_date: today, entered_by: someone(who), ...more });
  const ofOutreach = { key: 'outreach_id::text', keyOf: (row: Row) => String(row.outreach_id) };
  return [
    { table: 'outreach_setting', key: 'agency_id::text', keyOf: (row) => String(row.agency_id), rows: settings, read: (who, row) => ofAgency(who, row) && has(who, 'access-supervisor', 'coordinator', 'intake-worker'),
      changes: [{ what: 'age', set: () => 'minimum_age = 60', may: (who, row) => ofAgency(who, row) && supervises(who) }], added: (who) => [who.agency ?? north, south].map((agency_id) => ({ agency_id, takes_referrals: true, changed_at: moment })), add: (who, row) => demoWorker(who) || (ofAgency(who, row) && supervises(who)) },
    { table: 'outreach', ...byId, rows: outreaches, read: team,
      changes: [['joined', `joined_on = '${today}'`, () => true], ...[people[0], people.find((p) => p.agency === south && p.consents.length === 0), people.find((p) => p.instructions.length > 0 && p.glasses.length > 2)].flatMap((p) => p ?? []).map((p) => ['record', `person_id = '${p.id}'`, (who: Who) => holds(who, p) && !locked(who, p, 'identity')] as const)]
        .map(([what, set, stays]) => ({ what: String(what), set: () => String(set), may: (who: Who, row: Row) => team(who, row) && row.ended_on === null, stays: (who: Who, row: Row) => typeof stays === 'function' && stays(who) && (what === 'record' || row.person_id === null || holds(who, of(row))) })) },
    { table: 'outreach_slot', ...byId, rows: slots, read: (who, row) => team(who, by(row)),
      changes: [[`to_date = '2019-07-01'`, true], ['to_date = null', false]].map(([set, stays]) => ({ what: 'end', set: () => String(set), stays: () => stays === true, may: (who: Who, row: Row) => team(who, by(row)) && plansCalls(who) })),
      added: (who) => outreaches.map((row) => slot(row, who, {})).concat(outreaches.slice(-4).flatMap((row) => [slot(row, who, { entered_by: staff.leader.id }), slot(row, who, { account_id: staff.leader.id }), slot(row, who, { account_id: staff.southVolunteer.id })])),
      add: (who, row) => team(who, by(row)) && plansCalls(who) && mine(who, row.entered_by) && Object.values(staff).some((name) => name.id === row.account_id && same(name.agency, who.agency)) },
    { table: 'outreach_contact', ...ofOutreach, rows: contacts, read: (who, row) => calls(who, by(row)), door: `select distinct outreach_id::text from access.my_calls()` },
    { table: 'outreach_note', ...ofOutreach, rows: notes, read: (who, row) => team(who, by(row)), door: `select k from unnest($1) k where access.read_outreach(k::uuid) is not null`,
      added: (who) => outreaches.map((row) => ({ id: newId(), outreach_id: row.id, account_id: someone(who), body: 'x', written_at: moment })).concat(live.slice(-2).map((row) => ({ id: newId(), outreach_id: row.id, account_id: staff.leader.id, body: 'x', written_at: moment }))),
      add: (who, row) => mine(who, row.account_id) && (team(who, by(row)) || calls(who, by(row))) },
    { table: 'outreach_attempt', ...byId, rows: attempts, read: () => false,
      added: (who) => live.map((row) => ({ id: newId(), outreach_id: row.id, account_id: someone(who), outcome: 'talked', on_date: today, recorded_at: moment })).concat(live.slice(-2).map((row) => ({ id: newId(), outreach_id: row.id, account_id: staff.leader.id, outcome: 'talked', on_date: today, recorded_at: moment }))),
      add: (who, row) => mine(who, row.account_id) && (team(who, by(row)) || calls(who, by(row))) },
    { table: 'outreach_score', ...byId, rows: scores, read: () => false,
      added: (who) => outreaches.map((row) => ({ id: newId(), outreach_id: row.id, measure: 'own', score: 2, on_date: today, entered_by: someone(who) })).concat(live.slice(-2).map((row) => ({ id: newId(), outreach_id: row.id, measure: 'own', score: 2, on_date: today, entered_by: staff.leader.id }))),
      add: (who, row) => mine(who, row.entered_by) && team(who, by(row)) },
  ];
}

const rules2 = (world: ProofWorld, rules: Rules) => ({ ...rules, personOf: world.personOf });
