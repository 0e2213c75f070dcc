import { asDemoAccount, type DemoIds } from '#app/modules/identity/index.ts';
import { actWithin, type Scope } from '#app/platform/db/scope.ts';
import type { Desk } from '../person/actions.ts';

/** Something that happened so many days before the demonstration begins. */
export type Act = { readonly ago: number; readonly run: () => Promise<void> };
/** Who can act in the past of a demonstration, and the ids of its people and agencies by those of the pack. */
export type Stage = {
  readonly as: <T>(account: string, ago: number, work: (scope: Scope, desk: Desk) => Promise<T>) => Promise<T>;
  readonly everybody: <T>(ago: number, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly worker: <T>(ago: number, work: (scope: Scope) => Promise<T>) => Promise<T>;
  readonly person: (id: string) => string; readonly agency: (id: string) => string; readonly account: (id: string) => string;
};

const purpose = 'first start';

/** Sets the stage in the worker's transaction: each acts at the hour at which the demonstration begins, so many days earlier. */
export function stageOf(scope: Scope, ids: DemoIds, accounts: readonly { readonly id: string; readonly email: string }[], people: ReadonlyMap<string, string>): Stage {
  const [agency, account, person] = [named(ids.agencies), named(ids.accounts), named(people)];
  const at = (ago: number) => daysBefore(scope, ago);
  return {
    person, agency, account,
    as: async (id, ago, work) => await asDemoAccount(scope, { id: account(id), email: accounts.find((one) => one.id === id)?.email ?? '' }, at(ago), async (own) => {
      const desk = own.actor.kind === 'staff' && own.actor.agency ? { account: own.actor.account, agency: own.actor.agency } : undefined;
      if (!desk) throw new Error(`${id} works for no agency`);
      return await work(own, desk);
    }),
    everybody: async (ago, work) => await actWithin(scope, { as: 'public', purpose }, at(ago), work),
    worker: async (ago, work) => await actWithin(scope, { as: 'worker', purpose }, at(ago), work),
  };
}

export const daysBefore = (scope: Scope, ago: number): Date => new Date(scope.now.getTime() - ago * 86_400_000);

/** Looks an id of the pack up; throws where the demonstration has none. */
export function named(ids: ReadonlyMap<string, string>): (id: string) => string {
  return (id) => {
    const found = ids.get(id);
    if (found === undefined) throw new Error(`the demonstration has no ${id}`);
    return found;
  };
}
