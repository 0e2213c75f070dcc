import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type ConsultationFact = { readonly label: Bilingual; readonly value: Bilingual; readonly sources: readonly string[] };

/** The frame that joins everything said in it: what was asked, from when until when. */
export type Consultation = {
  readonly slug: string; readonly name: Bilingual; readonly question: Bilingual; readonly from: string; readonly until: string; readonly approximate: boolean;
  readonly facts: readonly ConsultationFact[]; readonly demonstration: boolean; readonly sources: readonly string[];
  /** The day of the published report; undefined where none stands. */
  readonly publishedOn: string | undefined;
};

const columns = (sql: Scope['sql']) => sql`k.slug, k.name, k.question, k.from_date as from, k.until_date as until, k.approximate, k.facts, k.demonstration, k.sources,
  (select r.published_on from engagement.voice_report r where r.consultation_slug = k.slug and r.withdrawn_at is null) as "publishedOn"`;
type Row = Omit<Consultation, 'publishedOn'> & { publishedOn: string | null };
const complete = (row: Row): Consultation => ({ ...row, publishedOn: row.publishedOn ?? undefined });

/** Consultations known today, newest first. */
export async function listConsultations(scope: Scope): Promise<Consultation[]> {
  const { sql, today } = scope;
  return (await sql<Row[]>`select ${columns(sql)} from engagement.consultation k where k.removed_at is null and k.known_from <= ${today} order by k.from_date desc, k.slug`).map(complete);
}

export async function findConsultation(scope: Scope, slug: string): Promise<Consultation | undefined> {
  const { sql, today } = scope;
  const [row] = await sql<Row[]>`select ${columns(sql)} from engagement.consultation k where k.slug = ${slug} and k.removed_at is null and k.known_from <= ${today}`;
  return row ? complete(row) : undefined;
}

/** A way to take part today: a survey that is open, or a public meeting to come (with its day). */
export type TakingPart = { readonly kind: 'survey' | 'event'; readonly slug: string; readonly title: Bilingual; readonly date: string | null };

export async function listTakingPart(scope: Scope, consultation: string): Promise<TakingPart[]> {
  const { sql, today } = scope;
  return await sql<TakingPart[]>`select 'survey' as kind, slug, title, null::date as date from engagement.survey where consultation_slug = ${consultation} and withdrawn_at is null and opens_on <= ${today}
      and (closes_on is null or closes_on >= ${today})
    union all select 'event', slug, title, on_date from engagement.event where consultation_slug = ${consultation} and state = 'planned' and removed_at is null and on_date >= ${today} order by date nulls first, slug`;
}
