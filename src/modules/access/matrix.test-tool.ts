import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import type { TestDatabase } from '#test/database.ts';
import { seeded } from '#test/seeded.ts';
import { type Decision, decideFor, type OracleAccount, type OraclePerson, type Section, sections } from './oracle.test-tool.ts';

export type MatrixWorld = { readonly database: TestDatabase; readonly accounts: readonly (OracleAccount & { readonly token: string })[]; readonly persons: readonly OraclePerson[] };

const roleSets = [['intake-worker'], ['clinician'], ['access-supervisor'], ['coordinator'], ['volunteer'], ['privacy-officer'], ['plan-manager'], ['intake-worker', 'coordinator']];
const days = ['2019-01-01', '2019-06-02', '2019-06-03', '2019-06-04', '2019-12-31'];

/** Agencies, accounts of every kind of role and people in every kind of relation to them, the same for the same seed. */
export async function fillMatrix(database: TestDatabase, count: number, seed: number, size: { agencies: number; roles: readonly string[] } = { agencies: 3, roles: [] }): Promise<MatrixWorld> {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const some = <T>(chance: number, make: () => T): T[] => Array.from({ length: random() < chance ? (random() < 0.3 ? 2 : 1) : 0 }, make);
  const admin = database.admin;
  const agencies = Array.from({ length: size.agencies }, () => newId());
  for (const [index, id] of agencies.entries()) await admin`insert into identity.agency (id, slug, name, kind) values (${id}, ${`agency-${index}-demo`}, ${admin.json({ en: `A${index}`, fr: `A${index}` })}, 'agency')`;
  const accounts: (OracleAccount & { token: string })[] = [];
  for (const agency of agencies) for (const roles of roleSets.filter((set) => size.roles.length === 0 || set.every((role) => size.roles.includes(role)))) {
    const account = { id: newId(), agency, roles, token: newToken() };
    await admin`insert into identity.account (id, email, name, created_at) values (${account.id}, ${`${account.id}@example.org`}, 'A', now())`;
    for (const role of roles) await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${account.id}, ${agency}, ${role}, '2018-01-01')`;
    await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at) values (${newId()}, ${hashToken(account.token)}, ${account.id}, 'password', ${database.clock.now()}, ${database.clock.now()}, '2099-01-01')`;
    accounts.push(account);
  }
  const now = database.clock.now().getTime();
  const persons = Array.from({ length: count }, (): OraclePerson => ({
    id: crypto.randomUUID(), agency: pick(agencies),
    bars: some(0.15, () => ({ account: pick(accounts).id })),
    assignments: Array.from({ length: 4 }, () => ({ account: pick(accounts).id, from: pick(days), to: pick([null, null, ...days]) })).filter((one) => one.to === null || one.to >= one.from),
    instructions: some(0.4, () => ({ category: pick([null, ...sections]), agency: pick([null, ...agencies]), account: pick([null, null, pick(accounts).id]), lifted: random() < 0.3, hide: random() < 0.3 })),
    consents: some(0.7, () => ({ purposes: pick([['care'], ['care', 'referral'], ['report']]), categories: sections.filter(() => random() < 0.6).slice(0, 4), to: pick([[pick(agencies)], agencies.slice(0, 2)]), starts: pick(days), expires: pick([null, ...days]), withdrawn: random() < 0.2 }))
      .filter((one) => one.categories.length > 0 && (one.expires === null || one.expires >= one.starts)),
    glasses: some(0.2, () => {
      const openedAt = now + pick([-7_200_000, -1_800_000, 0, 60_000]);
      return { account: pick(accounts).id, openedAt, endsAt: openedAt + 1_800_001 };
    }),
  }));
  const all = [...accounts.flatMap((account) => hardCases(account, agencies, now)), ...persons];
  for (const person of all) await insertPerson(database, person);
  return { database, accounts, persons: all };
}

/** For each account the people on whom two rules meet: own and barred, own and locked, shared and barred, opened and barred, own alone, own with an instruction that is lifted or for somebody else, a share that was withdrawn. */
function hardCases(account: OracleAccount, agencies: readonly string[], now: number): OraclePerson[] {
  const own = { agency: account.agency, bars: [], assignments: [{ account: account.id, from: '2019-01-01', to: null }], instructions: [], consents: [], glasses: [] };
  const bars = [{ account: account.id }];
  const elsewhere = agencies.find((agency) => agency !== account.agency) ?? account.agency;
  const shared = { ...own, agency: elsewhere, assignments: [], consents: [{ purposes: ['care'], categories: sections, to: [account.agency], starts: '2019-01-01', expires: null, withdrawn: false }] };
  const lock = { category: null, agency: account.agency, account: null, lifted: false, hide: false };
  const glass = { account: account.id, openedAt: now - 60_000, endsAt: now + 60_000 };
  return [own, { ...own, instructions: [{ ...lock, lifted: true }] }, { ...own, instructions: [{ ...lock, account: newId() }] }, { ...shared, consents: shared.consents.map((one) => ({ ...one, withdrawn: true })) }, { ...own, bars }, { ...own, instructions: [lock] }, { ...shared, bars }, { ...shared, instructions: [lock] }, { ...own, agency: elsewhere, assignments: [], glasses: [glass], bars }, { ...own, instructions: [lock], glasses: [glass] }]
    .map((one) => ({ ...one, id: crypto.randomUUID() }));
}

async function insertPerson({ admin, clock }: TestDatabase, person: OraclePerson): Promise<void> {
  const at = clock.now();
  const { id, agency } = person;
  await admin.begin(async (sql) => {
    await sql`insert into access.person (id, agency_id, entered_at, changed_at) values (${id}, ${agency}, ${at}, ${at})`;
    await sql`insert into access.person_identity (person_id, agency_id, given_name, family_name) values (${id}, ${agency}, 'G', 'F')`;
    await sql`insert into access.person_alias (id, person_id, agency_id, given_name, family_name) values (${newId()}, ${id}, ${agency}, 'G', 'F')`;
    await sql`insert into access.person_contact (person_id, agency_id) values (${id}, ${agency})`;
    for (const table of ['person_health', 'person_housing', 'person_note']) await sql`insert into ${sql(`access.${table}`)} (id, person_id, agency_id, body, written_at) values (${newId()}, ${id}, ${agency}, 'text', ${at})`;
    for (const one of person.bars) await sql`insert into access.bar (id, person_id, account_id, kind, entered_at) values (${newId()}, ${id}, ${one.account}, 'recused', ${at})`;
    for (const one of person.assignments) await sql`insert into access.assignment (id, person_id, account_id, from_date, to_date, entered_at) values (${newId()}, ${id}, ${one.account}, ${one.from}, ${one.to}, ${at})`;
    for (const one of person.instructions) await sql`insert into access.instruction (id, person_id, category, agency_id, account_id, hide_mark, recorded_at, lifted_at) values (${newId()}, ${id}, ${one.category}, ${one.agency}, ${one.account}, ${one.hide}, ${at}, ${one.lifted ? at : null})`;
    for (const one of person.consents) await sql`insert into access.consent (id, person_id, given_by, purposes, categories, to_agencies, form_version, language, how, starts_on, expires_on, withdrawn_at, recorded_at)
      values (${newId()}, ${id}, 'self', ${[...one.purposes]}, ${[...one.categories]}, ${[...one.to]}, '1', 'en', 'written', ${one.starts}, ${one.expires}, ${one.withdrawn ? at : null}, ${at})`;
    for (const one of person.glasses) await sql`insert into access.break_glass (id, person_id, account_id, ground, reason, opened_at, ends_at) values (${newId()}, ${id}, ${one.account}, 'emergency-care', 'reason of ten letters', ${new Date(one.openedAt)}, ${new Date(one.endsAt)})`;
  });
}

/** One section behind a function stands for the three, whose policies are the same but for the name of the section. */
const insertedSections = ['health'] as const;
const tables: readonly (readonly [string, Section, string, string])[] = [['person', 'identity', 'id', 'state'], ['person_identity', 'identity', 'person_id', 'gender'], ['person_alias', 'identity', 'person_id', 'given_name'], ['person_contact', 'contact', 'person_id', 'phone']];
/** What is looked at: everything, or for a mutant just the tables that it can change. */
export type Look = { readonly tables?: readonly string[]; readonly decide?: boolean; readonly insert?: boolean };

/** Holds every cell against the oracle; gives how many cells there were and the first disagreements. */
export async function compareMatrix({ database, accounts, persons }: MatrixWorld, look: Look = { decide: true, insert: true }): Promise<{ cells: number; wrong: string[] }> {
  const moment = { today: '2019-06-03', now: database.clock.now().getTime() };
  const watched = tables.filter(([table]) => look.tables === undefined || look.tables.includes(table));
  const wrong: string[] = [];
  let cells = 0;
  for (const account of accounts) {
    const found = await observe(database, account.token, persons, watched, look);
    const check = (name: string, section: Section, seen: (person: OraclePerson) => unknown, want: (decision: Decision) => unknown) => {
      for (const person of persons) {
        cells += 1;
        const [is, should] = [seen(person), want(decideFor(account, person, section, moment))];
        if (is !== should && wrong.length < 5) wrong.push(`${name} of ${person.id} for ${account.roles.join('+')}: ${String(is)} instead of ${String(should)}`);
      }
    };
    for (const [table, section] of watched) {
      check(`read ${table}`, section, (person) => found.read.get(table)?.has(person.id) ?? false, (decision) => decision.read === 'permit');
      check(`write ${table}`, section, (person) => found.written.get(table)?.has(person.id) ?? false, (decision) => decision.write);
      const blind = persons.filter((person) => decideFor(account, person, section, moment).write).length;
      if (found.blind.get(table) !== blind && wrong.length < 5) wrong.push(`blind write of ${table} for ${account.roles.join('+')}: ${found.blind.get(table)} rows instead of ${blind}`);
    }
    if (look.decide) for (const section of sections) check(`decide ${section}`, section, (person) => found.decided.get(`${section} ${person.id}`), (decision) => decision.read);
    if (look.insert) for (const section of insertedSections) check(`insert ${section}`, section, (person) => found.inserted.get(section)?.has(person.id) ?? false, (decision) => decision.write);
    // One disagreement is enough for a mutant; the matrix itself has none.
    if (look.tables && wrong.length > 0) break;
  }
  return { cells, wrong };
}

type Observed = { read: Map<string, Set<string>>; written: Map<string, Set<string>>; blind: Map<string, number>; decided: Map<string, string>; inserted: Map<string, Set<string>> };
class Undone extends Error {}

async function observe(database: TestDatabase, token: string, persons: readonly OraclePerson[], watched: typeof tables, look: Look): Promise<Observed> {
  const found: Observed = { read: new Map(), written: new Map(), blind: new Map(), decided: new Map(), inserted: new Map() };
  await inScope(database, { as: 'session', token: hashToken(token), purpose: 'matrix' }, async (scope) => {
    const { sql } = scope;
    for (const [table, , key, plain] of watched) {
      found.read.set(table, new Set((await sql<{ id: string }[]>`select ${sql(key)} as id from ${sql(`access.${table}`)}`).map((row) => row.id)));
      // A row must be readable to be updated by what it holds; what break-glass or a share opens is read alone.
      found.written.set(table, new Set((await sql<{ id: string }[]>`update ${sql(`access.${table}`)} set agency_id = agency_id returning ${sql(key)} as id`).map((row) => row.id)));
      // An update that reads nothing asks the policy of updates alone.
      found.blind.set(table, (await sql`update ${sql(`access.${table}`)} set ${sql(plain)} = 'active'`).count);
    }
    if (look.decide) for (const row of await sql<{ section: string; id: string; decision: string }[]>`select s.section, p.id, access.decide(p.id, s.section) as decision from unnest(${persons.map((one) => one.id)}::uuid[]) p(id), unnest(${[...sections]}::text[]) s(section)`)
      found.decided.set(`${row.section} ${row.id}`, row.decision);
    if (look.insert) for (const section of insertedSections) found.inserted.set(section, await insertable(scope, section, persons));
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return found;
}

/** For which people a row of a section can be written; the refused ones are undone one by one. */
async function insertable(scope: Scope, section: string, persons: readonly OraclePerson[]): Promise<Set<string>> {
  const { sql, actor } = scope;
  const done = new Set<string>();
  for (const { id, agency } of persons) {
    try {
      await sql.savepoint(async (inner) => {
        await inner`insert into ${inner(`access.person_${section}`)} (id, person_id, agency_id, body, written_by, written_at) values (${newId()}, ${id}, ${agency}, 'x', ${actor.kind === 'staff' ? actor.account : null}, ${scope.now})`;
      });
      done.add(id);
    } catch {
      // Refused by its policy.
    }
  }
  return done;
}
