import type { Candidates } from './candidates.ts';

/** The person of each record, numbered from 0: records joined by links, directly or through others, are one person. */
export type Persons = { readonly personOf: Int32Array; readonly count: number };

export function eachItsOwn(size: number): Persons {
  return { personOf: countingUp(size), count: size };
}

function countingUp(size: number): Int32Array {
  const numbers = new Int32Array(size);
  for (let place = 0; place < size; place += 1) numbers[place] = place;
  return numbers;
}

/** Joins records by the links that reach `least`. */
export function joinPersons(size: number, { left, right }: Pick<Candidates, 'left' | 'right'>, odds: Float64Array, least: number): Persons {
  const parent = countingUp(size);
  const root = (place: number): number => {
    let top = place;
    while (parent[top] !== top) {
      const above = parent[parent[top] ?? 0] ?? 0;
      parent[top] = above;
      top = above;
    }
    return top;
  };
  for (let pair = 0; pair < odds.length; pair += 1) if ((odds[pair] ?? 0) >= least) parent[root(left[pair] ?? 0)] = root(right[pair] ?? 0);
  const numbers = new Int32Array(size).fill(-1);
  let count = 0;
  const personOf = new Int32Array(size);
  for (let place = 0; place < size; place += 1) {
    const top = root(place);
    if ((numbers[top] ?? -1) < 0) {
      numbers[top] = count;
      count += 1;
    }
    personOf[place] = numbers[top] ?? 0;
  }
  return { personOf, count };
}
