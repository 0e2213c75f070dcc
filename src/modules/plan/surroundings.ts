import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';

type NamedBody = { readonly slug: string; readonly name: Bilingual; readonly kind: string };
type BodyHistory = { readonly bodySlug: string; readonly state: string; readonly from: string; readonly approximate: boolean; readonly reason: Bilingual };
type AboutIssue = { readonly bodySlug: string; readonly title: Bilingual; readonly outcome: string; readonly reason: Bilingual; readonly decidedOn: string };

/**
 * What the plan's pages show of modules that stand above it; the program hands it in, so that the plan imports none of them.
 * `findIssue` gives what may be told in public about the emerging issue that a priority came from.
 */
export type Surroundings = {
  readonly listBodies: (scope: Scope) => Promise<readonly NamedBody[]>;
  readonly listStates: (scope: Scope) => Promise<readonly BodyHistory[]>;
  readonly listDecisionsAbout: (scope: Scope, kind: string, id: string) => Promise<readonly AboutIssue[]>;
  readonly findIssue?: (scope: Scope, id: string) => Promise<{ readonly reference: string; readonly raisedOn: string } | undefined>;
};
