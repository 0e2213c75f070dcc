import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Answer } from './answer.ts';
import type { Form } from './form.ts';

/** Who may come in. `anyone` still passes every row policy; `roles` asks for one of them today. */
export type May = 'anyone' | 'signed-in' | { readonly roles: readonly string[] };

/** What a handler gets: its transaction, and the request as values. */
export type Visit = Scope & {
  readonly language: Language;
  /** The path without the language, e.g. /plan. */
  readonly path: string;
  readonly params: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
  readonly form: Form;
  readonly method: string;
  readonly header: (name: string) => string | undefined;
  /** The raw body, for interfaces that are not forms. */
  readonly body: Uint8Array<ArrayBuffer>;
  /** The hidden token of every form of a signed-in person. */
  readonly csrf: string | undefined;
  readonly baseUrl: string;
  /** The network address of the visitor, or undefined for the machine itself. Never stored. */
  readonly address: string | undefined;
  /** When the head of the request had reached the thread in front, before its body was read and however long it then waited: what counts where a deadline does. */
  readonly arrivedAt: Date;
  /** Names what the audit line of this route is about. */
  readonly about: (kind: string, id: string) => void;
};

/** What a handler gets that must not hold a transaction, because it talks to another server: each step opens one of its own. */
export type Outing = Pick<Visit, 'language' | 'path' | 'params' | 'query' | 'form' | 'header' | 'baseUrl'> & {
  readonly url: URL;
  readonly step: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
};

/**
 * Slow work between two transactions: the first one commits, `outside` runs with none open, of values in hand, and the handler that it gives goes on in
 * a transaction of its own as the same visitor. What it stores it checks anew: others work in between. The audit line is that of the last one.
 */
export type Pause = { readonly kind: 'pause'; readonly outside: () => Promise<Handler> };
export type Handler = (visit: Visit) => Promise<Answer | Pause>;

/** One entry of the table of routes. No entry, no answer; `may` and `audit` have no default. */
export type Route = {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  /** The path after the language, with `:name` parameters; after the root when `localized` is false. */
  readonly path: string;
  readonly localized?: false;
  readonly may: May;
  /** The action that the audit trail names, or 'none' for what is public and not about a person. */
  readonly audit: string;
  /** Public page that is the same for everybody: rendered once for each change of the data. */
  readonly cached?: true;
  /** At most this many in the window from one address. */
  readonly limit?: { readonly name: string; readonly max: number; readonly seconds: number };
  /** The largest body in bytes; 256 kB where nothing is said. */
  readonly maxBody?: number;
  /** A secret that the visitor shows (a code, a link's key): the rows that it opens are found by its hash. */
  readonly capability?: (request: { params: Readonly<Record<string, string>>; query: URLSearchParams; form: Form }) => string | undefined;
  /** An interface for programs: no token of a form is asked, problems are answered as JSON. */
  readonly machine?: true;
  /** Signs in by a program's key in the Authorization header, and by nothing else: a cookie is not looked at. */
  readonly bearer?: true;
  /** Leaves no trace of a visit: no cookie is looked at, no line is logged when it fails. What the handler does with the address is its own affair. */
  readonly unrecorded?: true;
  readonly handle: Handler | { readonly outside: (outing: Outing) => Promise<Answer> };
};
