import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Statement } from './statement.ts';

/** The statements of a report that are known today, in their order within each section. */
export async function listStatements({ sql, today }: Scope, report: string): Promise<Statement[]> {
  return await sql<Statement[]>`
    select s.slug, s.report, s.section, s.text, s.source_text as "sourceText", s.source_url as "sourceUrl", s.strength, s.guidance, s.demonstration, s.origin,
      coalesce((select jsonb_agg(jsonb_build_object('slug', p.slug, 'title', p.title, 'publisher', p.publisher) order by array_position(s.sources, p.slug)) from plan.published_source p where p.slug = any (s.sources)), '[]') as sources
    from insight.statement s where s.report = ${report} and s.removed_at is null and s.known_from <= ${today} order by s.section, s.position, s.slug`;
}

export type NewStatement = Pick<Statement, 'slug' | 'report' | 'section' | 'text' | 'sourceText' | 'sourceUrl' | 'strength' | 'guidance' | 'demonstration'>;
/** Adds what somebody of the staff wrote, after the others of its section. */
export async function insertStatement(scope: Scope, one: NewStatement): Promise<void> {
  const { sql } = scope;
  await sql`insert into insight.statement (slug, report, section, position, text, source_text, source_url, strength, guidance, demonstration, known_from, written_by, origin)
    values (${one.slug}, ${one.report}, ${one.section}, (select coalesce(max(position), 0) + 1 from insight.statement where report = ${one.report} and section = ${one.section}), ${sql.json(one.text)},
      ${one.sourceText ? sql.json(one.sourceText) : null}, ${one.sourceUrl}, ${one.strength}, ${one.guidance}, ${one.demonstration}, ${scope.today}, ${accountOf(scope)}, 'staff')`;
}

/** Takes a statement of staff away; false where there is none. Reports that were published keep it. */
export async function withdrawStatement({ sql, now }: Scope, slug: string): Promise<boolean> {
  return (await sql`update insight.statement set removed_at = ${now} where slug = ${slug} and origin = 'staff' and removed_at is null`).count > 0;
}

/** Loads the statements of a content pack. */
export async function loadStatements(scope: Scope, { statements: { statements } }: Pick<Pack, 'statements'>): Promise<Kept> {
  return await keepRows(scope, 'insight.statement', statements.map(({ id, report, section, text, sources, strength, guidance, demonstration, knownFrom }, position) => ({
    slug: id, report, section, position, text, sources, strength, guidance: guidance ?? null, demonstration, known_from: knownFrom,
  })));
}
