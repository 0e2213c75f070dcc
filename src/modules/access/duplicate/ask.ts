import type { Scope } from '#app/platform/db/scope.ts';
import type { Visit } from '#app/platform/http/route.ts';
import { type AgencyLine, type Elsewhere, type Identity, listAgencies, searchElsewhere, writeFound } from '../person/queries.ts';
import { searchKey } from '../person/search-key.ts';
import { findAlike, type Likeness } from './compare.ts';
import { type Alike, listNear } from './queries.ts';

export type AlikeRecord = Alike & Pick<Likeness, 'band' | 'fields'>;
/** Asked before a person is entered: the records she could be. `key` is what was looked for, so that a name changed afterwards is looked for anew. */
export type Question = { readonly key: string; readonly alike: readonly AlikeRecord[]; readonly elsewhere: readonly Elsewhere[]; readonly agencies: readonly AgencyLine[] };

/** The question to ask before somebody is entered; undefined when nobody fits, when she stays anonymous, or when it was asked about this very name and day. */
export async function askAlike(visit: Pick<Visit, 'form'> & Scope, identity: Identity | undefined): Promise<Question | undefined> {
  if (!identity) return undefined;
  const name = searchKey(identity.givenName, identity.familyName);
  const key = `${name} ${identity.birthDate ?? '-'}`;
  if (visit.form.text('checked') === key) return undefined;
  const records = await listNear(visit, name, identity.birthDate);
  const near = new Map(records.filter((one) => one.near).map((one) => [one.id, one]));
  const matches = near.size === 0 ? [] : findAlike(records, { ...identity, postcode: null, phone: null, email: null });
  const alike = matches.flatMap(({ id, band, fields }) => {
    const record = near.get(id);
    return record ? [{ ...record, band, fields }] : [];
  });
  await writeFound(visit, alike);
  const elsewhere = identity.birthDate ? await searchElsewhere(visit, name, identity.birthDate) : [];
  return alike.length + elsewhere.length > 0 ? { key, alike, elsewhere, agencies: await listAgencies(visit) } : undefined;
}
