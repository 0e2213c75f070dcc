/** A group of people or events: dimension to value. A dimension that is left out counts all its values, so `{}` is everybody. */
export type Keys = Readonly<Record<string, string>>;

/** The same text for the same group, in whatever order its dimensions were written. */
export function groupCode(keys: Keys): string {
  return JSON.stringify(dimensionsOf(keys).map((dimension) => [dimension, keys[dimension]]));
}

export function dimensionsOf(keys: Keys): string[] {
  return Object.keys(keys).sort();
}

/** The group that remains when only these dimensions are looked at; those that the group lacks stay away. */
export function project(keys: Keys, dimensions: readonly string[]): Keys {
  const rest: Record<string, string> = {};
  for (const dimension of dimensions) {
    const value = keys[dimension];
    if (value !== undefined) rest[dimension] = value;
  }
  return rest;
}

export function contains<T>(larger: readonly T[], smaller: readonly T[]): boolean {
  return smaller.every((item) => larger.includes(item));
}

/** The items by what `codeOf` says of them, in the order of their first appearance. */
export function gather<T>(items: Iterable<T>, codeOf: (item: T) => string): Map<string, T[]> {
  const gathered = new Map<string, T[]>();
  for (const item of items) {
    const code = codeOf(item);
    const together = gathered.get(code);
    if (together) together.push(item);
    else gathered.set(code, [item]);
  }
  return gathered;
}
