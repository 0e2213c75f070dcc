/**
 * Groups of items that wait for each other (strongly connected components; R. Tarjan, SIAM Journal on Computing 1(2), 1972, 146-160), in an order in which
 * everything that a group waits for comes before it. Written with its own stack, so that long chains are no danger.
 */
export function dependencyGroups<Key>(keys: readonly Key[], needs: (key: Key) => readonly Key[]): readonly (readonly Key[])[] {
  const index = new Map<Key, number>();
  const low = new Map<Key, number>();
  const open: Key[] = [];
  const isOpen = new Set<Key>();
  const groups: Key[][] = [];
  const enter = (key: Key) => {
    low.set(key, index.size);
    index.set(key, index.size);
    open.push(key);
    isOpen.add(key);
    return { key, needs: needs(key), next: 0 };
  };
  const lower = (key: Key, value: number) => low.set(key, Math.min(low.get(key) ?? value, value));
  for (const root of keys) {
    if (index.has(root)) continue;
    const calls = [enter(root)];
    for (let call = calls.at(-1); call; call = calls.at(-1)) {
      const need = call.needs[call.next];
      call.next += 1;
      if (need !== undefined) {
        if (!index.has(need)) calls.push(enter(need));
        else if (isOpen.has(need)) lower(call.key, index.get(need) ?? 0);
        continue;
      }
      calls.pop();
      const own = low.get(call.key) ?? 0;
      const caller = calls.at(-1);
      if (caller) lower(caller.key, own);
      if (own === index.get(call.key)) groups.push(close(open, isOpen, call.key));
    }
  }
  return groups;
}

function close<Key>(open: Key[], isOpen: Set<Key>, root: Key): Key[] {
  const group = open.splice(open.lastIndexOf(root));
  for (const key of group) isOpen.delete(key);
  return group;
}
