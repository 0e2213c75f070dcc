import { newId } from '#app/platform/db/id.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import type { TestDatabase } from '#test/database.ts';
import { seeded } from '#test/seeded.ts';
import { type OraclePerson, sections } from '../oracle.test-tool.ts';
import { prepareProof, putRows, type Who } from './engine.test-tool.ts';

export type ProofWorld = {
  readonly database: TestDatabase;
  readonly north: string;
  readonly south: string;
  readonly whos: readonly Who[];
  readonly staff: Readonly<Record<StaffName, Who>>;
  readonly people: readonly OraclePerson[];
  readonly personOf: (id: unknown) => OraclePerson;
  /** Entered in this very moment, by whom. */
  readonly fresh: { readonly person: string; readonly by: string };
  readonly moment: string;
};

const staffRoles = {
  intake: ['north', 'intake-worker'], clinician: ['north', 'clinician'], supervisor: ['north', 'access-supervisor'], coordinator: ['north', 'coordinator'], volunteer: ['north', 'volunteer'], officer: ['north', 'privacy-officer'],
  colleague: ['north', 'intake-worker'], southIntake: ['south', 'intake-worker'], southClinician: ['south', 'clinician'], southSupervisor: ['south', 'access-supervisor'], southCoordinator: ['south', 'coordinator'], southVolunteer: ['south', 'volunteer'],
  manager: ['north', 'plan-manager'], analyst: [null, 'analyst'], leader: [null, 'leadership-member'],
} as const;
export type StaffName = keyof typeof staffRoles;
const isName = (name: string): name is StaffName => name in staffRoles;

export const today = '2019-06-03';
export const [yesterday, tomorrow] = ['2019-06-02', '2019-06-04'];

/** Two agencies, staff of every role in both, and people in every relation to them: each rule alone and each pair of rules that meet. */
export async function openProof(database: TestDatabase): Promise<ProofWorld> {
  await prepareProof(database);
  const { admin, clock } = database;
  const [north, south] = [newId(), newId()];
  for (const [slug, id] of [['north', north], ['south', south]] as const) await admin`insert into identity.agency (id, slug, name, kind) values (${id}, ${slug}, ${admin.json({ en: slug, fr: slug })}, 'agency')`;
  const staff = new Map<StaffName, Who>();
  for (const [name, [agency, role]] of Object.entries(staffRoles)) {
    if (!isName(name)) continue;
    const who: Who = { name, kind: 'staff', id: newId(), agency: agency === 'north' ? north : agency === 'south' ? south : null, roles: [role], token: newToken(), demonstration: false, deep: ['volunteer', 'intake', 'clinician', 'supervisor', 'coordinator', 'southSupervisor'].includes(name) };
    await admin`insert into identity.account (id, email, name, created_at) values (${who.id}, ${`${name}@example.org`}, ${name}, ${clock.now()})`;
    await admin`insert into identity.membership (id, account_id, agency_id, role, from_date) values (${newId()}, ${who.id}, ${who.agency}, ${role}, '2018-01-01')`;
    await admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at) values (${newId()}, ${hashToken(who.token)}, ${who.id}, 'password', ${clock.now()}, ${clock.now()}, '2099-01-01')`;
    staff.set(name, who);
  }
  const of = (name: StaffName): Who => {
    const who = staff.get(name);
    if (!who) throw new Error(name);
    return who;
  };
  const all = { intake: of('intake'), clinician: of('clinician'), supervisor: of('supervisor'), coordinator: of('coordinator'), volunteer: of('volunteer'), officer: of('officer'), colleague: of('colleague'), southIntake: of('southIntake'),
    southClinician: of('southClinician'), southSupervisor: of('southSupervisor'), southCoordinator: of('southCoordinator'), southVolunteer: of('southVolunteer'), manager: of('manager'), analyst: of('analyst'), leader: of('leader') };
  const nobody = { id: '', agency: null, roles: [], token: '', demonstration: false, deep: false };
  const others: Who[] = [{ ...nobody, name: 'worker', kind: 'worker' }, { ...nobody, name: 'worker of a demonstration', kind: 'worker', demonstration: true }, { ...nobody, name: 'public', kind: 'public' },
    ...['ct_staff', 'ct_worker', 'ct_public'].map((role): Who => ({ ...nobody, name: `bare ${role}`, kind: 'bare', demonstration: true }))];
  const now = clock.now().getTime();
  const people = [...meetings(all, north, south, now), ...chances([...staff.values()], [north, south], now)];
  const fresh = { person: crypto.randomUUID(), by: all.intake.id };
  people.push({ ...blank(north), id: fresh.person });
  const found = new Map(people.map((person) => [person.id, person]));
  const world: ProofWorld = { database, north, south, staff: all, whos: [...Object.values(all), ...others], people, fresh, moment: clock.now().toISOString(), personOf: (id) => {
    const person = found.get(String(id));
    if (!person) throw new Error(`nobody ${String(id)}`);
    return person;
  } };
  await putPeople(world);
  return world;
}

const blank = (agency: string): Omit<OraclePerson, 'id'> => ({ agency, bars: [], assignments: [], instructions: [], consents: [], glasses: [] });

/** The people on whom one rule, or two, bear. */
function meetings(staff: ProofWorld['staff'], north: string, south: string, now: number): OraclePerson[] {
  const [mine, theirs] = [[staff.intake, staff.clinician, staff.supervisor, staff.coordinator], [staff.southIntake, staff.southClinician, staff.southSupervisor, staff.southCoordinator]];
  const assigned = (who: readonly Who[], from = '2019-01-01', to: string | null = null) => who.map(({ id }) => ({ account: id, from, to }));
  const bars = mine.map(({ id }) => ({ account: id }));
  const lock = { category: null, agency: north, account: null, lifted: false, hide: false };
  const share = { purposes: ['care', 'coordination', 'list'], categories: sections, to: [north], starts: '2019-01-01', expires: null, withdrawn: false };
  const glasses = mine.map(({ id }) => ({ account: id, openedAt: now - 60_000, endsAt: now + 60_000 }));
  const own = { ...blank(north), assignments: assigned(mine) };
  const shared = { ...blank(south), assignments: assigned(theirs), consents: [share] };
  const owns: Partial<OraclePerson>[] = [{}, { assignments: [] }, { assignments: assigned([staff.clinician]) }, { assignments: assigned(mine, '2019-01-01', yesterday) }, { assignments: assigned(mine, tomorrow) }, { assignments: assigned(mine, today, today) },
    { bars }, { bars: bars.map((bar) => ({ ...bar, ended: true })) }, { bars: [{ account: staff.clinician.id }] }, { instructions: [lock] }, { instructions: [{ ...lock, lifted: true }] }, { instructions: [{ ...lock, agency: south }] },
    ...sections.map((category) => ({ instructions: [{ ...lock, category }] })), ...mine.map(({ id }) => ({ instructions: [{ ...lock, account: id }] })), { instructions: [{ ...lock, agency: null, account: staff.colleague.id }] },
    { instructions: [lock], glasses }, { assignments: [], glasses }, { bars, glasses }, { instructions: [{ ...lock, agency: null, category: 'health' }, { ...lock, category: 'health', account: staff.clinician.id }] },
    { instructions: [lock], glasses, consents: [{ ...share, to: [south] }], bars: [{ account: staff.colleague.id }] }, { instructions: [{ ...lock, category: 'identity' }], glasses, consents: [{ ...share, to: [south] }] }, { instructions: [{ ...lock, category: 'housing' }], glasses },
    { bars: [{ account: staff.officer.id }, { account: staff.clinician.id, ended: true }] }, { bars: [{ account: staff.officer.id }], instructions: [{ ...lock, category: 'health' }], glasses: [{ account: staff.clinician.id, openedAt: now - 60_000, endsAt: now + 60_000 }] }, { instructions: [{ ...lock, account: staff.officer.id }] }, { assignments: assigned([staff.volunteer, staff.manager, staff.officer]), instructions: [{ ...lock, agency: south }], consents: [{ ...share, to: [south] }], glasses: [staff.volunteer, staff.manager, staff.officer].map(({ id }) => ({ account: id, openedAt: now - 60_000, endsAt: now + 60_000 })) },
    { assignments: [], consents: [{ ...share, to: [south] }] }, { consents: [{ ...share, to: [north, south] }], instructions: [{ ...lock, agency: south, category: 'housing' }] }];
  const shareds: Partial<OraclePerson>[] = [{}, { bars: [{ account: staff.southClinician.id }], assignments: assigned([...mine, ...theirs]) }, { bars }, { instructions: [lock] }, { instructions: [{ ...lock, category: 'note' }] }, { instructions: [{ ...lock, category: 'identity' }] }, { instructions: [{ ...lock, category: 'housing' }] }, { consents: [{ ...share, withdrawn: true }] },
    { consents: [{ ...share, expires: yesterday }] }, { consents: [{ ...share, starts: tomorrow }] }, { consents: [{ ...share, starts: today, expires: today }] }, { consents: [{ ...share, purposes: ['care'] }] }, { consents: [{ ...share, purposes: ['coordination'] }] },
    { consents: [{ ...share, purposes: ['report'] }] }, { consents: [{ ...share, to: [south] }] }, { consents: [{ ...share, categories: ['housing'] }] }, { consents: [{ ...share, categories: ['identity'] }] }, { consents: [], glasses }, { consents: [], glasses, bars },
    { consents: [], glasses: glasses.map((one) => ({ ...one, endsAt: now })) }, { consents: [], assignments: assigned(mine) }, { consents: [], instructions: [lock], assignments: assigned(mine) }];
  return [...owns.map((one) => ({ ...own, ...one })), ...shareds.map((one) => ({ ...shared, ...one }))].map((one) => ({ ...one, id: crypto.randomUUID() }));
}

/** People as chance has them, the same each time. */
function chances(staff: readonly Who[], agencies: readonly string[], now: number): OraclePerson[] {
  const random = seeded(20190603);
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  const some = <T>(chance: number, make: () => T): T[] => (random() < chance ? [make()] : []);
  return Array.from({ length: 8 }, () => ({
    id: crypto.randomUUID(), agency: pick(agencies), bars: some(0.2, () => ({ account: pick(staff).id })), assignments: Array.from({ length: 4 }, () => ({ account: pick(staff).id, from: '2019-01-01', to: null })),
    instructions: some(0.3, () => ({ category: pick([null, ...sections]), agency: pick([null, ...agencies]), account: null, lifted: false, hide: true })),
    consents: some(0.5, () => ({ purposes: ['care'], categories: sections.filter(() => random() < 0.6).slice(0, 3).concat('contact'), to: [pick(agencies)], starts: '2019-01-01', expires: null, withdrawn: false })),
    glasses: some(0.2, () => ({ account: pick(staff).id, openedAt: now - 1000, endsAt: now + 1000 })),
  }));
}

async function putPeople({ database, people, fresh, moment, north }: ProofWorld): Promise<void> {
  const put = async (table: string, make: (person: OraclePerson) => readonly Record<string, unknown>[]) => await putRows(database, table, people.flatMap(make));
  const instant = (at: number) => new Date(at).toISOString();
  const as = ({ id, agency }: OraclePerson) => ({ person_id: id, agency_id: agency });
  await put('person', (p) => [{ id: p.id, agency_id: p.agency, state: 'active', anonymous: false, language: 'en', do_not_contact: false, demonstration: false, entered_by: p.id === fresh.person ? fresh.by : null, entered_at: p.id === fresh.person ? moment : '2019-01-01', changed_at: moment }]);
  // One that was entered long ago by whoever is not assigned any more.
  await database.admin`update access.person set entered_by = ${fresh.by} where id = ${people.find((p) => p.agency === north && p.assignments.length === 0)?.id ?? null} and id <> ${fresh.person}`;
  await put('person_identity', (p) => [{ ...as(p), given_name: 'G', family_name: 'F', birth_estimated: false, languages: [], interpreter: false, search_key: 'f g' }]);
  await put('person_alias', (p) => [{ id: newId(), ...as(p), given_name: 'G', family_name: 'F', search_key: 'f g' }]);
  await put('person_contact', (p) => [{ ...as(p), safe_to_leave_message: false, preference: 'phone' }]);
  for (const section of ['health', 'housing', 'note']) await put(`person_${section}`, (p) => [{ id: newId(), ...as(p), body: 'text', written_at: moment }]);
  await put('bar', (p) => p.bars.map((one) => ({ id: newId(), person_id: p.id, account_id: one.account, kind: 'recused', entered_at: moment, ended_at: one.ended ? moment : null, ended_by: one.ended ? fresh.by : null })));
  await put('assignment', (p) => p.assignments.map((one) => ({ id: newId(), person_id: p.id, account_id: one.account, from_date: one.from, to_date: one.to, entered_at: moment })));
  await put('instruction', (p) => p.instructions.map((one) => ({ id: newId(), person_id: p.id, category: one.category, agency_id: one.agency, account_id: one.account, hide_mark: one.hide, recorded_at: moment, lifted_at: one.lifted ? moment : null })));
  await put('consent', (p) => p.consents.map((one) => ({ id: newId(), person_id: p.id, given_by: 'self', purposes: one.purposes, categories: one.categories, to_agencies: one.to, to_organizations: [], form_version: '1', language: 'en', how: 'written', interpreter: false, starts_on: one.starts,
    expires_on: one.expires, withdrawn_at: one.withdrawn ? moment : null, recorded_at: moment })));
  await put('break_glass', (p) => p.glasses.map((one, place) => ({ id: newId(), person_id: p.id, account_id: one.account, ground: 'emergency-care', reason: 'reason of ten letters', opened_at: instant(one.openedAt), ends_at: instant(one.endsAt), reviewed_at: place === 1 ? moment : null })));
}
