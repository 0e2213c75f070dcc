import { accountOf, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

/** A survey with the version that answers are given to now. Dates are YYYY-MM-DD, both ends included. */
export type Survey = {
  readonly slug: string;
  readonly title: Bilingual;
  readonly lead: Bilingual;
  readonly opensOn: string | null;
  readonly closesOn: string | null;
  /** Asks about distress: crisis lines stand before the first question. */
  readonly distress: boolean;
  readonly resultsPublic: boolean;
  readonly demonstration: boolean;
  /** The consultation that it is part of. */
  readonly consultation: string | null;
  readonly version: string;
  readonly number: number;
  readonly questionnaire: unknown;
};

const columns = (sql: Scope['sql']) => sql`s.slug, s.title, s.lead, s.opens_on as "opensOn", s.closes_on as "closesOn", s.distress, s.results_public as "resultsPublic", s.demonstration, s.consultation_slug as consultation, v.id as version, v.number, v.questionnaire`;

/** The surveys that the reader may see, each with its newest version; newest first. */
export async function listSurveys(scope: Scope): Promise<Survey[]> {
  const { sql } = scope;
  return await sql<Survey[]>`select ${columns(sql)} from engagement.survey s join lateral (select * from engagement.survey_version x where x.survey_slug = s.slug order by x.number desc limit 1) v on true
    where s.withdrawn_at is null order by s.opens_on desc nulls first, s.slug`;
}

/** A survey with one of its versions; with the newest where no number is given. */
export async function findSurvey(scope: Scope, slug: string, number?: number): Promise<Survey | undefined> {
  const { sql } = scope;
  return (await sql<Survey[]>`select ${columns(sql)} from engagement.survey s join engagement.survey_version v on v.survey_slug = s.slug
    where s.slug = ${slug} and s.withdrawn_at is null ${number === undefined ? sql`` : sql`and v.number = ${number}`} order by v.number desc limit 1`)[0];
}
/** The numbers of a survey's versions, oldest first. */
export async function listVersions(scope: Scope, slug: string): Promise<number[]> {
  return (await scope.sql<{ number: number }[]>`select number from engagement.survey_version where survey_slug = ${slug} order by number`).map((row) => row.number);
}

/** A survey with the version that somebody began to answer, while it takes answers. */
export async function findBegun(scope: Scope, version: string): Promise<Survey | undefined> {
  const { sql } = scope;
  return (await sql<Survey[]>`select ${columns(sql)} from engagement.survey s join engagement.survey_version v on v.survey_slug = s.slug where v.id = ${version} and s.withdrawn_at is null`)[0];
}

export type NewSurvey = { readonly slug: string; readonly title: Bilingual; readonly lead: Bilingual; readonly distress: boolean; readonly demonstration: boolean; readonly opensOn: string | null; readonly consultation?: string | null | undefined };
export async function insertSurvey(scope: Scope, row: NewSurvey): Promise<void> {
  const { sql } = scope;
  await sql`insert into engagement.survey (slug, title, lead, distress, demonstration, opens_on, consultation_slug, made_by, made_at)
    values (${row.slug}, ${sql.json(row.title)}, ${sql.json(row.lead)}, ${row.distress}, ${row.demonstration}, ${row.opensOn}, ${row.consultation ?? null}, ${accountOf(scope)}, ${scope.now})`;
}

export async function insertVersion(scope: Scope, row: { id: string; survey: string; questionnaire: unknown }): Promise<void> {
  const { sql } = scope;
  await sql`insert into engagement.survey_version (id, survey_slug, number, questionnaire, made_at)
    select ${row.id}, ${row.survey}, coalesce(max(number), 0) + 1, ${sql.json(row.questionnaire as never)}, ${scope.now} from engagement.survey_version where survey_slug = ${row.survey}`;
}

/** Changes a version that nobody has answered yet; 0 when somebody has. */
export async function updateQuestionnaire(scope: Scope, version: string, questionnaire: unknown): Promise<number> {
  return (await scope.sql`update engagement.survey_version set questionnaire = ${scope.sql.json(questionnaire as never)} where id = ${version}`).count;
}

export type Dates = { readonly opensOn: string | null; readonly closesOn: string | null; readonly resultsPublic: boolean; readonly consultation: string | null };
/** Changes when a survey is open and what it is part of; 0 once what was written in it stands in another consultation. */
export async function updateDates(scope: Scope, slug: string, { opensOn, closesOn, resultsPublic, consultation }: Dates): Promise<number> {
  return (await scope.sql`update engagement.survey s set opens_on = ${opensOn}, closes_on = ${closesOn}, results_public = ${resultsPublic}, consultation_slug = ${consultation} where slug = ${slug}
    and not exists (select from engagement.contribution c join engagement.response r on r.id = c.source_id join engagement.survey_version v on v.id = r.version_id
      where c.source_kind = 'survey-answer' and v.survey_slug = s.slug and c.consultation_slug is distinct from ${consultation})`).count;
}
