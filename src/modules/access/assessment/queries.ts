import type { Json } from '#app/methods/questionnaire/fhir.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Section } from '../sections.ts';
import type { Score, State, StrikeReason } from './rules.ts';

/** An assessment as the list shows it. Days are YYYY-MM-DD; `expiresOn` is the last day of its score. */
export type AssessmentLine = {
  readonly id: string; readonly agency: string; readonly instrument: string; readonly hash: string; readonly section: Section; readonly state: State; readonly filledBy: 'staff' | 'person';
  readonly score: Score | null; readonly savedBy: string | null; readonly savedAt: Date; readonly administeredOn: string | null; readonly expiresOn: string | null;
  /** The alert that still has to be answered. */
  readonly alert: string | null;
};
/** What the reader may see of a person's assessments, newest first; the function writes the audit line. */
export async function listAssessments(scope: Scope, person: string): Promise<AssessmentLine[]> {
  return await scope.sql<AssessmentLine[]>`select id, agency_id as agency, instrument, hash, section, state, filled_by as "filledBy", score, saved_by as "savedBy", saved_at as "savedAt", administered_on as "administeredOn",
    expires_on as "expiresOn", alert from access.list_assessments(${person}) order by coalesce(administered_on, saved_at::date) desc, saved_at desc, id desc`;
}

export type Assessment = AssessmentLine & { readonly person: string; readonly revision: number; readonly language: Language; readonly response: Json; readonly finishedAt: Date | null; /** The reader may go on with it while it is unfinished. */ readonly writes: boolean; /** The reader may strike it out. */ readonly strikes: boolean; readonly struckAt: Date | null; readonly struckBy: string | null; readonly struckReason: StrikeReason | null; readonly struckWords: string | null };
/** One with its answers, behind a function that writes the audit line first; undefined where it is hidden. */
export async function readAssessment(scope: Scope, id: string): Promise<Assessment | undefined> {
  return (await scope.sql<Assessment[]>`select id, person_id as person, agency_id as agency, instrument, hash, section, state, revision, filled_by as "filledBy", language, response, score, saved_by as "savedBy",
    saved_at as "savedAt", finished_at as "finishedAt", administered_on as "administeredOn", expires_on as "expiresOn", writes, alert, strikes, struck_at as "struckAt", struck_by as "struckBy", struck_reason as "struckReason",
    struck_words as "struckWords" from access.read_assessment(${id})`)[0];
}

/** Begins one; doing it again with the same id changes nothing. False where the actor may not. */
export async function beginAssessment(scope: Scope, row: { id: string; person: string; instrument: string; hash: string; byPerson: boolean; language: Language }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.begin_assessment(${row.id}, ${row.person}, ${row.instrument}, ${row.hash}, ${row.byPerson}, ${row.language}) as done`)[0]?.done ?? false;
}

export type Finish = { readonly score: Score | undefined; readonly doneOn: string; readonly expiresOn: string };
export type Saved = 'saved' | 'conflict' | 'refused';
/** Keeps the answers, where nobody has saved since `revision`. */
export async function saveAssessment(scope: Scope, row: { id: string; revision: number; response: Json; language: Language; finish: Finish | undefined }): Promise<Saved> {
  const { sql } = scope;
  const { finish } = row;
  const [done] = await sql<{ outcome: Saved }[]>`select access.save_assessment(${row.id}, ${row.revision}, ${sql.json({ ...row.response } as never)}, ${finish?.score ? sql.json(finish.score) : null}, ${finish !== undefined},
    ${finish?.doneOn ?? null}, ${finish?.expiresOn ?? null}, ${row.language}) as outcome`;
  return done?.outcome ?? 'refused';
}

export type Struck = 'done' | 'conflict' | 'refused';
/** Strikes a finished one out; it stays to be read and counts nowhere. */
export async function strikeAssessment(scope: Scope, id: string, reason: StrikeReason, words: string): Promise<Struck> {
  return (await scope.sql<{ outcome: Struck }[]>`select access.strike_assessment(${id}, ${reason}, ${words}) as outcome`)[0]?.outcome ?? 'refused';
}

/** Gives the person a link to her form; false where the actor may not. */
export async function giveLink(scope: Scope, row: { id: string; assessment: string; key: Uint8Array; until: Date }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select access.give_link(${row.id}, ${row.assessment}, ${row.key}, ${row.until}) as done`)[0]?.done ?? false;
}
export type Linked = { readonly id: string; readonly person: string; readonly agency: string; readonly hash: string; readonly definition: string; readonly revision: number; readonly response: Json; readonly months: number | null };
/** The form whose link or code was shown; undefined where it holds no more. */
export async function readLinked(scope: Scope): Promise<Linked | undefined> {
  return (await scope.sql<Linked[]>`select id, person_id as person, agency_id as agency, hash, definition, revision, response, months from access.read_linked()`)[0];
}
