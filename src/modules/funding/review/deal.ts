type Pair = { readonly application: string; readonly account: string };
export type Dealing = { readonly applications: readonly string[]; readonly accounts: readonly string[]; readonly each: number; readonly assigned: readonly Pair[]; readonly conflicts: readonly Pair[] };

/**
 * Deals applications out so that each has `each` scorers, none of whom declared a conflict with it, and the work is as even as it can be: each application in turn
 * takes those with the least to do. Gives only what is new; an application for which too few are left gets as many as there are.
 */
export function dealOut({ applications, accounts, each, assigned, conflicts }: Dealing): Pair[] {
  const left = new Set(conflicts.map((one) => `${one.application} ${one.account}`));
  const standing = assigned.filter((one) => !left.has(`${one.application} ${one.account}`));
  const load = new Map(accounts.map((account) => [account, standing.filter((one) => one.account === account).length]));
  return applications.flatMap((application, turn) => {
    const has = new Set(standing.filter((one) => one.application === application).map((one) => one.account));
    // The order of equals turns with the application, so that the same people are not always together.
    const order = new Map(accounts.map((account, index) => [account, (index + turn) % accounts.length]));
    const free = accounts.filter((account) => !has.has(account) && !left.has(`${application} ${account}`))
      .sort((a, b) => (load.get(a) ?? 0) - (load.get(b) ?? 0) || (order.get(a) ?? 0) - (order.get(b) ?? 0));
    return free.slice(0, Math.max(0, each - has.size)).map((account) => {
      load.set(account, (load.get(account) ?? 0) + 1);
      return { application, account };
    });
  });
}
