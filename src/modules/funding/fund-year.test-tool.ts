import { readPack } from '#app/community-pack/read.ts';
import { join } from 'node:path';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { loadBodies } from '#app/modules/governance/index.ts';
import { loadPlan } from '#app/modules/plan/index.ts';
import { newId } from '#app/platform/db/id.ts';
import { inScope, type Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { seeded } from '#test/seeded.ts';
import { visitor, type Visitor, type World } from '#test/world.ts';
import { beginOwn, secretOf } from './application/actions.ts';
import { findOwn, insertFile, replaceBudget, updateAnswers, updateOrganisation, updateProject, updateServes } from './application/queries.ts';
import { insertCall, insertCategory, insertCriterion, listCategories, updatePublished } from './call/queries.ts';
import { fundQuestionnaire } from './application/questionnaire.ts';
import { type Cents, decimalOf, splitByWeight } from './money.ts';

export const closesAt = '2019-11-01T18:00:00.000Z';
/** What is given away of a call of 4.7 million dollars with 200,000 kept for emerging issues. */
export const given: Cents = 450_000_000;
export const reserve: Cents = 20_000_000;

/** Loads the plan and its bodies, so that there are priorities, municipalities and somebody who decides. */
export async function loadPlanOf(world: World): Promise<void> {
  await world.database.admin`insert into platform.setting (name, value) values ('demonstration', 'true') on conflict do nothing`;
  const pack = await readPack(join(projectRoot(), 'communities', 'halton'));
  await world.as.worker(async (scope) => {
    await loadPlan(scope, pack);
    await loadBodies(scope, pack);
  });
}

export type Person = { readonly account: string; readonly name: string; readonly act: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>; readonly token: string };
/** Somebody with the given roles of the fund, signed in. */
export async function personWith(world: World, name: string, roles: readonly string[]): Promise<Person> {
  const [account, token] = [newId(), newToken()];
  const now = world.database.clock.now();
  await world.database.admin`insert into identity.account (id, email, name, demonstration, created_at) values (${account}, ${`${account}@example.org`}, ${name}, true, ${now})`;
  for (const role of roles) await world.database.admin`insert into identity.membership (id, account_id, role, from_date) values (${newId()}, ${account}, ${role}, '2018-01-01')`;
  await world.database.admin`insert into identity.session (id, token_hash, account_id, method, created_at, seen_at, expires_at) values (${newId()}, ${hashToken(token)}, ${account}, 'password', ${now}, ${now}, '2099-01-01')`;
  return { account, name, token, act: async (work) => await inScope(world.database, { as: 'session', token: hashToken(token), purpose: 'test' }, work) };
}
export function visit(app: Parameters<typeof visitor>[0], person: Person): Visitor {
  return visitor(app, person.token);
}

/** An open call with categories One and Two as they are known, and three criteria. Gives its id and slug. */
export async function openCall(world: World, slug = 'fund-2020'): Promise<{ id: string; slug: string }> {
  const id = newId();
  await world.as.manager(async (scope) => {
    await insertCall(scope, { id, slug, fundYear: 2020, title: { en: 'Fund 2020', fr: 'Fonds 2020' }, lead: { en: 'For the plan.', fr: 'Pour le plan.' }, opensAt: new Date('2019-06-01T12:00:00Z'), closesAt: new Date(closesAt), envelope: given + reserve, reserve, demonstration: true });
    const rules = { mostYears: 1, boardUnrelated: 3, statements: 'compiled' as const, auditedAbove: '250000.00' };
    await insertCategory(scope, { id: newId(), call: id, name: { en: 'One', fr: 'Un' }, rules: { ...rules, most: '30000.00', kinds: ['charity', 'non-profit', 'sponsored'] }, questionnaire: fundQuestionnaire });
    await insertCategory(scope, { id: newId(), call: id, name: { en: 'Two', fr: 'Deux' }, rules: { ...rules, mostYears: 3, most: null, kinds: ['charity'] }, questionnaire: fundQuestionnaire });
    for (const [en, fr, weight] of [['Need', 'Besoin', 40], ['Change', 'Changement', 35], ['Cost', 'Coût', 25]] as const) await insertCriterion(scope, { id: newId(), call: id, name: { en, fr }, weight, most: 20 });
    await updatePublished(scope, id);
  });
  return { id, slug };
}

export type Made = { readonly id: string; readonly code: string; readonly asked: Cents; readonly organisation: string };
const answers = {
  resourceType: 'QuestionnaireResponse', status: 'in-progress',
  item: [...['need', 'activities', 'served', 'change'].map((linkId) => ({ linkId, answer: [{ valueString: 'Made up for a test.' }] })), { linkId: 'people', answer: [{ valueInteger: 40 }] }, { linkId: 'risks', answer: [{ valueString: 'Few.' }] }],
};

/** One complete draft, written by its code without an account. */
export async function draft(world: World, call: string, n: number, asked: Cents, more: { board?: number; email?: string; language?: 'en' | 'fr' } = {}): Promise<Made> {
  const organisation = `Maple Group ${n} (demo)`;
  const large = asked > 3_000_000;
  const begun = await world.as.public(async (scope) => {
    const categories = await listCategories(scope, call);
    return await beginOwn(scope, { category: categories[large ? 1 : 0]?.id ?? '', name: 'Robin Made-Up', email: more.email ?? '', language: more.language ?? 'en' });
  });
  if (!begun) throw new Error('the call is not open');
  await world.as.public(async (scope) => {
    const years = large ? (n % 3) + 1 : 1;
    await updateOrganisation(scope, begun.id, { organisation, registration: `1${String(n).padStart(8, '0')}RR0001`, legalKind: 'charity', sponsor: '', boardUnrelated: more.board ?? 5, statements: 'compiled', revenueLatest: 20_000_000, revenueBefore: 19_000_000 });
    await updateProject(scope, begun.id, { title: `Project ${n}`, summary: `What project ${n} does.`, startsOn: '2020-01-01', endsOn: `${2019 + years}-12-31` });
    await replaceBudget(scope, begun.id, [{ label: 'Staff', cost: asked, fromFund: asked - 1 }, { label: 'Bus tickets', cost: 5001, fromFund: 1 }]);
    const [priorities, places] = [await scope.sql<{ slug: string }[]>`select slug from plan.priority order by slug`, ['burlington', 'halton-hills', 'milton', 'oakville']];
    await updateServes(scope, begun.id, { priorities: priorities.slice(n % 3, (n % 3) + 1 + (n % 2)).map((one) => one.slug), indicators: [], municipalities: places.slice(0, 1 + (n % 3)), population: n % 2 === 0 ? 'youth' : 'older-adults' });
    await updateAnswers(scope, begun.id, answers);
    await insertFile(scope, { application: begun.id, kind: 'statements', name: 'statements.txt', type: 'text/plain', content: Buffer.from('Statements, made up.') });
    if ((await findOwn(scope))?.asked !== asked) throw new Error('the budget does not add up');
  }, secretOf(begun.code));
  return { ...begun, asked, organisation };
}

/** Amounts of `granted` requests that come to exactly `sum`, and of `others`, by a seeded generator: the same each time. */
export function amounts(granted: number, others: number, sum: Cents): Cents[] {
  const random = seeded(2024);
  const weights = Array.from({ length: granted }, () => 1000 + Math.floor(random() * 9000));
  return [...splitByWeight(sum, weights), ...Array.from({ length: others }, () => 1_000_000 + Math.floor(random() * 9_000_000))];
}

/** As many as there are amounts, sent just before the deadline; written straight into the tables, because the way through the pages is tested with a few. */
export async function bulk(world: World, call: string, from: number, list: readonly Cents[]): Promise<Made[]> {
  const { admin } = world.database;
  const categories = await admin<{ id: string }[]>`select id from funding.category where call_id = ${call} order by position`;
  const priorities = (await admin<{ slug: string }[]>`select slug from plan.priority order by slug`).map((one) => one.slug);
  const places = ['burlington', 'halton-hills', 'milton', 'oakville'];
  const made = list.map((asked, index) => ({ id: newId(), code: '', asked, organisation: `Maple Group ${from + index} (demo)`, n: from + index }));
  const rows = made.map(({ id, asked, organisation, n }) => {
    const large = asked > 3_000_000;
    return {
      id, call_id: call, category_id: categories[large ? 1 : 0]?.id ?? '', state: 'submitted', receipt: `BULK-${n}`, submitted_at: closesAt, language: 'en', organisation, registration: '', legal_kind: 'charity', board_unrelated: n === 123 ? 2 : 5,
      statements: 'compiled', revenue_latest: '200000.00', revenue_before: '190000.00', title: `Project ${n}`, summary: `What project ${n} does.`, starts_on: '2020-01-01', ends_on: `${2019 + (large ? (n % 3) + 1 : 1)}-12-31`,
      priorities: priorities.slice(n % 3, (n % 3) + 1 + (n % 2)), municipalities: places.slice(0, 1 + (n % 3)), population: n % 2 === 0 ? 'youth' : 'older-adults', begun_at: '2019-06-03', demonstration: true,
    };
  });
  await admin`insert into funding.application (${admin(Object.keys(rows[0] ?? {}))}) select ${admin(Object.keys(rows[0] ?? {}))} from jsonb_populate_recordset(null::funding.application, ${admin.json(rows)})`;
  const lines = made.map(({ id, asked }) => ({ id: newId(), application_id: id, position: 0, label: 'Staff', cost: decimalOf(asked), from_fund: decimalOf(asked) }));
  await admin`insert into funding.budget_line select * from jsonb_populate_recordset(null::funding.budget_line, ${admin.json(lines)})`;
  return made;
}
