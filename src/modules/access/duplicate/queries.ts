import type { Scope } from '#app/platform/db/scope.ts';
import type { Likeness, Compared, WeighedPair } from './compare.ts';

const compared = (sql: Scope['sql']) => sql`i.person_id as id, i.given_name as "givenName", i.family_name as "familyName", i.birth_date as "birthDate", i.municipality, c.postcode, c.phone, c.email`;
export type Alike = Compared & { readonly near: boolean };
/** Whom a new name could be, among those the asker may see, by shared blocks; and some more of her people, from whom is learned how common a name is. */
export async function listNear(scope: Scope, key: string, birth: string | null): Promise<Alike[]> {
  const { sql } = scope;
  return await sql<Alike[]>`with f as materialized (select array(select access.near_persons(${key}, ${birth})) as near, array(select access.own_persons() limit 200) as own)
    select ${compared(sql)}, i.person_id = any ((select near from f)::uuid[]) as near from access.person_identity i left join access.person_contact c on c.person_id = i.person_id
    where i.person_id = any ((select near || own from f)::uuid[])`;
}

export type Side = Compared & { readonly enteredAt: Date; readonly state: string; readonly mergedInto: string | null; readonly demonstration: boolean };
export type Pair = { readonly id: string; readonly left: string; readonly right: string; readonly band: Likeness['band'] | null; readonly fields: Likeness['fields']; readonly state: 'suggested' | 'same' | 'not-same'; readonly main: string | null; readonly stateBefore: 'active' | 'inactive' | null; readonly decidedAt: Date | null };
const pairColumns = (sql: Scope['sql']) => sql`id, left_id as left, right_id as right, band, case when jsonb_typeof(fields) = 'array' then fields else '[]' end as fields, state, main_id as main, state_before as "stateBefore", decided_at as "decidedAt"`;
/** What is to be judged, most alike first; `judged` gives the last decisions. Only pairs of which the asker may read both records. */
export async function listPairs(scope: Scope, which: 'suggested' | 'judged', limit: number): Promise<Pair[]> {
  const { sql } = scope;
  return await sql<Pair[]>`select ${pairColumns(sql)} from access.person_pair where ${which === 'suggested' ? sql`state = 'suggested' order by score desc nulls last, id` : sql`state <> 'suggested' order by decided_at desc, id`} limit ${limit}`;
}
export async function findPair(scope: Scope, id: string): Promise<Pair | undefined> {
  return (await scope.sql<Pair[]>`select ${pairColumns(scope.sql)} from access.person_pair where id = ${id}`)[0];
}
export async function listSides(scope: Scope, ids: readonly string[]): Promise<Map<string, Side>> {
  const { sql } = scope;
  const rows = await sql<Side[]>`select ${compared(sql)}, p.entered_at as "enteredAt", p.state, p.merged_into as "mergedInto", p.demonstration from access.person p
    join access.person_identity i on i.person_id = p.id left join access.person_contact c on c.person_id = p.id where p.id = any (${[...ids]}::uuid[])`;
  return new Map(rows.map((row) => [row.id, row]));
}
/** Records that lead to this one as their main record, and that the asker may see. */
export async function listJoined(scope: Scope, person: string): Promise<string[]> {
  return (await scope.sql<{ id: string }[]>`select id from access.person where merged_into = ${person} order by id`).map(({ id }) => id);
}

/** False where the pair is hidden or stands otherwise by now. */
export async function updateJudged(scope: Scope, pair: Pick<Pair, 'id' | 'state'>, to: { state: Pair['state']; main: string | null; stateBefore: string | null; account: string }): Promise<boolean> {
  const decided = to.state !== 'suggested';
  return (await scope.sql`update access.person_pair set state = ${to.state}, main_id = ${to.main}, state_before = ${to.stateBefore}, decided_by = ${decided ? to.account : null}, decided_at = ${decided ? scope.now : null}
    where id = ${pair.id} and state = ${pair.state}`).count > 0;
}
/** Makes one record lead to another, or stand for itself again; false where it does not stand as it should. */
export async function updateMerged(scope: Scope, person: string, main: string | null, state: string): Promise<boolean> {
  return (await scope.sql`update access.person set state = ${state}, merged_into = ${main}, changed_at = ${scope.now} where id = ${person} and (merged_into is null) = ${main !== null}`).count > 0;
}

export async function listAgenciesToCompare(scope: Scope): Promise<string[]> {
  return (await scope.sql<{ id: string }[]>`select id from access.agencies_to_compare() id`).map(({ id }) => id);
}
export async function listCandidates(scope: Scope, agency: string): Promise<{ left: string; right: string }[]> {
  return await scope.sql<{ left: string; right: string }[]>`select left_id as left, right_id as right from access.candidate_pairs(${agency})`;
}
export async function readCompared(scope: Scope, agency: string, ids: readonly string[]): Promise<Compared[]> {
  return await scope.sql<Compared[]>`select id, given_name as "givenName", family_name as "familyName", birth_date as "birthDate", municipality, postcode, phone, email from access.read_compared(${agency}, ${[...ids]}::uuid[])`;
}
/** Takes back what was suggested about changed records and no longer holds, keeps or adds what does, and notes the moment. */
export async function keepSuggested(scope: Scope, agency: string, pairs: readonly (WeighedPair & { readonly id: string })[]): Promise<void> {
  const { sql, now } = scope;
  const keys = pairs.map(({ left, right }) => `${left} ${right}`);
  await sql`delete from access.person_pair where entered_by is null and (left_id in (select access.changed_persons(${agency})) or right_id in (select access.changed_persons(${agency})))
    and left_id::text || ' ' || right_id::text <> all (${keys})`;
  for (const { id, left, right, score, band, fields } of pairs)
    await sql`insert into access.person_pair (id, left_id, right_id, score, band, fields, entered_at) values (${id}, ${left}, ${right}, ${score}, ${band}, ${sql.json(fields.map((one) => ({ ...one })))}, ${now})
      on conflict (left_id, right_id) do update set score = excluded.score, band = excluded.band, fields = excluded.fields`;
  await sql`insert into access.pair_search (agency_id, searched_until) values (${agency}, ${now}) on conflict (agency_id) do update set searched_until = excluded.searched_until`;
}
