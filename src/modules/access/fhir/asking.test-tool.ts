import { writeFileSync } from 'node:fs';
import { expect } from 'vitest';
import { addApiKey } from '#app/modules/identity/index.ts';
import type { AccessWorld, StaffName } from '../access-world.test-tool.ts';
import { accessRoutes } from '../index.ts';
import { shapes } from './resource-shape.test-tool.ts';

export type Answered = { readonly status: number; readonly location: string | null; readonly json: Record<string, unknown> };
export type Ask = (who: StaffName | 'coordinator' | undefined, method: 'GET' | 'POST', path: string, body?: object | URLSearchParams, more?: Record<string, string>) => Promise<Answered>;

/** A program that asks with the key of a member of staff, and holds every answer against the shape that R4 gives it. */
export async function openAsking(world: AccessWorld, names: readonly (StaffName | 'coordinator')[]): Promise<{ ask: Ask; keys: ReadonlyMap<string, string>; app: ReturnType<AccessWorld['http']>['app'] }> {
  const { app } = world.http(accessRoutes(() => world.site));
  const keys = new Map<string, string>();
  for (const name of names) {
    const key = await world.as.worker(async (scope) => await addApiKey(scope, `${name}@example.org`, 90));
    if (key) keys.set(name, key);
  }
  const ask: Ask = async (who, method, path, body, more = {}) => {
    const headers = { ...(who ? { authorization: `Bearer ${keys.get(who)}` } : {}), ...(body && !(body instanceof URLSearchParams) ? { 'content-type': 'application/fhir+json' } : {}), ...more };
    const answer = await app.request(`/fhir/${path}`, { method, headers, ...(body ? { body: body instanceof URLSearchParams ? body : JSON.stringify(body) } : {}) });
    const json: Record<string, unknown> = await answer.json();
    if (answer.headers.get('content-type')?.startsWith('application/fhir+json')) holdsToShape(json);
    return { status: answer.status, location: answer.headers.get('location'), json };
  };
  return { ask, keys, app };
}

/** Also writes each resource to a folder, where one is named, so that other validators can be run over them. */
function holdsToShape(json: Record<string, unknown>): void {
  const shape = shapes[String(json.resourceType)];
  const folder = process.env.KEEP_RESOURCES;
  if (folder) writeFileSync(`${folder}/${String(json.resourceType)}-${Math.random()}.json`, JSON.stringify(json));
  if (!shape) return;
  const parsed = shape.safeParse(json);
  expect(parsed.success ? [] : parsed.error.issues.map((issue) => `${String(json.resourceType)}.${issue.path.join('.')}: ${issue.message}${issue.code === 'unrecognized_keys' ? ` ${issue.keys.join()}` : ''}`)).toEqual([]);
  if (Array.isArray(json.entry)) for (const one of json.entry) holdsToShape(one.resource);
  if (Array.isArray(json.contained)) for (const one of json.contained) holdsToShape(one);
}
