/** What is counted decides from how many on a count may be told: counts below are hidden. */
export const smallestByKind = { service: 5, health: 6, 'small-area': 11, 'overdose-area': 20, 'sexual-violence': 20, identity: 20 } as const;
export type Kind = keyof typeof smallestByKind;
export const kinds: readonly Kind[] = ['service', 'health', 'small-area', 'overdose-area', 'sexual-violence', 'identity'];
/** All other counts are rounded to its multiples. */
export const base = 5;
