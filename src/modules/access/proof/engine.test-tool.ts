import { hashToken } from '#app/platform/http/session-cookie.ts';
import type { TestDatabase } from '#test/database.ts';

/** A row as the database holds it; an oracle looks at it with its own eyes. */
export type Row = Readonly<Record<string, unknown>>;
/** Who acts. `bare` is the right of a role without any context, which must open nothing. */
export type Who = { readonly name: string; readonly kind: 'staff' | 'public' | 'worker' | 'bare'; readonly id: string; readonly agency: string | null; readonly roles: readonly string[]; readonly token: string; readonly demonstration: boolean; /** Whether each row is tried for her, or one in five. */ readonly deep: boolean };
/** One way to change a row: `may` by what it holds before, `stays` by what it would hold after. */
export type Change = { readonly what: string; readonly set: (who: Who) => string; readonly may: (who: Who, row: Row) => boolean; readonly stays?: (who: Who, row: Row) => boolean };
export type Case = {
  readonly table: string;
  /** SQL for the text that names a row. */
  readonly key: string;
  readonly rows: readonly Row[];
  readonly keyOf: (row: Row) => string;
  /** Whether a row is shown; for a table without a right to read, what its function (`door`) shows. */
  readonly read: (who: Who, row: Row) => boolean;
  /** SQL that gives the keys of what a function opens, of those in `$1`. */
  readonly door?: string;
  readonly changes?: readonly Change[];
  /** Functions that write, each tried with the key of every row: a row comes back where it did something. */
  readonly acts?: readonly { readonly what: string; readonly statement: string; readonly may: (who: Who, row: Row) => boolean }[];
  readonly remove?: (who: Who, row: Row) => boolean;
  readonly added?: (who: Who) => readonly Row[];
  readonly add?: (who: Who, row: Row) => boolean;
};

// The context is not proven here but in the kernel's own tests: without its signature the proof is three times as fast.
const setup = `create or replace function platform.ctx() returns jsonb language sql stable set search_path = '' as $$ select substr(nullif(current_setting('ct.context', true), ''), 65)::jsonb $$;
create schema proof; grant usage on schema proof to ct_public, ct_staff, ct_worker;
create function proof.see(statement text, keys text[]) returns jsonb language plpgsql as $$
declare found jsonb;
begin
  execute 'select coalesce(jsonb_agg(k), ''[]'') from (' || statement || ') s(k)' into found using keys;
  return found;
exception when insufficient_privilege then return '[]';
end $$;
create function proof.together(name text, rows jsonb) returns integer language plpgsql as $$
declare done integer;
begin
  execute 'select proof.' || name || '_together($1)' into done using rows;
  return done;
end $$;
create function proof.run(name text, rows jsonb) returns jsonb language plpgsql as $$
declare answer jsonb;
begin
  execute 'select proof.' || name || '($1)' into answer using rows;
  return answer;
end $$;
create function proof.look(demonstration boolean, kind text, token bytea, role text, moment timestamptz, reading text, keys text[], attempts jsonb) returns jsonb language plpgsql as $$
declare
  answer jsonb := '[]';
  part jsonb;
  request uuid := gen_random_uuid();
begin
  insert into platform.setting (name, value) values ('demonstration', to_jsonb(demonstration)) on conflict (name) do update set value = excluded.value;
  if kind = 'staff' then perform identity.enter_session(token, request, 'proof', moment, 'America/Toronto', null);
  elsif kind = 'public' then perform platform.enter_public(request, 'proof', moment, 'America/Toronto', null);
  elsif kind = 'worker' then perform platform.enter_worker(request, 'proof', moment, 'America/Toronto');
  else perform set_config('role', role, true), set_config('ct.context', '', true);
  end if;
  answer := jsonb_build_array(proof.see(reading, keys));
  for part in select * from jsonb_array_elements(attempts) loop
    -- Rows of which the same is expected are tried in one statement; what it does is told row by row only where that is something else.
    if part -> 'all' is null or proof.together(part ->> 'name', part -> 'rows') is distinct from (part ->> 'all')::integer then
      answer := answer || jsonb_build_array(proof.run(part ->> 'name', part -> 'rows'));
    else
      answer := answer || '[null]';
    end if;
  end loop;
  perform set_config('role', 'none', true);
  return answer;
end $$;`;

// A statement of its own is a function of its own, so that it is planned once and not for every row.
const trial = (name: string, statement: string) => `create function proof.${name}(rows jsonb) returns jsonb language plpgsql as $$
declare one jsonb; done integer; answer jsonb := '[]';
begin
  for one in select * from jsonb_array_elements(rows) loop
    begin
      ${statement.replaceAll('$1', 'one').replace(/^select/, 'perform')};
      get diagnostics done = row_count;
      raise exception using errcode = 'UNDON', message = done::text;
    exception
      when sqlstate 'UNDON' then answer := answer || to_jsonb(sqlerrm::integer);
      when insufficient_privilege then answer := answer || to_jsonb(-1);
      -- A constraint is asked after the policy: the policy permitted it.
      when integrity_constraint_violation then answer := answer || to_jsonb(1);
    end;
  end loop;
  return answer;
end $$`;
/** All rows in one statement: how many it touches, or nothing where any of them is refused. */
const trialTogether = (name: string, statement: string) => `create function proof.${name}_together(rows jsonb) returns integer language plpgsql as $$
declare done integer;
begin
  ${statement.replaceAll('$1', 'rows')};
  get diagnostics done = row_count;
  raise exception using errcode = 'UNDON', message = done::text;
exception
  when sqlstate 'UNDON' then return sqlerrm::integer;
  when others then return null;
end $$`;
const trialsIn = new WeakMap<TestDatabase, Map<string, string>>();
async function trialOf(database: TestDatabase, { statement, together }: Asked): Promise<string> {
  const { admin } = database;
  const trials = trialsIn.get(database) ?? new Map<string, string>();
  trialsIn.set(database, trials);
  const known = trials.get(statement);
  if (known) return known;
  const name = `trial_${trials.size}`;
  await admin.unsafe(trial(name, statement));
  if (together) await admin.unsafe(trialTogether(name, together));
  trials.set(statement, name);
  return name;
}

export async function prepareProof(database: TestDatabase): Promise<void> {
  await database.admin.unsafe(setup);
}

/** Puts rows into a table as the superuser, past triggers and foreign keys: the world is what it is said to be. */
export async function putRows({ admin }: TestDatabase, table: string, rows: readonly Row[]): Promise<void> {
  const first = rows[0];
  if (!first) return;
  const columns = Object.keys(first).join(', ');
  await admin.begin(async (sql) => {
    await sql`set local session_replication_role = replica`;
    await sql.unsafe(`insert into access.${table} (${columns}) select ${columns} from jsonb_populate_recordset(null::access.${table}, $1::text::jsonb)`, [JSON.stringify(rows)]);
  });
}

/** Rows that are tried with one statement; `together` is the same for all of them at once. */
type Asked = { readonly statement: string; readonly together?: string | undefined; readonly rows: readonly Row[]; readonly what: string; readonly places: readonly number[]; readonly should: readonly number[]; /** What all rows at once do where each does what it should. */ readonly all?: number | undefined };
type Sql = Pick<TestDatabase['admin'], 'unsafe'>;
/** What of a table is looked at: everything, or for a mutant the verb that its policy is about. */
export type Verb = 'read' | 'change' | 'remove' | 'add';
type Look = { readonly cells: number; readonly wrong: readonly string[] };
type Plan = { readonly reading: string; readonly keys: readonly string[]; readonly reads: readonly number[]; readonly attempts: readonly Asked[] };

const count = (values: readonly boolean[]) => values.filter(Boolean).length;
const keyIn = "in (select one ->> 'key' from jsonb_array_elements($1) one)";

// What the oracle says of a table and an account is the same for each mutant.
const plans = new WeakMap<Case, Map<string, Plan>>();
function planOf(item: Case, who: Who, verbs: readonly Verb[]): Plan {
  const known = plans.get(item) ?? new Map<string, Plan>();
  plans.set(item, known);
  const name = `${who.name} ${verbs.join()}`;
  const plan = known.get(name) ?? makePlan(item, who, verbs);
  known.set(name, plan);
  return plan;
}

function makePlan(item: Case, who: Who, verbs: readonly Verb[]): Plan {
  const { rows, keyOf, changes = [] } = item;
  const keys = rows.map(keyOf);
  const keyed = keys.map((key) => ({ key }));
  const read = rows.map((row) => item.read(who, row));
  const shown = (place: number) => item.door === undefined && read[place] === true;
  const attempts: Asked[] = [];
  const ask = (what: string, statement: string, given: readonly Row[], should: readonly number[], together?: string) => {
    // Of changes row by row those that must be possible, and a few others: that there are no more says the blind change.
    const tried = given.map((_row, place) => place).filter((place) => (who.deep && (!what.startsWith('change') || should[place] !== 0)) || place % 5 === 0 || given.length - place < 4);
    // A row that adds nothing is refused, and one refusal hides the others: of additions only those that succeed are tried together.
    const alike = together === undefined ? [] : (statement.startsWith('insert') ? [1] : [0, 1]).filter((each) => tried.filter((place) => should[place] === each).length > 1);
    const groups = [...alike.map((each) => ({ each, places: tried.filter((place) => should[place] === each) })), { each: undefined, places: tried.filter((place) => !alike.includes(should[place] ?? 0)) }];
    for (const { each, places } of groups) if (places.length > 0) {
      attempts.push({ what, statement, together, places, rows: places.map((place) => given[place] ?? {}), should: places.map((place) => should[place] ?? 0), all: each === undefined ? undefined : each * places.length });
    }
  };
  if (verbs.includes('change')) for (const { what, set, may, stays } of changes) {
    const [values, changed] = [set(who), rows.map((row) => may(who, row))];
    const refused = rows.map((row, place) => changed[place] === true && stays?.(who, row) === false);
    const change = `update access.${item.table} set ${values}`;
    ask(`change ${what}`, `${change} where ${item.key} = $1 ->> 'key'`, keyed, rows.map((_row, place) => (!changed[place] || !shown(place) ? 0 : refused[place] ? -1 : 1)), `${change} where ${item.key} ${keyIn}`);
    ask(`blind change ${what}`, change, [{}], [refused.includes(true) ? -1 : count(changed)]);
  }
  if (verbs.includes('change') && changes.length === 0) ask('any change', unchanged(item.table), [{}], [0]);
  if (verbs.includes('change')) for (const { what, statement, may } of item.acts ?? []) ask(`act ${what}`, statement, keyed, rows.map((row) => (may(who, row) ? 1 : 0)));
  if (verbs.includes('remove')) {
    const removed = rows.map((row) => item.remove?.(who, row) ?? false);
    ask('blind remove', `delete from access.${item.table}`, [{}], [count(removed)]);
    if (item.remove) ask('remove', `delete from access.${item.table} where ${item.key} = $1 ->> 'key'`, keyed, removed.map((may, place) => (may && shown(place) ? 1 : 0)), `delete from access.${item.table} where ${item.key} ${keyIn}`);
  }
  if (verbs.includes('add')) {
    const { add, table } = item;
    const given = item.added?.(who) ?? [];
    const columns = Object.keys(given[0] ?? {}).join(', ');
    const insert = `insert into access.${table} (${columns}) select ${columns} from`;
    if (add && given.length > 0) ask('add', `${insert} jsonb_populate_record(null::access.${table}, $1)`, given, given.map((row) => (add(who, row) ? 1 : 0)), `${insert} jsonb_populate_recordset(null::access.${table}, $1)`);
    else ask('any addition', `select 1 where has_any_column_privilege('access.${table}', 'insert')`, [{}], [0]);
  }
  return { reading: item.door ?? `select ${item.key} from access.${item.table}`, keys, reads: verbs.includes('read') ? read.map(Number) : [], attempts };
}

/** Every cell of one account and one table: what the oracle says and what the database does. */
export async function lookAt(sql: Sql, database: TestDatabase, item: Case, who: Who, verbs: readonly Verb[] = ['read', 'change', 'remove', 'add']): Promise<Look> {
  const { reading, keys, reads, attempts } = planOf(item, who, verbs);
  const role = who.kind === 'bare' ? who.name.replace('bare ', '') : '';
  const named: { name: string; rows: readonly Row[]; all?: number | undefined }[] = [];
  for (const asked of attempts) named.push({ name: await trialOf(database, asked), rows: asked.rows, all: asked.all });
  const [answer] = await sql.unsafe<{ seen: [string[], ...(number[] | null)[]] }[]>('select proof.look($1, $2, $3, $4, $5, $6, $7, $8::text::jsonb) as seen', [who.demonstration, who.kind, who.token ? hashToken(who.token) : Buffer.alloc(1), role, database.clock.now(),
    reading, [...keys], JSON.stringify(named)]);
  if (!answer) throw new Error('no answer');
  const [seen, ...done] = answer.seen;
  const set = new Set(seen);
  const wrong: string[] = [];
  let cells = 0;
  const cell = (is: number, should: number, what: () => string) => {
    cells += 1;
    if (is !== should) wrong.push(`${what()}: ${is} instead of ${should}`);
  };
  for (const [place, should] of reads.entries()) cell(set.has(keys[place] ?? '') ? 1 : 0, should, () => `read ${keys[place]}`);
  // More than one row under a key, or a row that the world does not know, is a mistake of the world.
  if (reads.length > 0 && seen.length > set.size) cell(seen.length, set.size, () => 'read twice');
  for (const [index, { what, places, should: wanted }] of attempts.entries()) for (const [at, should] of wanted.entries()) {
    const answered = done[index];
    const is = answered === null ? should : (answered?.[at] ?? -9);
    // Whether a right is missing or no row fits is one answer.
    cell(should === 0 && is === -1 ? 0 : is, should, () => `${what} ${places[at]}`);
  }
  return { cells, wrong };
}

/** Tries to set any column that may be set: a right to change that no rule of the proof knows of shows. */
function unchanged(table: string): string {
  return `select 1 where has_any_column_privilege('access.${table}', 'update')`;
}
