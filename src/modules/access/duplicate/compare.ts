import type { FieldEvidence } from '#app/methods/linkage/explain.ts';
import type { PersonRecord } from '#app/methods/linkage/fields.ts';
import { linkRecords } from '#app/methods/linkage/link.ts';
import { createIndex, findMatches } from '#app/methods/linkage/register.ts';

/** What is compared of a record. Neither a health card number nor a social insurance number is ever asked for. */
export type Compared = { readonly id: string; readonly givenName: string; readonly familyName: string; readonly birthDate: string | null; readonly municipality: string | null; readonly postcode: string | null; readonly phone: string | null; readonly email: string | null };
export const bands = ['certain', 'likely', 'possible'] as const;
export type PairBand = (typeof bands)[number];
export type Likeness = { readonly score: number; readonly band: PairBand; readonly fields: readonly FieldEvidence[] };
export type WeighedPair = Likeness & { readonly left: string; readonly right: string };

/** From these odds on (log2: sixteen to one) a pair that is not certain is called likely. */
const likelyFrom = 4;

const recordOf = (one: Compared): PersonRecord => ({
  id: one.id, givenName: one.givenName, surname: one.familyName, dateOfBirth: one.birthDate ?? '', suburb: one.municipality ?? '', postcode: one.postcode ?? '', phone: one.phone ?? '', email: one.email ?? '',
});
const bandOf = (band: 'certain' | 'suggest', score: number): PairBand => (band === 'certain' ? 'certain' : score >= likelyFrom ? 'likely' : 'possible');
const keyOf = (one: string, other: string) => (one < other ? `${one} ${other}` : `${other} ${one}`);

/** Of the candidate pairs those that may be of one person, each with the smaller id on the left; the other records only teach how common a name is. */
export function weighPairs(records: readonly Compared[], candidates: readonly { readonly left: string; readonly right: string }[]): WeighedPair[] {
  const wanted = new Set(candidates.map(({ left, right }) => keyOf(left, right)));
  return linkRecords(records.map(recordOf)).links.flatMap(({ left, right, score, band, fields }) =>
    wanted.has(keyOf(left, right)) ? [{ ...(left < right ? { left, right } : { left: right, right: left }), score, band: bandOf(band, score), fields }] : []);
}

/** The records that somebody who is about to be entered could be, best first, at most five. */
export function findAlike(records: readonly Compared[], entered: Omit<Compared, 'id'>): (Likeness & { readonly id: string })[] {
  if (records.length === 0) return [];
  // Best first by what the fields say: the score takes off what a household explains, which puts a twin and the person herself in one place.
  const said = (one: Pick<Likeness, 'fields'>) => one.fields.reduce((sum, { weight }) => sum + weight, 0);
  return findMatches(createIndex(records.map(recordOf)), recordOf({ ...entered, id: '' })).toSorted((a, b) => said(b) - said(a)).slice(0, 5)
    .map(({ id, score, band, fields }) => ({ id, score, band: bandOf(band, score), fields }));
}
