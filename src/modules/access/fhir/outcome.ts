import type { z } from 'zod';
import type { IssueCode } from '#app/methods/questionnaire/issue.ts';
import { isId } from '#app/platform/db/id.ts';
import { type Answer, bytes } from '#app/platform/http/answer.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { fhirBase } from './urls.ts';

export type Json = { readonly [name: string]: unknown };
/** What is wrong with a request, at which element. */
export type Fault = { readonly code: IssueCode; readonly text: string; readonly expression?: string };

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

/** One fault of what was sent. */
export const refuse = (code: Fault['code'], expression: string, text: string): Answer => outcome(422, [{ code, expression, text }]);

/** The person whom a resource is about is absent or hidden. */
export const refusePerson = (expression: string): Answer => refuse('not-found', expression, 'There is no such person, or her record is not open to you.');

/** What was made, as its maker may see it, and its address. */
export function created({ baseUrl }: Visit, type: string, id: string, value: Json | undefined): Answer {
  return resource(value ?? {}, 201, { location: `${fhirBase(baseUrl)}/${type}/${id}` });
}

/** Absent and hidden are one answer, as on the pages. */
export const absent: Answer = outcome(404, [{ code: 'not-found', text: 'There is nothing here, or it is not open to you.' }]);

/** A searchset bundle. `withheld` says beside the matches that a person directed something to be withheld. */
export function bundle({ baseUrl }: Visit, resources: readonly Json[], withheld = false): Answer {
  const entry: Json[] = resources.map((one) => ({ fullUrl: `${fhirBase(baseUrl)}/${String(one.resourceType)}/${String(one.id)}`, resource: one, search: { mode: 'match' } }));
  const said = { resourceType: 'OperationOutcome', issue: [{ severity: 'information', code: 'suppressed', diagnostics: 'Some information is withheld at the person’s direction.' }] };
  const all = withheld ? [...entry, { resource: said, search: { mode: 'outcome' } }] : entry;
  return resource({ resourceType: 'Bundle', type: 'searchset', total: resources.length, ...(all.length > 0 ? { entry: all } : {}) });
}

/** What a schema refuses, each under the name of its element; an element that is not kept is named itself. */
export function faultsOf(type: string, error: z.ZodError): Fault[] {
  return error.issues.flatMap((issue): Fault[] => {
    const at = [type, ...issue.path.map(String)].join('.').replaceAll(/\.(\d+)(?=\.|$)/g, '[$1]');
    if (issue.code !== 'unrecognized_keys') return [{ code: 'invalid', expression: at, text: issue.message }];
    return issue.keys.map((key) => ({ code: 'not-supported', expression: `${at}.${key}`, text: 'This element is not kept here; leave it out, so that nothing is lost unseen.' }));
  });
}

/** The id in a reference such as Patient/id; undefined for any other. */
export function idOf(type: string, reference: string | undefined): string | undefined {
  const [of, id, more] = (reference ?? '').split('/');
  return of === type && more === undefined && isId(id) ? id : undefined;
}

/** The person whom a search names: patient=Patient/id, or the id alone. */
export function patientAsked({ query }: Visit): string | undefined {
  const asked = query.get('patient') ?? '';
  return isId(asked) ? asked : idOf('Patient', asked);
}

export type Refused = { readonly faults: readonly Fault[] };

/** What `read` makes of the JSON object of a body, or what is wrong with either. */
export function readResource<Made extends object>({ body }: Visit, resourceType: string, read: (value: Json) => Made | Refused): Made | Refused {
  let value: unknown;
  try {
    value = JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(body));
  } catch {
    return { faults: [{ code: 'invalid', text: 'The body is not JSON in UTF-8.' }] };
  }
  if (!isJson(value) || value.resourceType !== resourceType) return { faults: [{ code: 'invalid', text: `The body is not a ${resourceType}.`, expression: 'resourceType' }] };
  return read(value);
}

const isJson = (value: unknown): value is Json => typeof value === 'object' && value !== null && !Array.isArray(value);
