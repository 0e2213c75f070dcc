/** Opening hours of a weekday: minutes of the day from midnight, local time; `to` may pass 1440 where a service closes after midnight. Monday is 0. */
export type Hours = { readonly day: number; readonly from: number; readonly to: number };

/** What a service asks and offers, as far as its directory entry says; null is "the entry does not say", an empty list is "nothing". */
export type ServiceRules = {
  readonly id: string;
  /** Codes of needs that it answers. */
  readonly needs: readonly string[];
  readonly minimumAge: number | null;
  /** The last age that is served, whole years included: 24 serves somebody until the 25th birthday. */
  readonly maximumAge: number | null;
  /** Municipalities that it serves; 'everywhere' where it does not matter where somebody lives. */
  readonly areas: readonly string[] | 'everywhere' | null;
  /** Languages of service, as codes. */
  readonly languages: readonly string[] | null;
  /** The least that somebody can pay; 0 is free of charge. */
  readonly lowestCost: number | null;
  readonly hours: readonly Hours[] | null;
  /** What somebody has to be or have, each as a code; all of them. */
  readonly conditions: readonly string[];
};

/**
 * A person without her name: what is known of her (absent is unknown) and what she wishes (absent is no wish). An age is a number of years or a
 * band, both ends included.
 */
export type Profile = {
  readonly needs?: readonly string[] | undefined;
  readonly age?: number | readonly [number, number] | undefined;
  readonly municipality?: string | undefined;
  /** Whether each condition holds; one that is not there is not known. */
  readonly facts?: Readonly<Record<string, boolean>> | undefined;
  /** Wishes: any of these languages, at most this cost, open at this minute of the week (Monday 00:00 is 0). */
  readonly languages?: readonly string[] | undefined;
  readonly mostPayable?: number | undefined;
  readonly openAt?: number | undefined;
};

/** Rules that a service can fail, each a bit of its code; the same bits sixteen places higher say that the rule cannot be answered: ask. */
export const ruleBits = { need: 1, 'age-below': 2, 'age-above': 4, area: 8, language: 16, cost: 32, closed: 64 } as const;
/** Each of a service's own conditions has a bit of its own, in their order; the eighth stands for every later one too. */
export const firstCondition = 7;
export const countedConditions = 8;
export type Rule = keyof typeof ruleBits | 'condition';
export const failedBits = 0x7fff;
const ask = (bit: number) => bit << 16;

/** Serves none of the needs. */
export function needCode({ needs }: ServiceRules, wanted: readonly string[]): number {
  return wanted.some((need) => needs.includes(need)) ? 0 : ruleBits.need;
}

/** Too young or too old for the whole band fails; a band across a limit, or no age where there is a limit, asks. */
export function ageCode({ minimumAge, maximumAge }: ServiceRules, age: Profile['age']): number {
  if (age === undefined) return (minimumAge !== null && minimumAge > 0 ? ask(ruleBits['age-below']) : 0) | (maximumAge !== null ? ask(ruleBits['age-above']) : 0);
  const [from, to] = typeof age === 'number' ? [age, age] : age;
  let code = 0;
  if (minimumAge !== null && from < minimumAge) code |= to < minimumAge ? ruleBits['age-below'] : ask(ruleBits['age-below']);
  if (maximumAge !== null && Math.floor(to) > maximumAge) code |= Math.floor(from) > maximumAge ? ruleBits['age-above'] : ask(ruleBits['age-above']);
  return code;
}

export function areaCode({ areas }: ServiceRules, municipality: string | undefined): number {
  if (areas === 'everywhere') return 0;
  if (areas === null || municipality === undefined) return ask(ruleBits.area);
  return areas.includes(municipality) ? 0 : ruleBits.area;
}

export function languageCode({ languages }: ServiceRules, wanted: readonly string[]): number {
  if (languages === null) return ask(ruleBits.language);
  return wanted.some((one) => languages.includes(one)) ? 0 : ruleBits.language;
}

export function costCode({ lowestCost }: ServiceRules, most: number): number {
  if (lowestCost === null) return ask(ruleBits.cost);
  return lowestCost <= most ? 0 : ruleBits.cost;
}

export const weekMinutes = 7 * 1440;

/** Whether hours cover a minute of the week; those of Sunday can reach into Monday. */
export function covers({ day, from, to }: Hours, minute: number): boolean {
  const start = day * 1440 + from;
  return (minute - start + weekMinutes) % weekMinutes < to - from;
}

export function hoursCode({ hours }: ServiceRules, minute: number): number {
  if (hours === null) return ask(ruleBits.closed);
  return hours.some((one) => covers(one, minute)) ? 0 : ruleBits.closed;
}

/** The bit of a service's condition at a place of its list. */
export function conditionBit(place: number): number {
  return 1 << (firstCondition + Math.min(place, countedConditions - 1));
}
