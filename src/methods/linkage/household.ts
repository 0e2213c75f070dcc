import { at, fieldCount } from './fields.ts';

const ofHousehold = new Uint8Array(fieldCount);
for (const field of [at.surname, at.streetNumber, at.street, at.suburb, at.province, at.postcode, at.phone]) ofHousehold[field] = 1;

/** True for the fields that people of one household share as copies of one person's record do. */
export function isOfHousehold(field: number): boolean {
  return ofHousehold[field] === 1;
}

/**
 * What the odds of one person lose to the odds of one household: two people who live together are the other explanation beside chance.
 * `home` is log2 of the odds of the household against chance; the answer is 0 or less.
 */
export function householdBits(home: number): number {
  return home > 40 ? -home : home < -40 ? 0 : -Math.log2(1 + 2 ** home);
}
