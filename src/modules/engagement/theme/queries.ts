import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { Theme } from './rules.ts';

/** Themes of a consultation, also merged ones, with their present and earlier names. */
export async function listThemes(scope: Scope, consultation: string): Promise<Theme[]> {
  const rows = await scope.sql<(Omit<Theme, 'name' | 'earlier'> & { names: Bilingual[] })[]>`select t.id, t.consultation_slug as consultation, t.parent_id as parent, t.position, t.merged_into as "mergedInto",
      (select jsonb_agg(n.name order by n.version desc) from engagement.theme_name n where n.theme_id = t.id) as names
    from engagement.theme t where t.consultation_slug = ${consultation} order by t.position, t.id`;
  return rows.flatMap(({ names: [name, ...earlier], ...row }) => (name ? [{ ...row, name, earlier }] : []));
}

/** The consultation that a theme belongs to. */
export async function findThemeHome(scope: Scope, id: string): Promise<string | undefined> {
  return (await scope.sql<{ consultation: string }[]>`select consultation_slug as consultation from engagement.theme where id = ${id}`)[0]?.consultation;
}

export async function insertTheme(scope: Scope, row: { id: string; consultation: string; parent: string | null; name: Bilingual }): Promise<void> {
  await scope.sql`insert into engagement.theme (id, consultation_slug, parent_id, position)
    select ${row.id}, ${row.consultation}, ${row.parent}, coalesce(max(position), 0) + 1 from engagement.theme where consultation_slug = ${row.consultation}`;
  await insertThemeName(scope, row.id, row.name);
}

export async function insertThemeName(scope: Scope, theme: string, name: Bilingual): Promise<void> {
  const { sql } = scope;
  const account = accountOf(scope);
  await sql`insert into engagement.theme_name (theme_id, version, name, account_id, at)
    select ${theme}, coalesce(max(version), 0) + 1, ${sql.json(name)}, ${account}, ${scope.now} from engagement.theme_name where theme_id = ${theme}`;
}

/** Merges a theme, or with null lets it stand again; false when somebody was faster. */
export async function updateMerged(scope: Scope, theme: string, into: string | null): Promise<boolean> {
  const { sql } = scope;
  const done = await sql`update engagement.theme set merged_into = ${into} where id = ${theme} and merged_into is ${into === null ? sql`not null` : sql`null`}`;
  return done.count > 0;
}

export type AnswerKind = 'issue' | 'priority' | 'milestone' | 'no';
/** What was done about a theme, or why nothing is done. */
export type ThemeAnswer = { readonly id: string; readonly theme: string; readonly kind: AnswerKind; readonly target: string | null; readonly words: Bilingual | null; readonly at: Date };

/** Answers to themes that the asker may read, oldest first. */
export async function listAnswers(scope: Scope, themes: readonly string[]): Promise<ThemeAnswer[]> {
  return await scope.sql<ThemeAnswer[]>`select id, theme_id as theme, kind, target, words, at from engagement.theme_answer where removed_at is null and theme_id = any (${[...themes]}::uuid[]) order by at, id`;
}

export async function insertAnswer(scope: Scope, row: Omit<ThemeAnswer, 'at'>): Promise<void> {
  const { sql } = scope;
  const account = accountOf(scope);
  await sql`insert into engagement.theme_answer (id, theme_id, kind, target, words, account_id, at)
    values (${row.id}, ${row.theme}, ${row.kind}, ${row.target}, ${row.words ? sql.json(row.words) : null}, ${account}, ${scope.now})`;
}

export async function removeAnswer(scope: Scope, theme: string, answer: string): Promise<boolean> {
  return (await scope.sql`update engagement.theme_answer set removed_at = ${scope.now} where id = ${answer} and theme_id = ${theme} and removed_at is null`).count > 0;
}
