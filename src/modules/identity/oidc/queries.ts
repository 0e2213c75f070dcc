import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type ProviderName = { readonly id: string; readonly name: Bilingual };
export async function listProviders(scope: Scope): Promise<ProviderName[]> {
  if (scope.actor.kind !== 'public') return [];
  return await scope.sql<ProviderName[]>`select id, name from identity.oidc_provider where active order by id`;
}

export type Provider = { readonly id: string; readonly issuer: string; readonly clientId: string; readonly clientSecret: string };
export async function findProvider(scope: Scope, id: string): Promise<Provider | undefined> {
  return (await scope.sql<{ found: Provider | null }[]>`select identity.find_oidc_provider(${id}) as found`)[0]?.found ?? undefined;
}
export async function insertProvider(scope: Scope, row: Provider & { name: Bilingual }): Promise<void> {
  await scope.sql`insert into identity.oidc_provider (id, name, issuer, client_id, client_secret) values (${row.id}, ${scope.sql.json(row.name)}, ${row.issuer}, ${row.clientId}, ${row.clientSecret})`;
}

export async function insertRequest(scope: Scope, row: { state: Uint8Array; provider: string; nonce: string; verifier: string; next: string }): Promise<void> {
  await scope.sql`select identity.new_oidc_request(${row.state}, ${row.provider}, ${row.nonce}, ${row.verifier}, ${row.next})`;
}
export type TakenRequest = { readonly provider: string; readonly nonce: string; readonly verifier: string; readonly next: string };
export async function takeRequest(scope: Scope, state: Uint8Array): Promise<TakenRequest | undefined> {
  return (await scope.sql<{ taken: TakenRequest | null }[]>`select identity.take_oidc_request(${state}) as taken`)[0]?.taken ?? undefined;
}
export async function completeOidc(scope: Scope, row: { provider: string; subject: string; email: string | null; session: string; token: Uint8Array }): Promise<boolean> {
  return (await scope.sql<{ done: boolean }[]>`select identity.complete_oidc(${row.provider}, ${row.subject}, ${row.email}, ${row.session}, ${row.token}) as done`)[0]?.done ?? false;
}
