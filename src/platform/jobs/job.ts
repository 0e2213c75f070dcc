import type { Database, Scope } from '#app/platform/db/scope.ts';

/** An event as a job gets it. */
export type Delivery = { readonly id: string; readonly kind: string; readonly subject: string | null; readonly detail: Readonly<Record<string, unknown>> };

/** What a job may use: the database, to open worker transactions of its own, and the log. No network call stands inside a transaction. */
export type JobTools = {
  readonly database: Database;
  readonly inWorker: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly baseUrl: string;
};

/** Work that reacts to events, or runs at times. It may run twice for one event and must then do nothing the second time. */
export type Job = {
  readonly name: string;
  readonly on?: readonly string[];
  /** A cron expression in the community's time zone. */
  readonly every?: string;
  readonly run: (delivery: Delivery, tools: JobTools) => Promise<void>;
};

export function jobTools(database: Database, baseUrl: string, name: string, inScope: typeof import('#app/platform/db/scope.ts').inScope): JobTools {
  return { database, baseUrl, inWorker: (work) => inScope(database, { as: 'worker', purpose: `job ${name}` }, work) };
}
