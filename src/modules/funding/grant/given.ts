import { listBodies } from '#app/modules/governance/index.ts';
import { listPriorities } from '#app/modules/plan/index.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { findOffered } from '../application/offered.ts';
import type { Offered } from '../application/section-fields.tsx';
import { type Award, listAwards, listHanded } from '../award/queries.ts';
import { type Call, type Category, listCalls, listCategories } from '../call/queries.ts';
import type { Cents } from '../money.ts';
import { listAccepted } from '../report/queries.ts';
import { type Served, servedBy } from './portfolio.ts';
import { listAwardCategories, listSentCounts } from './queries.ts';

export type CallGiven = { readonly call: Call; readonly categories: readonly Category[]; /** Applications that were sent; undefined while the call is open. */ readonly sent: number | undefined };
/** Everything that was given here, read once: the page, its files and the report to council are made of this, so that they come to the same cent. */
export type Given = {
  readonly awards: readonly Award[]; readonly handed: ReadonlyMap<string, Cents>; readonly calls: readonly CallGiven[]; readonly categoryOf: ReadonlyMap<string, string>; readonly served: readonly Served[]; readonly offered: Offered;
  /** The table of a priority, by the priority's slug. */
  readonly tables: ReadonlyMap<string, { readonly slug: string; readonly name: Bilingual }>;
};

export async function gatherGiven(scope: Scope): Promise<Given> {
  const awards = await listAwards(scope);
  const [bodies, sent] = [await listBodies(scope), await listSentCounts(scope)];
  const calls: CallGiven[] = [];
  for (const call of await listCalls(scope)) if (awards.some((one) => one.callId === call.id)) calls.push({ call, categories: await listCategories(scope, call.id), sent: sent.get(call.id) });
  const tables = (await listPriorities(scope)).flatMap((one) => {
    const body = bodies.find(({ slug }) => slug === one.bodySlug);
    return body ? [[one.slug, { slug: body.slug, name: body.name }] as const] : [];
  });
  return { awards, handed: await listHanded(scope), calls, categoryOf: await listAwardCategories(scope), served: servedBy(awards, await listAccepted(scope)), offered: await findOffered(scope), tables: new Map(tables) };
}
