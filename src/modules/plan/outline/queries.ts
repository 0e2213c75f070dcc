import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type Section = { readonly heading: Bilingual; readonly text: Bilingual; readonly sources: readonly string[] };
export type Plan = { readonly title: Bilingual; readonly lead: Bilingual; readonly about: readonly Section[] };

/** The plan itself; undefined before a content pack is loaded. */
export async function findPlan(scope: Scope): Promise<Plan | undefined> {
  const [row] = await scope.sql<Plan[]>`select title, lead, about from plan.plan where removed_at is null`;
  return row;
}

export type Named = { readonly slug: string; readonly name: Bilingual; readonly text: Bilingual };

/** The areas of the provincial framework, from the outside in. */
export async function listAreas(scope: Scope): Promise<Named[]> {
  return await scope.sql<Named[]>`select slug, name, text from plan.area where removed_at is null order by position`;
}

/** The domains in which the plan measures. */
export async function listDomains(scope: Scope): Promise<Named[]> {
  return await scope.sql<Named[]>`select slug, name, text from plan.domain where removed_at is null order by position`;
}

export type Topic = { readonly slug: string; readonly name: Bilingual; readonly hint: Bilingual };

/** The topics by which people choose what they hear about. */
export async function listTopics(scope: Scope): Promise<Topic[]> {
  return await scope.sql<Topic[]>`select slug, name, hint from plan.topic where removed_at is null order by position`;
}

export type HistoryEntry = { readonly date: string; readonly approximate: boolean; readonly text: Bilingual; readonly sources: readonly string[] };

/** What happened with the plan, oldest first. */
export async function listHistory(scope: Scope): Promise<HistoryEntry[]> {
  return await scope.sql<HistoryEntry[]>`select on_date as date, approximate, text, sources from plan.history_entry
    where removed_at is null and known_from <= ${scope.today} order by on_date`;
}

export type Source = { readonly slug: string; readonly title: string; readonly publisher: string; readonly url: string };

/** The sources of all facts known today, by publisher. */
export async function listSources(scope: Scope): Promise<Source[]> {
  return await scope.sql<Source[]>`select slug, title, publisher, url from plan.source
    where removed_at is null and known_from <= ${scope.today} order by publisher, title`;
}

/** The sources of some facts, in the order in which the facts name them, each once. */
export function pickSources(sources: readonly Source[], ...named: readonly (readonly string[])[]): Source[] {
  return [...new Set(named.flat())].flatMap((slug) => sources.filter((source) => source.slug === slug));
}
