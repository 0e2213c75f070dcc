import type { Scope } from '#app/platform/db/scope.ts';

/** What one coder gave a piece. */
export type Coded = { readonly account: string; readonly at: Date; readonly themes: readonly string[] };

/** Codes of a piece that the asker may see: her own always, others' only after her own. */
export async function listCoded(scope: Scope, piece: string): Promise<Coded[]> {
  return await scope.sql<Coded[]>`select d.account_id as account, d.at, array(select g.theme_id from engagement.coding g where g.contribution_id = d.contribution_id and g.account_id = d.account_id order by 1) as themes
    from engagement.coded d where d.contribution_id = ${piece} and (d.account_id = platform.ctx_account() or d.contribution_id in (select engagement.coded_by_me())) order by d.at, d.account_id`;
}

/** How many people have coded a piece; no coder is blind to that. */
export async function countCoders(scope: Scope, piece: string): Promise<number> {
  return (await scope.sql<{ coders: number }[]>`select count(*)::integer as coders from engagement.coded where contribution_id = ${piece}`)[0]?.coders ?? 0;
}

/** Writes the codes of one coder; false where she has coded the piece already. `account` is her own, or for the pack's demonstration that of an invented one. */
export async function insertCodes(scope: Scope, piece: string, account: string, themes: readonly string[]): Promise<boolean> {
  const { sql, now } = scope;
  const done = await sql`insert into engagement.coded (contribution_id, account_id, at) values (${piece}, ${account}, ${now}) on conflict do nothing`;
  if (done.count === 0) return false;
  if (themes.length > 0) await sql`insert into engagement.coding (contribution_id, theme_id, account_id, at) select ${piece}, t, ${account}, ${now} from unnest(${[...themes]}::uuid[]) t`;
  return true;
}

/** Takes the asker's own codes back; false once somebody else has coded the piece. */
export async function deleteOwnCodes(scope: Scope, piece: string): Promise<boolean> {
  return (await scope.sql`delete from engagement.coded where contribution_id = ${piece} and account_id = platform.ctx_account()`).count > 0;
}

export async function findSettlement(scope: Scope, piece: string): Promise<readonly string[] | undefined> {
  return (await scope.sql<{ themes: string[] }[]>`select theme_ids as themes from engagement.settlement where contribution_id = ${piece}`)[0]?.themes;
}

export async function upsertSettlement(scope: Scope, piece: string, account: string, themes: readonly string[]): Promise<void> {
  await scope.sql`insert into engagement.settlement as s (contribution_id, theme_ids, account_id, at) values (${piece}, ${[...themes]}::uuid[], ${account}, ${scope.now})
    on conflict (contribution_id) do update set theme_ids = excluded.theme_ids, account_id = excluded.account_id, at = excluded.at`;
}

export type CodePair = { readonly first: string; readonly second: string; readonly firstThemes: readonly string[]; readonly secondThemes: readonly string[] };

/** What each two coders gave the pieces that both have coded; no row says which piece. */
export async function listCodePairs(scope: Scope, consultation: string): Promise<CodePair[]> {
  return await scope.sql<CodePair[]>`select first_coder as first, second_coder as second, first_themes as "firstThemes", second_themes as "secondThemes" from engagement.code_pairs(${consultation})`;
}

/** A voice that was coded: what it told of itself, and its themes. */
export type Voice = { readonly municipality: string | null; readonly age: string | null; readonly language: string | null; readonly themes: readonly string[] };

export async function listVoices(scope: Scope, consultation: string): Promise<Voice[]> {
  return await scope.sql<Voice[]>`select municipality, age_band as age, home_language as language, themes from engagement.coded_voices(${consultation})`;
}
