import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';

export const frequencies = ['at-once', 'daily', 'weekly'] as const;
export type Frequency = (typeof frequencies)[number];
export type Choice = { readonly language: Language; readonly frequency: Frequency; readonly topics: readonly string[] };
export type Subscriber = Choice & { readonly id: string; readonly state: 'pending' | 'confirmed' | 'unsubscribed' };

/** Signs an address up. `confirmed` says that it gets updates already; both facts go into the mail, never on the page. */
export async function signUp(scope: Scope, email: string, choice: Choice, proof: Readonly<Record<string, string>>): Promise<{ id: string; confirmed: boolean; key: string }> {
  const { sql } = scope;
  const [row] = await sql<{ done: { id: string; confirmed: boolean; key: string } }[]>`
    select engagement.sign_up(${newId()}, ${email}, ${choice.language}, ${choice.frequency}, ${[...choice.topics]}, ${sql.json(proof)}) as done`;
  if (!row) throw new Error('the sign-up gave no row');
  return row.done;
}

/** The subscription whose key was shown. */
export async function findOwnSubscription(scope: Scope): Promise<Subscriber | undefined> {
  return (await scope.sql<Subscriber[]>`select id, state, language, frequency, topics from engagement.subscriber where key_hash = platform.ctx_capability()`)[0];
}
export async function confirmOwnSubscription(scope: Scope): Promise<number> {
  return (await scope.sql`update engagement.subscriber set state = 'confirmed', confirmed_at = coalesce(confirmed_at, ${scope.now}) where key_hash = platform.ctx_capability() and state <> 'unsubscribed'`).count;
}
export async function updateOwnSubscription(scope: Scope, choice: Choice): Promise<number> {
  return (await scope.sql`update engagement.subscriber set language = ${choice.language}, frequency = ${choice.frequency}, topics = ${[...choice.topics]} where key_hash = platform.ctx_capability()`).count;
}
/** Ends the subscription and withholds what is queued for it. */
export async function unsubscribe(scope: Scope): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select engagement.unsubscribe() as done`)[0]?.done ?? false;
}
