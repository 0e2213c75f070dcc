import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { type Channel, insertContributions, insertIssuesOf, type SourceKind } from './queries.ts';

export type NewContribution = {
  readonly consultation: string;
  readonly kind: SourceKind;
  /** The response, note or issue that it comes from; pieces with the same one are one voice. A voice of its own where nothing is given. */
  readonly sourceId?: string | undefined;
  /** How it came; where nothing is given, what the kind says (a survey's answer came by the web). */
  readonly channel?: Channel | undefined;
  readonly language: Language;
  readonly body: string;
  /** A day (YYYY-MM-DD), never a moment. */
  readonly receivedOn: string;
  readonly question?: Bilingual | undefined;
  readonly municipality?: string | undefined;
  /** A category of the census margin of ages, and of languages. */
  readonly ageBand?: string | undefined;
  readonly homeLanguage?: string | undefined;
  /** True only where whoever said it agreed to be quoted. */
  readonly mayQuote: boolean;
  readonly demonstration?: boolean | undefined;
};

const usualChannel: Readonly<Record<SourceKind, Channel>> = { 'survey-answer': 'web', 'meeting-note': 'meeting', issue: 'web', telephone: 'telephone', letter: 'letter' };

/**
 * Adds one piece of text that can be coded: by staff who code, or by the worker's jobs. The same text of the same source and question twice is one
 * piece. Gives its id, or undefined where it was there already.
 */
export async function addContribution(scope: Scope, given: NewContribution): Promise<string | undefined> {
  const id = newId();
  const added = await insertContributions(scope, [{
    id, consultation: given.consultation, kind: given.kind, sourceId: given.sourceId ?? id, channel: given.channel ?? usualChannel[given.kind], language: given.language, body: given.body,
    receivedOn: given.receivedOn, question: given.question ?? null, municipality: given.municipality ?? null, ageBand: given.ageBand ?? null, homeLanguage: given.homeLanguage ?? null,
    mayQuote: given.mayQuote, demonstration: given.demonstration ?? false,
  }]);
  return added > 0 ? id : undefined;
}

/** Takes the issues raised in the days of a consultation in as pieces, except those about a person; gives how many are new. */
export async function takeInIssues(scope: Scope, consultation: { slug: string; from: string; until: string }): Promise<number> {
  const taken = await insertIssuesOf(scope, consultation);
  await writeAudit(scope, { action: 'contribution.take-in-issues', subject: { kind: 'consultation', id: consultation.slug } });
  return taken;
}
