import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';

type Subject = { readonly kind: string; readonly id: string };
type Promised = {
  readonly kind: string; readonly subject: Subject; readonly what: Bilingual; readonly owedTo: Bilingual; readonly owedBy: { readonly role?: string };
  readonly due: string | { readonly unit: 'hours'; readonly count: number }; readonly path: string;
};

/** What the early warning needs of the modules of commitments and identity; the program hands it in, because this module imports no other. */
export type Promises = {
  readonly promise: (scope: Scope, promised: Promised) => Promise<string>;
  readonly keep: (scope: Scope, subject: Subject, kind: string) => Promise<void>;
  readonly release: (scope: Scope, subject: Subject, kind?: string) => Promise<void>;
  readonly listAbout: (scope: Scope, subject: Subject) => Promise<readonly { readonly kind: string; readonly what: Bilingual; readonly due: string; readonly course: { readonly due: { readonly at: Date }; readonly keptAt: Date | undefined; readonly releasedAt: Date | undefined } }[]>;
  /** Accounts of a role that mail reaches. */
  readonly listReachable: (scope: Scope, who: { readonly role: string }) => Promise<readonly { readonly email: string; readonly language: Language }[]>;
};

export const owedTo: Bilingual = { en: 'The community', fr: 'La population' };
export const stepKind = (slug: string): string => `alert-step-${slug}`;
