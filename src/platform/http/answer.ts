import type { HtmlEscapedString } from 'hono/utils/html';
import type { ProblemName } from './problem.ts';

export type Markup = HtmlEscapedString | Promise<HtmlEscapedString>;

/** What a handler gives back; the response leaves only after the commit. */
export type Answer =
  | { readonly kind: 'page'; readonly status: 200 | 201 | 404 | 409 | 422 | 429; readonly body: Markup; readonly cookies?: readonly string[]; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'redirect'; readonly to: string; readonly cookies?: readonly string[]; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'bytes'; readonly status: number; readonly type: string; readonly body: string | Uint8Array<ArrayBuffer>; readonly headers?: Readonly<Record<string, string>> }
  | { readonly kind: 'problem'; readonly problem: ProblemName; readonly headers?: Readonly<Record<string, string>> };

export function page(body: Markup, more: { cookies?: readonly string[]; headers?: Readonly<Record<string, string>> } = {}): Answer {
  return { kind: 'page', status: 200, body, ...more };
}

/** The same form again, with what was typed and what is wrong with it. Validate before you write: the transaction commits. */
export function invalid(body: Markup, more: { cookies?: readonly string[]; headers?: Readonly<Record<string, string>> } = {}): Answer {
  return { kind: 'page', status: 422, body, ...more };
}

/** Somebody changed the thing in between: the same form again with what was typed and what is there now. */
export function conflicting(body: Markup): Answer {
  return { kind: 'page', status: 409, body };
}

/** Not found, as for anything absent or hidden, but with what was posted given back to whoever posted it. Nothing else may stand on the page. */
export function gone(body: Markup): Answer {
  return { kind: 'page', status: 404, body };
}

/** See other: after a post, to a page that can be reloaded. `to` is a path of this program. */
export function redirect(to: string, more: { cookies?: readonly string[]; headers?: Readonly<Record<string, string>> } = {}): Answer {
  return { kind: 'redirect', to, ...more };
}

export function bytes(type: string, body: string | Uint8Array<ArrayBuffer>, more: { status?: number; headers?: Readonly<Record<string, string>> } = {}): Answer {
  return { kind: 'bytes', type, body, status: more.status ?? 200, ...(more.headers ? { headers: more.headers } : {}) };
}

export function json(value: unknown, more: { status?: number; headers?: Readonly<Record<string, string>> } = {}): Answer {
  return bytes('application/json; charset=utf-8', JSON.stringify(value), more);
}

export function problem(name: ProblemName, headers?: Readonly<Record<string, string>>): Answer {
  return { kind: 'problem', problem: name, ...(headers ? { headers } : {}) };
}

/** Absent and hidden are one answer. */
export const notFound: Answer = { kind: 'problem', problem: 'not-found' };
