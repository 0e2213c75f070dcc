import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';

export type LetterFacts = { readonly title: string; readonly language: Language; readonly call: Bilingual; readonly people: readonly { readonly id: string; readonly name: string; readonly email: string }[] };

/** What a letter about an application needs, with the addresses of its people; for the worker alone. */
export async function findApplicationForLetter(scope: Scope, id: string): Promise<LetterFacts | undefined> {
  const [row] = await scope.sql<Omit<LetterFacts, 'people'>[]>`select a.title, a.language, c.title as call from funding.application a join funding.call c on c.id = a.call_id where a.id = ${id}`;
  return row ? { ...row, people: await scope.sql<{ id: string; name: string; email: string }[]>`select id, name, email from funding.letter_people(${id})` } : undefined;
}
