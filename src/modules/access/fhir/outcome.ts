import { type Answer, bytes } from '#app/platform/http/answer.ts';

export type Json = { readonly [name: string]: unknown };
/** What is wrong with a request, at which element. */
export type Fault = { readonly code: 'invalid' | 'not-found' | 'not-supported' | 'required' | 'business-rule'; readonly text: string; readonly expression?: string };

const type = 'application/fhir+json; charset=utf-8';

/** A resource or a bundle as an answer. */
export function resource(value: Json, status = 200, headers: Readonly<Record<string, string>> = {}): Answer {
  return bytes(type, JSON.stringify(value), { status, headers });
}

/** An OperationOutcome with its status. */
export function outcome(status: 400 | 404 | 422, faults: readonly Fault[]): Answer {
  const issue = faults.map(({ code, text, expression }) => ({ severity: 'error', code, diagnostics: text, ...(expression ? { expression: [expression] } : {}) }));
  return resource({ resourceType: 'OperationOutcome', issue }, status);
}

/** Absent and hidden are one answer, as on the pages. */
export const absent: Answer = outcome(404, [{ code: 'not-found', text: 'There is nothing here, or it is not open to you.' }]);

/** A searchset bundle. */
export function bundle(resources: readonly Json[], base: string): Answer {
  const entry = resources.map((one) => ({ fullUrl: `${base}/${String(one.resourceType)}/${String(one.id)}`, resource: one, search: { mode: 'match' } }));
  return resource({ resourceType: 'Bundle', type: 'searchset', total: resources.length, entry });
}

/** The JSON object of a body, or what is wrong with it. */
export function readResource(body: Uint8Array, resourceType: string): { readonly value: Json } | { readonly faults: readonly Fault[] } {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { faults: [{ code: 'invalid', text: 'The body is not JSON in UTF-8.' }] };
  }
  if (!isJson(value) || value.resourceType !== resourceType) return { faults: [{ code: 'invalid', text: `The body is not a ${resourceType}.`, expression: 'resourceType' }] };
  return { value };
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
