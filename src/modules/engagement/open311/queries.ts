import type { Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

export type ServiceAttribute = { readonly code: string; readonly datatype: string; readonly required: boolean; readonly en: string; readonly fr: string; readonly values?: readonly (readonly [string, string, string])[] };
export type Service = { readonly code: string; readonly name: Bilingual; readonly description: Bilingual; readonly kind: 'realtime' | 'blackbox'; readonly keywords: string; readonly group: string; readonly attributes: readonly ServiceAttribute[] };

export async function listServices(scope: Scope): Promise<Service[]> {
  return await scope.sql<Service[]>`select code, name, description, kind, keywords, service_group as group, attributes from engagement.open311_service order by position`;
}

export type PublicRequest = { readonly reference: string; readonly service_code: string; readonly state: string; readonly requested_at: Date; readonly changed_at: Date; readonly lat: string | null; readonly long: string | null };
export type RequestFilter = { readonly codes?: readonly string[] | undefined; readonly ids?: readonly string[] | undefined; readonly from: Date; readonly to: Date; readonly status?: string | undefined };

/** Place-related requests, coarse; person-related ones do not exist here, by list or by id. */
export async function listPublicRequests(scope: Scope, f: RequestFilter): Promise<PublicRequest[]> {
  return await scope.sql<PublicRequest[]>`select * from engagement.list_open311(${f.codes ? [...f.codes] : null}, ${f.ids ? [...f.ids] : null}, ${f.from}, ${f.to}, ${f.status ?? null})`;
}

/** Whether the shown key is one that was given out and still holds. */
export async function keyHolds(scope: Scope): Promise<boolean> {
  return (await scope.sql<{ holds: boolean }[]>`select engagement.open311_key_holds() as holds`)[0]?.holds ?? false;
}

/** Makes a key for a city system and gives it, once; only its hash is kept. The worker's alone. */
export async function addOpen311Key(scope: Scope, name: string): Promise<string> {
  const key = newToken();
  await scope.sql`insert into engagement.open311_key (key_hash, name) values (${hashToken(key)}, ${name.slice(0, 200)})`;
  return key;
}
