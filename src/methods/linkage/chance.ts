import { type FieldName, fieldNames } from './fields.ts';

/**
 * What two different people share by chance, before any data is seen: for equality the share of an ordinary value (`value`), and how many
 * others with the same value a value is taken to have besides those counted (`unseen`).
 */
type Chance = { readonly value: number; readonly unseen: number };

const chances: Readonly<Record<FieldName, Chance>> = {
  givenName: { value: 1 / 200, unseen: 0.5 }, surname: { value: 1 / 500, unseen: 0.5 }, dateOfBirth: { value: 1 / 25_000, unseen: 0 }, sex: { value: 1 / 2, unseen: 0.5 },
  streetNumber: { value: 1 / 100, unseen: 0.5 }, street: { value: 1 / 500, unseen: 0.5 }, suburb: { value: 1 / 60, unseen: 0.5 }, province: { value: 1 / 3, unseen: 0.5 },
  postcode: { value: 1 / 300, unseen: 0.5 }, phone: { value: 1e-4, unseen: 0.2 }, email: { value: 1e-5, unseen: 0.1 },
};

export const chanceOf: readonly Chance[] = fieldNames.map((field) => chances[field]);

/** How many people the assumptions above count for, beside those in the data. */
export const assumedPeople = 200;

/** Shares of pairs of different people on the levels that are neither equal nor different; the weight of one made-up sample of `assumedPeople` pairs. */
const nameShares = [0, 0.004, 0.0015, 0.001, 0.002, 0.003, 0.01, 0, 1e-5, 0.0015, 0.003, 0.01] as const;
const dateShares = [0, 4e-5, 3e-5, 3e-4, 2e-4, 3e-4, 7e-4, 3e-4, 2e-3, 1e-4, 1e-4, 2e-3] as const;
const textShares = [0, 0.004, 0.001, 0.002, 0.003, 0.01] as const;

export function assumedShares(field: FieldName, different: number, levels: number): Float64Array {
  const shares = new Float64Array(levels);
  shares.set(field === 'dateOfBirth' ? dateShares : field === 'givenName' || field === 'surname' ? nameShares : textShares);
  shares[1] = chances[field].value;
  shares[different] = 0;
  shares[different] = 1 - shares.reduce((sum, share) => sum + share, 0);
  return shares;
}
