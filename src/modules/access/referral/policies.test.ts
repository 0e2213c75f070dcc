import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Scope } from '#app/platform/db/scope.ts';
import { type StaffName, staffNames } from '../access-world.test-tool.ts';
import { takeStep } from './actions.ts';
import { openReferralWorld, type ReferralWorld } from './referral-world.test-tool.ts';
import { actors, openStates, ruleOf, type State, states, steps, terminalStates, transitions } from './rules.ts';

let world: ReferralWorld;
let alma: string;
let sent: { id: string; code: string };
beforeAll(async () => {
  world = await openReferralWorld();
  alma = await world.client();
  sent = await world.send(alma, 'youth');
});
afterAll(async () => await world.close());

test('the table of transitions and reasons in the database equals the one of the program', async () => {
  const { admin } = world.database;
  const sort = (rows: readonly object[]) => rows.map((row) => JSON.stringify(row)).toSorted();
  expect(sort(await admin`select step, from_state as "from", to_state as "to", actor from access.referral_transition`)).toEqual(sort(transitions.map(({ step, from, to, actor }) => ({ step, from, to, actor }))));
  expect(sort(await admin`select step, reason from access.referral_reason`)).toEqual(sort(steps.flatMap((step) => (ruleOf(step).reasons ?? []).map((reason) => ({ step, reason })))));
});

test('an agency sees only what it sends or receives: rows, history, by role in both agencies', async () => {
  const draft = await world.by('intake', async (scope) => (await scope.sql<{ id: string }[]>`select gen_random_uuid() as id`)[0]?.id ?? '');
  await world.by('intake', async (scope) => await scope.sql`select access.draft_referral(${draft}, ${alma}, ${world.services.shelter}, ${scope.sql.json({ need: 'housing', urgency: 'routine' })})`);
  // One within agency north, which is no business of south.
  await world.send(await world.client(false), 'own');
  const look = async (scope: Scope) => ({
    rows: (await scope.sql<{ id: string }[]>`select id from access.referral`).map((row) => (row.id === draft ? 'draft' : 'sent')).toSorted().join('+'),
    history: (await scope.sql`select id from access.referral_event`).length,
  });
  const seen: Record<string, string> = {};
  for (const who of staffNames) {
    const { rows, history } = await world.by(who, look);
    seen[who] = `${rows} ${history}`;
  }
  seen.coordinator = Object.values(await world.coordinator.by(look)).join(' ');
  expect(seen).toEqual({ intake: 'draft+sent+sent 2', clinician: ' 0', supervisor: 'draft+sent+sent 2', volunteer: ' 0', outside: 'sent 1', nurse: ' 0', officer: ' 0', coordinator: 'draft+sent+sent 2' });
  expect(await world.as.worker(async (scope) => await scope.sql`select 1 from access.referral`).catch((error: Error) => error.message)).toContain('permission denied');
});

test('nobody writes a referral, its history, words, links or codes past the functions', async () => {
  for (const statement of ['update access.referral set state = \'void\'', 'delete from access.referral', 'insert into access.referral_event select * from access.referral_event', 'select body from access.referral_note', 'select account_id from access.referral_event',
    'select key_hash from access.referral_link', 'select code_hash from access.referral_code', 'update access.referral_term set count = 0', 'delete from access.referral_transition'])
    for (const who of ['intake', 'supervisor', 'outside'] satisfies StaffName[])
      await expect(world.by(who, async ({ sql }) => await sql.unsafe(statement)), `${who}: ${statement}`).rejects.toThrow('permission denied');
});

test('whoever is barred, or from whom the person locks who she is, neither sees nor moves it', async () => {
  const { admin, clock } = world.database;
  await admin`insert into access.bar (id, person_id, account_id, kind, entered_at) values (gen_random_uuid(), ${alma}, ${world.member.outside.account}, 'named', ${clock.now()})`;
  expect(await world.by('outside', async ({ sql }) => (await sql`select id from access.referral`).length)).toBe(0);
  expect(await world.take('outside', sent.id, 'accept')).toBe('absent');
  await admin`delete from access.bar`;
  await admin`insert into access.instruction (id, person_id, category, agency_id, recorded_at) values (gen_random_uuid(), ${alma}, 'identity', ${world.agencies.south}, ${clock.now()})`;
  expect(await world.by('outside', async ({ sql }) => (await sql`select id from access.referral`).length)).toBe(0);
  await admin`delete from access.instruction`;
});

/** Who acts: as a member of staff of a side, through the code, or as the program. */
const contexts = {
  sender: async (work: (scope: Scope) => Promise<string>) => await world.by('supervisor', work),
  receiver: async (work: (scope: Scope) => Promise<string>) => await world.by('outside', work),
  person: async (work: (scope: Scope) => Promise<string>) => await world.as.public(work, `referral ${sent.code}`),
  coordinator: async (work: (scope: Scope) => Promise<string>) => await world.coordinator.by(work),
  system: async (work: (scope: Scope) => Promise<string>) => await world.as.worker(work),
};

test('in every state every side is refused every step that the table does not give it, and an update past the function is refused too', async () => {
  const { admin } = world.database;
  const put = async (state: State) => await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql`update access.referral set state = ${state}, ended_at = ${terminalStates.includes(state) ? world.database.clock.now() : null}, paused_since = null, help_answer = null, outcome = null, closed_at = null where id = ${sent.id}`;
  });
  let cells = 0;
  for (const state of [...openStates.filter((one) => one !== 'draft'), ...terminalStates]) {
    await put(state);
    for (const actor of actors) {
      const wrong = steps.filter((step) => !transitions.some((one) => one.step === step && one.from === state && one.actor === actor));
      const taken = await contexts[actor](async (scope) => {
        const results: string[] = [];
        for (const step of wrong) results.push(await takeStep(scope, sent.id, { from: state, step, side: actor, given: { reason: ruleOf(step).reasons?.[0] ?? 'x' } }));
        return [...new Set(results)].join();
      });
      expect(taken, `${actor} in ${state}`).toBe('refused');
      cells += wrong.length;
      // As the owner, in the context of that side: the trigger alone stands in the way.
      const forbidden = states.filter((to) => to !== state && !transitions.some((one) => one.from === state && one.to === to && one.actor === actor));
      const failed = await raw(actor, forbidden);
      expect(failed, `${actor} in ${state}`).toEqual(forbidden);
    }
  }
  expect(cells).toBeGreaterThan(1500);
  await put('sent');
  // What the table gives a side, the trigger lets pass.
  expect(await raw('receiver', ['waitlisted', 'accepted', 'scheduled', 'attended', 'in-progress', 'completed'])).toEqual([]);
  expect(await raw('person', ['withdrawn'])).toEqual([]);
}, 30_000);

/** Updates as the owner of the table in a side's context; gives the states that the trigger refused. */
async function raw(actor: keyof typeof contexts, to: readonly State[]): Promise<State[]> {
  const { admin, clock } = world.database;
  const context = await contexts[actor](async ({ sql }) => (await sql<{ facts: string }[]>`select platform.ctx()::text as facts`)[0]?.facts ?? '');
  const facts = JSON.parse(context);
  const refused: State[] = [];
  await admin.begin(async (sql) => {
    await sql`select platform.open_context(${facts.actor}, ${sql.json(facts)}, ${facts.request}, 'test', ${clock.now()}, 'America/Toronto', ${facts.capability ? Buffer.from(facts.capability, 'hex') : null})`;
    for (const state of to)
      await sql.savepoint(async (inner) => await inner`update access.referral set state = ${state}, ended_at = ${terminalStates.includes(state) ? clock.now() : null} where id = ${sent.id}`).catch((error: Error) => {
        if (error.message.includes('does not go from')) refused.push(state);
        else throw error;
      });
    throw new Error('undone');
  }).catch((error: Error) => {
    if (error.message !== 'undone') throw error;
  });
  return refused;
}

test('the history is append-only, even for the owner', async () => {
  const { admin } = world.database;
  for (const statement of ['update access.referral_event set step = \'see\'', 'delete from access.referral_event', 'delete from access.referral_note', 'delete from access.referral', 'delete from access.referral_transition'])
    await expect(admin.unsafe(statement), statement).rejects.toThrow(/never/);
});
