import { ageCode, areaCode, conditionBit, costCode, hoursCode, languageCode, needCode, type Profile, type ServiceRules, weekMinutes } from './service-rules.ts';

/**
 * A set of services, made ready for many people. Each answer to a rule (this age, that municipality) gives one word for every service, worked
 * out when it is first met and kept; matching somebody is the union of a few such columns.
 */
export type Compiled = {
  readonly services: readonly ServiceRules[];
  /** One word for each service: 0 fits; the low bits are failed rules, the high ones rules to ask about. The array is used again by the next call unless `into` is given. */
  readonly match: (person: Profile, into?: Int32Array) => Int32Array;
};

// Each column has four bytes for a service: 4096 of 500 services are 8 MB. People who differ in more ways than that start the memory anew.
const mostColumns = 4096;

/** Prepares services for `match`. Takes time and memory in proportion to the services and the answers that occur. */
export function compileServices(services: readonly ServiceRules[]): Compiled {
  const columns = new Map<string, Int32Array>();
  const column = (key: string, code: (one: ServiceRules) => number): Int32Array => {
    const known = columns.get(key);
    if (known) return known;
    if (columns.size >= mostColumns) columns.clear();
    const made = Int32Array.from(services, code);
    columns.set(key, made);
    return made;
  };
  const conditions = [...new Set(services.flatMap((one) => one.conditions))].map((name) => {
    const asking = services.flatMap((one, place) => (one.conditions.includes(name) ? [{ place, bit: conditionBit(one.conditions.indexOf(name)) }] : []));
    return { name, places: Int32Array.from(asking, ({ place }) => place), ifFalse: Int32Array.from(asking, ({ bit }) => bit), ifUnknown: Int32Array.from(asking, ({ bit }) => bit << 16) };
  });
  const changes = breaksOf(services);
  const reused = new Int32Array(services.length);
  return {
    services,
    match: (person, into = reused) => {
      const { needs, age, municipality, languages, mostPayable, openAt, facts } = person;
      into.set(column(`age ${age === undefined ? '' : typeof age === 'number' ? age : `${age[0]} ${age[1]}`}`, (one) => ageCode(one, age)));
      unite(into, column(municipality === undefined ? 'area' : `area ${municipality}`, (one) => areaCode(one, municipality)));
      if (needs !== undefined && needs.length > 0) unite(into, column(keyOf('need', needs), (one) => needCode(one, needs)));
      if (languages !== undefined && languages.length > 0) unite(into, column(keyOf('language', languages), (one) => languageCode(one, languages)));
      if (mostPayable !== undefined) unite(into, column(`cost ${mostPayable}`, (one) => costCode(one, mostPayable)));
      if (openAt !== undefined) unite(into, column(`open ${segmentOf(changes, openAt)}`, (one) => hoursCode(one, openAt)));
      for (const { name, places, ifFalse, ifUnknown } of conditions) {
        const holds = facts?.[name];
        if (holds !== true) mark(into, places, holds === false ? ifFalse : ifUnknown);
      }
      return into;
    },
  };
}

function mark(into: Int32Array, places: Int32Array, bits: Int32Array): void {
  for (let at = 0; at < places.length; at += 1) {
    const place = places[at] ?? 0;
    into[place] = (into[place] ?? 0) | (bits[at] ?? 0);
  }
}

function unite(into: Int32Array, more: Int32Array): void {
  for (let place = 0; place < into.length; place += 1) into[place] = (into[place] ?? 0) | (more[place] ?? 0);
}

// A name of JSON, so that no two lists of codes read alike.
function keyOf(rule: string, values: readonly string[]): string {
  return values.length === 1 ? `${rule} ${values[0]}` : `${rule}s ${JSON.stringify(values)}`;
}

/** The minutes of the week at which anything opens or closes: between two of them every service stays as it is. */
function breaksOf(services: readonly ServiceRules[]): Int32Array {
  const minutes = services.flatMap(({ hours }) => (hours ?? []).flatMap(({ day, from, to }) => [day * 1440 + from, day * 1440 + to]));
  return Int32Array.from(new Set(minutes.map((minute) => minute % weekMinutes))).sort();
}

function segmentOf(breaks: Int32Array, minute: number): number {
  let [low, high] = [0, breaks.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((breaks[middle] ?? 0) <= minute) low = middle + 1;
    else high = middle;
  }
  return low % Math.max(1, breaks.length);
}
