import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { mutantsOf } from '#app/modules/access/proof/mutant.test-tool.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { openWorld, type World } from '#test/world.ts';
import { openCall, personWith } from './fund-year.test-tool.ts';

/**
 * Who is asked, by a letter: o the office, r of the office and a scorer, who left C; s a scorer of S and C, who left N; i a scorer who was asked nothing;
 * p staff without a part in the fund; t, c, d, x by the code of T, of C, of the draft D and of a draft whose call has closed; a anybody; w the worker.
 */
type Who = 'o' | 'r' | 's' | 'i' | 'p' | 't' | 'c' | 'd' | 'x' | 'a' | 'w';
type By = <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
type Attempt = { readonly table: string; readonly what: string; readonly statement: (own: string) => string; readonly may: string | Readonly<Partial<Record<Who, number>>> };

let world: World;
const by = new Map<Who, { act: By; account: string }>();
const id: Record<string, string> = Object.fromEntries(['D', 'X', 'S', 'C', 'N', 'T', 'open', 'later', 'hidden', 'closed', 'aT', 'aC', 'aF', 'aR', 'file'].map((name) => [name, randomUUID()]));
const nobody = randomUUID();
let attempts: Attempt[];

beforeAll(async () => {
  world = await openWorld();
  const { admin } = world.database;
  id.open = (await openCall(world)).id;
  const staff = async (who: Who, roles: string[]) => {
    const { act, account } = await personWith(world, `Person ${who} (demo)`, roles);
    by.set(who, { act, account });
    return account;
  };
  const [, r, s] = [await staff('o', ['fund-officer']), await staff('r', ['fund-officer', 'fund-scorer']), await staff('s', ['fund-scorer'])];
  await staff('i', ['fund-scorer']);
  const p = await staff('p', ['partner']);
  for (const [who, app] of [['t', 'T'], ['c', 'C'], ['d', 'D'], ['x', 'X'], ['a', '']] as const) by.set(who, { act: async (work) => await world.as.public(work, app === '' ? undefined : `code ${app}`), account: nobody });
  by.set('w', { act: world.as.worker, account: nobody });
  const both = `'{"en": "x", "fr": "x"}'`;
  const call = (name: string, opens: string, closes: string, published: string) => `insert into funding.call (id, slug, fund_year, title, lead, opens_at, closes_at, envelope, published_at, created_at) values ('${id[name]}', '${name}', 2021, ${both}, ${both}, '${opens}', '${closes}', 1, ${published}, '2018-01-01');
    insert into funding.category (id, call_id, position, name, rules, questionnaire) values (gen_random_uuid(), '${id[name]}', 1, ${both}, '{}', '{}'); insert into funding.criterion (id, call_id, position, name, weight) values (gen_random_uuid(), '${id[name]}', 1, ${both}, 100);`;
  const app = (name: string, of: string, state: string) => `insert into funding.application (id, call_id, category_id, state, receipt, submitted_at, language, begun_at) select '${id[name]}', '${id[of]}', k.id, '${state}', ${state === 'draft' ? 'null, null' : `'R-${name}', '2019-06-02'`}, 'en', '2019-06-02' from funding.category k where k.call_id = '${id[of]}' limit 1;
    insert into funding.budget_line values (gen_random_uuid(), '${id[name]}', 1, 'x', 1, 1); insert into funding.application_file values (gen_random_uuid(), '${id[name]}', 'other', 'x', 'text/plain', 1, 'x', '2019-06-02');`;
  const award = (name: string, of: string | null, on: string) => `insert into funding.award (id, call_id, application_id, from_reserve, number, recipient, title, summary, amount, awarded_on, starts_on, ends_on) values ('${id[name]}', '${id.open}', ${of ? `'${id[of]}', false` : 'null, true'}, '${name}', 'x', 'x', 'x', 2, '${on}', '2020-01-01', '2020-12-31');
    insert into funding.instalment (id, award_id, position, due_on, amount, condition, payment_file_id) values (gen_random_uuid(), '${id[name]}', 1, '2020-01-01', 1, 'agreement', '${id.file}'), (gen_random_uuid(), '${id[name]}', 2, '2020-06-01', 1, 'agreement', null);
    insert into funding.award_change (id, award_id, kind, before, after, reason, made_at) values (gen_random_uuid(), '${id[name]}', 'end', 'x', 'x', 'x', '2019-06-02');
    insert into funding.report (id, award_id, stage, final, due_on) values (gen_random_uuid(), '${id[name]}', 1, false, '2020-12-31');
    insert into funding.report (id, award_id, stage, final, due_on, state, spent, people, sent_at) values (gen_random_uuid(), '${id[name]}', 2, true, '2021-12-31', 'sent', 1, 1, '2019-06-02');`;
  const scored = (name: string, who: string, finished: boolean) => `insert into funding.assignment values ('${id[name]}', '${who}', null, '2019-06-02'); insert into funding.sheet values ('${id[name]}', '${who}', '', ${finished ? "'2019-06-02'" : 'null'});
    insert into funding.score select '${id[name]}', '${who}', k.id, 1 from funding.criterion k where k.call_id = '${id.open}' limit 1;`;
  const known = (table: string, columns: string, values: string) => ['2018-01-01', '2030-01-01', '2018-01-02'].map((from, n) => `insert into funding.${table} (slug, ${columns}, known_from, sources, origin, removed_at) values ('${n}', ${values}, '${from}', '{}', 'pack', ${n === 2 ? "'2018-02-01'" : 'null'});`).join('');
  const question = (of: string, answer: string) => `insert into funding.question (id, call_id, asked, language, asked_at, question, answer, answered_at) values (gen_random_uuid(), '${id[of]}', 'x', 'en', '2019-06-02', ${answer});`;
  await admin.begin(async (tx) => await tx.unsafe(`${call('later', '2019-09-01', '2019-10-01', "'2019-01-01'")} ${call('hidden', '2019-09-01', '2019-10-01', 'null')} ${call('closed', '2019-01-01', '2019-02-01', "'2019-01-01'")}
    insert into funding.payment_file values ('${id.file}', '2019-06-02', null);
    ${app('D', 'open', 'draft')} ${app('X', 'closed', 'draft')} ${['S', 'C', 'N', 'T'].map((name) => app(name, 'open', 'submitted')).join('')}
    ${scored('S', s, false)} ${scored('S', r, true)} ${scored('C', s, true)} ${scored('C', r, false)} ${scored('N', s, false)} ${scored('T', s, false)} delete from funding.assignment where application_id = '${id.T}'; insert into funding.sheet values ('${id.S}', '${p}', '', null);
    insert into funding.conflict values ('${id.C}', '${r}', '2019-06-02'), ('${id.N}', '${s}', '2019-06-02');
    ${['S', 'C', 'T'].map((name) => `insert into funding.moderation values ('${id[name]}', 50, 'x', '2019-06-02', null, '2019-06-02');`).join('')}
    insert into funding.outcome values ('${id.T}', true, 2, ${both}, null, '2019-06-02', '2019-06-02'), ('${id.C}', true, 2, ${both}, null, '2019-06-02', null);
    ${award('aT', 'T', '2019-06-02')} ${award('aC', 'C', '2019-06-02')} ${award('aF', 'S', '2030-01-01')} ${award('aR', null, '2019-06-02')}
    ${question('open', 'null, null, null')} ${question('open', `${both}, ${both}, '2019-06-02'`)} ${question('hidden', `${both}, ${both}, '2019-06-02'`)} ${question('open', `${both}, ${both}, '2030-01-01'`)}
    ${['open', 'hidden'].map((name) => `insert into funding.session values (gen_random_uuid(), '${id[name]}', '2019-06-20', ${both});`).join('')}
    ${known('past_grant', 'fund_year, recipient, awarded_on, approximate', "2018, 'x', '2018-01-01', false")} ${known('fund_year', 'fund_year, amount, approximate, note', `2018, 1, false, ${both}`)}`));
  for (const name of ['D', 'X', 'C', 'T']) await admin`insert into funding.applicant values (gen_random_uuid(), ${id[name] ?? ''}, ${hashToken(`code ${name}`)}, 'x', null, '2019-06-02')`;
  attempts = attemptsOf();
}, 60_000);
afterAll(async () => await world.close());

function attemptsOf(): Attempt[] {
  const both = `'{"en": "y", "fr": "y"}'`;
  const all = (table: string, what: string, may: string, statement: Attempt['statement']): Attempt => ({ table, what, statement, may });
  const one = (verb: (table: string, where: string) => string, what: string) => (table: string, where: string, may: string) => all(table, `${what} ${where}`, may, () => verb(`funding.${table}`, where));
  const sees = one((table, where) => `select from ${table} where ${where}`, 'sees');
  const goes = one((table, where) => `delete from ${table} where ${where}`, 'deletes');
  const sets = (table: string, set: string, where: string, may: string) => all(table, `sets ${set} ${where}`, may, () => `update funding.${table} set ${set} where ${where}`);
  /** Without a condition on a column no policy of reading helps: how many rows each changes. */
  const every = (table: string, what: string, may: Partial<Record<Who, number>>): Attempt => ({ table, what, may, statement: () => (what === 'deleted' ? `delete from funding.${table}` : `update funding.${table} set ${what}`) });
  const adds = (table: string, what: string, may: string, columns: string, values: (own: string) => string) => all(table, `adds ${what}`, may, (own) => `insert into funding.${table} (${columns}) values (${values(own)})`);
  const app = (name: string) => `application_id = '${id[name]}'`;
  const aw = (name: string) => `award_id = '${id[name]}'`;
  const criterion = `(select k.id from funding.criterion k where k.call_id = '${id.open}' order by k.position desc limit 1)`;
  const parts = ['budget_line', 'application_file'].flatMap((table) => [
    sees(table, app('D'), 'dw'), sees(table, app('X'), 'xw'), sees(table, app('S'), 'orsw'), sees(table, app('C'), 'oscw'), sees(table, app('N'), 'orw'),
    ...['D', 'X', 'C'].map((name) => adds(table, `to ${name}`, name === 'D' ? 'd' : '', table === 'budget_line' ? 'id, application_id, position, label, cost, from_fund' : 'id, application_id, kind, name, media_type, size, content, added_at',
      () => (table === 'budget_line' ? `gen_random_uuid(), '${id[name]}', 9, 'x', 1, 1` : `gen_random_uuid(), '${id[name]}', 'other', 'x', 'x', 1, 'x', now()`))),
    goes(table, app('D'), 'd'), goes(table, app('X'), ''), goes(table, app('C'), ''),
  ]);
  const ofCall = ['category', 'criterion'].flatMap((table) => {
    const columns = table === 'category' ? 'id, call_id, position, name, rules, questionnaire' : 'id, call_id, position, name, weight';
    const values = (name: string) => (table === 'category' ? `gen_random_uuid(), '${id[name]}', 9, ${both}, '{}', '{}'` : `gen_random_uuid(), '${id[name]}', 9, ${both}, 1`);
    return [
      sees(table, `call_id = '${id.later}'`, 'orsiptcdxaw'), sees(table, `call_id = '${id.hidden}'`, 'orw'), adds(table, 'to later', 'or', columns, () => values('later')),
      sets(table, 'position = 8', `call_id = '${id.later}'`, 'or'), sets(table, 'position = 8', `call_id = '${id.closed}'`, ''), goes(table, `call_id = '${id.later}'`, 'or'), goes(table, `call_id = '${id.closed}'`, ''),
    ];
  });
  return [
    ...parts, ...ofCall,
    sees('application', `id = '${id.D}'`, 'dw'), sees('application', `id = '${id.X}'`, 'xw'), sees('application', `id = '${id.S}'`, 'orsw'), sees('application', `id = '${id.C}'`, 'oscw'), sees('application', `id = '${id.N}'`, 'orw'), sees('application', `id = '${id.T}'`, 'ortw'),
    sets('application', "title = 'y'", `id = '${id.D}'`, 'd'), sets('application', "title = 'y'", `id = '${id.X}'`, ''), sets('application', "title = 'y'", `id = '${id.C}'`, ''),
    sees('assignment', `${app('S')} and account_id = '${by.get('s')?.account}'`, 'ors'), sees('assignment', `${app('S')} and account_id = '${by.get('r')?.account}'`, 'or'), sees('assignment', `${app('C')} and account_id = '${by.get('r')?.account}'`, 'o'), sees('assignment', app('N'), 'or'),
    adds('assignment', 'to S', 'or', 'application_id, account_id, assigned_at', () => `'${id.S}', '${by.get('i')?.account}', now()`), adds('assignment', 'to C', 'o', 'application_id, account_id, assigned_at', () => `'${id.C}', '${by.get('i')?.account}', now()`),
    adds('assignment', 'to D', '', 'application_id, account_id, assigned_at', () => `'${id.D}', '${by.get('i')?.account}', now()`), goes('assignment', app('S'), 'or'), goes('assignment', app('C'), 'o'),
    sees('conflict', app('C'), 'o'), sees('conflict', app('N'), 'or'), adds('conflict', 'own of S', 'ors', 'application_id, account_id, declared_at', (own) => `'${id.S}', '${own}', now()`), adds('conflict', 'own of T', 'or', 'application_id, account_id, declared_at', (own) => `'${id.T}', '${own}', now()`),
    adds('conflict', 'of another', '', 'application_id, account_id, declared_at', (own) => `'${id.S}', '${own === by.get('s')?.account ? by.get('r')?.account : by.get('s')?.account}', now()`),
    ...['score', 'sheet'].flatMap((table) => {
      const set = table === 'score' ? 'points = 0' : "comment = 'y'";
      const mine = (name: string, who: Who) => `${app(name)} and account_id = '${by.get(who)?.account}'`;
      const values = (name: string, own: string) => (table === 'score' ? `'${id[name]}', '${own}', ${criterion}, 1` : `'${id[name]}', '${own}', ''`);
      const columns = table === 'score' ? 'application_id, account_id, criterion_id, points' : 'application_id, account_id, comment';
      return [
        sees(table, mine('S', 's'), 'ors'), sees(table, mine('S', 'r'), 'or'), sees(table, mine('C', 's'), 'os'), sees(table, mine('C', 'r'), 'o'), sees(table, mine('N', 's'), 'or'), sees(table, mine('T', 's'), 'or'), every(table, set, { s: 1 }), ...(table === 'score' ? [every(table, 'deleted', { s: 1 })] : [every(table, `account_id = '${by.get('i')?.account}'`, {})]),
        adds(table, 'own of S', table === 'score' ? 's' : 'rs', columns, (own) => values('S', own)), adds(table, 'own of C', table === 'score' ? '' : 's', columns, (own) => values('C', own)), adds(table, 'own of N', '', columns, (own) => values('N', own)),
        adds(table, 'of another', '', columns, (own) => values('S', own === by.get('s')?.account ? by.get('i')?.account ?? '' : by.get('s')?.account ?? '')),
        sets(table, set, mine('S', 's'), 's'), sets(table, set, mine('S', 'r'), ''), sets(table, set, mine('C', 's'), ''), sets(table, set, mine('C', 'r'), ''), sets(table, set, mine('N', 's'), ''),
        ...(table === 'score' ? [goes(table, mine('S', 's'), 's'), goes(table, mine('S', 'r'), ''), goes(table, mine('C', 's'), ''), goes(table, mine('N', 's'), '')] : [sets(table, `account_id = '${by.get('i')?.account}'`, mine('S', 's'), '')]),
      ];
    }),
    ...['S', 'C', 'T'].map((name) => sees('moderation', app(name), name === 'C' ? 'o' : 'or')), ...['N', 'C'].map((name) => adds('moderation', `to ${name}`, name === 'C' ? 'o' : 'or', 'application_id, per_cent, reason, held_on, recorded_at', () => `'${id[name]}', 1, 'x', '2019-06-02', now()`)),
    every('moderation', 'per_cent = 1', { o: 1, r: 1 }), sets('moderation', 'per_cent = 1', app('S'), 'or'), sets('moderation', 'per_cent = 1', app('T'), ''), sets('moderation', 'per_cent = 1', app('C'), ''),
    sees('outcome', app('T'), 'ortw'), sees('outcome', app('C'), 'ow'), ...['N', 'C'].map((name) => adds('outcome', `of ${name}`, name === 'C' ? 'o' : 'or', 'application_id, granted, amount, reason, decided_on', () => `'${id[name]}', true, 1, ${both}, '2019-06-02'`)),
    sets('outcome', 'told_at = now()', app('T'), 'w'), sets('outcome', 'told_at = now()', app('C'), 'w'),
    ...['aT', 'aC', 'aR'].map((name) => sees('award', `id = '${id[name]}'`, 'orsiptcdxaw')), sees('award', `id = '${id.aF}'`, 'w'),
    ...['N', 'C'].map((name) => adds('award', `of ${name}`, name === 'C' ? 'o' : 'or', 'id, call_id, application_id, number, recipient, title, summary, amount, awarded_on, starts_on, ends_on', () => `gen_random_uuid(), '${id.open}', '${id[name]}', 'y', 'x', 'x', 'x', 1, '2019-06-02', '2020-01-01', '2020-12-31'`)),
    adds('award', 'of the reserve', 'or', 'id, call_id, from_reserve, number, recipient, title, summary, amount, awarded_on, starts_on, ends_on', () => `gen_random_uuid(), '${id.open}', true, 'y', 'x', 'x', 'x', 1, '2019-06-02', '2020-01-01', '2020-12-31'`),
    sets('award', "signed_on = '2019-06-02'", `id = '${id.aT}'`, 'or'), sets('award', "signed_on = '2019-06-02'", `id = '${id.aC}'`, 'o'), sets('award', "signed_on = '2019-06-02'", `id = '${id.aR}'`, 'or'),
    sees('instalment', `${aw('aT')} and position = 1`, 'orsiptcdxaw'), sees('instalment', `${aw('aT')} and position = 2`, 'ortw'), sees('instalment', `${aw('aC')} and position = 2`, 'ocw'), sees('instalment', `${aw('aR')} and position = 2`, 'orw'),
    ...['aT', 'aC'].flatMap((name) => [
      adds('instalment', `of ${name}`, name === 'aC' ? 'o' : 'or', 'id, award_id, position, due_on, amount, condition', () => `gen_random_uuid(), '${id[name]}', 9, '2020-01-01', 1, 'agreement'`),
      sets('instalment', "due_on = '2020-02-02'", `${aw(name)} and position = 2`, name === 'aC' ? 'o' : 'or'), goes('instalment', `${aw(name)} and position = 2`, name === 'aC' ? 'o' : 'or'),
      sees('award_change', aw(name), name === 'aC' ? 'o' : 'or'), adds('award_change', `of ${name}`, name === 'aC' ? 'o' : 'or', 'id, award_id, kind, before, after, reason, made_at', () => `gen_random_uuid(), '${id[name]}', 'end', 'x', 'x', 'x', now()`),
      sees('report', aw(name), name === 'aC' ? 'ocw' : 'ortw'), adds('report', `of ${name}`, name === 'aC' ? 'o' : 'or', 'id, award_id, stage, final, due_on', () => `gen_random_uuid(), '${id[name]}', 9, false, '2020-01-01'`),
      sets('report', "due_on = '2020-02-02'", aw(name), name === 'aC' ? 'o' : 'or'),
    ]),
    ...['aT', 'aC'].map((name) => sets('report', "state = 'sent', spent = 1, people = 1, sent_at = platform.ctx_now()", `${aw(name)} and stage = 1`, name === 'aC' ? 'oc' : 'ort')), sets('report', 'spent = 2', `${aw('aT')} and stage = 2`, 'or'), sets('report', "state = 'accepted', spent = 1, people = 1, sent_at = platform.ctx_now()", `${aw('aT')} and stage = 1`, 'or'),
    sets('instalment', `award_id = '${id.aC}', position = 8`, `${aw('aT')} and position = 2`, 'o'),
    every('report', "due_on = '2020-02-02'", { o: 8, r: 6 }), every('report', "state = 'sent', spent = 1, people = 1, sent_at = platform.ctx_now()", { o: 8, r: 6, t: 1, c: 1 }), every('question', `question = ${both}, answer = ${both}, answered_at = '2019-06-02'`, { o: 4, r: 4 }),
    sees('payment_file', 'true', 'or'), adds('payment_file', 'one', 'or', 'id, made_at', () => 'gen_random_uuid(), now()'),
    sees('call', `id = '${id.open}'`, 'orsiptcdxaw'), sees('call', `id = '${id.hidden}'`, 'orw'), adds('call', 'one', 'or', 'id, slug, fund_year, title, lead, opens_at, closes_at, envelope, created_at', () => `gen_random_uuid(), 'new', 2021, ${both}, ${both}, now(), now() + interval '1 day', 1, now()`), sets('call', 'envelope = 3', `id = '${id.open}'`, 'or'),
    sees('session', `call_id = '${id.open}'`, 'orsiptcdxaw'), sees('session', `call_id = '${id.hidden}'`, 'orw'), adds('session', 'one', 'or', 'id, call_id, starts_at, place', () => `gen_random_uuid(), '${id.open}', now(), ${both}`), sets('session', 'starts_at = now()', `call_id = '${id.open}'`, 'or'), goes('session', `call_id = '${id.open}'`, 'or'),
    ...['open', 'closed', 'hidden'].map((name) => adds('question', `about ${name}`, name === 'open' ? 'orsiptcdxa' : name === 'hidden' ? 'or' : '', 'id, call_id, asked, language, asked_at', () => `gen_random_uuid(), '${id[name]}', 'x', 'en', now()`)),
    sees('question', `call_id = '${id.open}' and answered_at is null`, 'or'), sees('question', `call_id = '${id.open}' and answered_at < '2020-01-01'`, 'ortcdxa'), sees('question', `call_id = '${id.open}' and answered_at > '2020-01-01'`, 'or'), sees('question', `call_id = '${id.hidden}'`, 'or'), sets('question', `question = ${both}`, `answered_at < '2020-01-01'`, 'or'),
    ...['past_grant', 'fund_year'].flatMap((table) => [sees(table, "slug = '0'", 'orsiptcdxaw'), sees(table, "slug = '1'", 'w'), sees(table, "slug = '2'", 'w'), sets(table, 'fund_year = 2017', "slug = '0'", 'w'),
      table === 'past_grant' ? adds(table, 'one', 'w', 'slug, fund_year, recipient, awarded_on, approximate, known_from, sources', () => `'y', 2018, 'x', '2018-01-01', false, '2018-01-01', '{}'`) : adds(table, 'one', 'w', 'slug, fund_year, amount, approximate, note, known_from, sources', () => `'y', 2018, 1, false, ${both}, '2018-01-01', '{}'`)]),
  ];
}

class Undone extends Error {}
/** What of the tries of a table comes out otherwise than it should for somebody; each is undone before the next. A constraint is asked after the policy. */
async function wrongOf(who: Who, tried: readonly Attempt[]): Promise<string[]> {
  const { act, account } = by.get(who) ?? { act: world.as.public, account: nobody };
  const wrong: string[] = [];
  await act(async ({ sql }) => {
    for (const one of tried) {
      let done = 0;
      try {
        await sql.savepoint(async (inner) => {
          done = (await inner.unsafe(one.statement(account))).count;
          throw new Undone();
        });
      } catch (error) {
        const code = error instanceof Error && 'code' in error ? String(error.code) : '';
        if (code.startsWith('23')) done = 1;
        else if (!(error instanceof Undone) && code !== '42501') throw error;
      }
      if (typeof one.may === 'string' ? done > 0 !== one.may.includes(who) : done !== (one.may[who] ?? 0)) wrong.push(`${who} ${one.table}: ${one.what} ${done}`);
    }
    throw new Undone();
  }).catch((error: unknown) => {
    if (!(error instanceof Undone)) throw error;
  });
  return wrong;
}

test('each of them can do with each row what it should, and after an award the file of whoever left it stays closed while what was given is public', async () => {
  const wrong: string[] = [];
  for (const who of by.keys()) wrong.push(...(await wrongOf(who, attempts)));
  expect(wrong).toEqual([]);
});

/** Terms that another holds too, so that nothing changes where one of them goes: each with why. */
const redundant: readonly (readonly [RegExp, string])[] = [
  [/ worker_\w+ (using|with check): or true$/, 'the role of the worker is taken on in the context of the worker alone'],
  [/^question published_call_is_asked with check: without \(answer IS NULL\)$/, 'nobody has a right to insert an answer'],
  [/^report own_is_sent with check: without \(award_id IN/, 'nobody has a right to change whose report it is'],
];

test('each policy of the fund that is opened, turned or loses a term is noticed', async () => {
  const { admin } = world.database;
  const tables = [...new Set(attempts.map((one) => one.table))];
  const policies = await admin<{ table: string; name: string; using: string | null; check: string | null }[]>`select tablename as table, policyname as name, qual as using, with_check as check from pg_policies
    where schemaname = 'funding' and not 'ct_owner' = any (roles) and tablename = any (${tables}) order by 1, 2`;
  const [asked, survivors]: [Who[], string[]] = [[...by.keys()], []];
  let count = 0;
  const noticed = async (table: string): Promise<boolean> => {
    const tried = attempts.filter((one) => one.table === table);
    for (const who of [...asked]) {
      if ((await wrongOf(who, tried)).length === 0) continue;
      asked.splice(asked.indexOf(who), 1);
      asked.unshift(who);
      return true;
    }
    return false;
  };
  for (const { table, name, using, check } of policies) for (const [kind, text] of [['using', using], ['with check', check]] as const) for (const [what, mutant] of text ? mutantsOf(text) : []) {
    const label = `${table} ${name} ${kind}: ${what}`;
    count += 1;
    if (redundant.some(([one]) => one.test(label))) continue;
    await admin.unsafe(`alter policy ${name} on funding.${table} ${kind} (${mutant})`);
    if (!(await noticed(table))) survivors.push(label);
    await admin.unsafe(`alter policy ${name} on funding.${table} ${kind} (${text})`);
  }
  expect(survivors).toEqual([]);
  expect(count).toBeGreaterThan(150);
}, 120_000);
