import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type PlanDocument = {
  readonly slug: string;
  readonly kind: 'plan' | 'council-report' | 'board-report' | 'release';
  readonly number: string | null;
  readonly date: string;
  readonly approximate: boolean;
  readonly title: Bilingual;
  readonly note: Bilingual | null;
  readonly url: string | null;
  readonly sources: readonly string[];
};

/** The plan's documents and reports known today, newest first. */
export async function listDocuments(scope: Scope): Promise<PlanDocument[]> {
  return await scope.sql<PlanDocument[]>`select slug, kind, number, on_date as date, approximate, title, note, url, sources from plan.document
    where removed_at is null and known_from <= ${scope.today} order by on_date desc, slug`;
}

export async function findDocument(scope: Scope, slug: string): Promise<PlanDocument | undefined> {
  return (await listDocuments(scope)).find((document) => document.slug === slug);
}
