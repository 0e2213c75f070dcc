import type { Route, Visit } from './route.ts';
import { normalCode } from './spoken-code.ts';

type Capability = NonNullable<Route['capability']>;
type Tries = { readonly limit: string; readonly max?: number };
/** The part of a route that is the same for every page behind one secret. */
export type BehindDoor = { readonly may: 'anyone'; readonly limit: NonNullable<Route['limit']>; readonly capability: Capability };
/** A way in without an account, by a secret that somebody types or follows: how often it may be tried, and what it opens. */
export type Door = {
  readonly behind: BehindDoor;
  /** What the shown secret opens; undefined, without looking, where nothing was shown that can be one. */
  readonly open: <Found>(visit: Visit, find: (visit: Visit) => Promise<Found | undefined>) => Promise<Found | undefined>;
};

const seconds = 600;

/** The secret that a code stands for, apart for each `kind` of thing that codes open; undefined for what can be no code. */
export function codeSecret(kind: string, typed: string): string | undefined {
  const code = normalCode(typed);
  return code === '' ? undefined : `${kind} ${code}`;
}

/** A code that is typed into a form, and posted from then on: 20 tries in ten minutes from one address, where no other number is said. */
export function codeDoor(tries: Tries, secretOf: (typed: string) => string | undefined, typed: (shown: Parameters<Capability>[0]) => string = ({ form }) => form.text('code')): Door {
  return doorOf({ max: 20, ...tries }, (shown) => secretOf(typed(shown)));
}

/** The key of a link from a mail, in `?key=`: 60 tries in ten minutes from one address. A key is long; the number is there against noise. */
export function keyDoor(tries: Tries, keyOf: Capability = ({ query }) => query.get('key') ?? undefined): Door {
  return doorOf({ max: 60, ...tries }, keyOf);
}

function doorOf({ limit, max }: Required<Tries>, capability: Capability): Door {
  return { behind: { may: 'anyone', limit: { name: limit, max, seconds }, capability }, open: async (visit, find) => (capability(visit) ? await find(visit) : undefined) };
}
