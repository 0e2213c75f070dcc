import type { Language } from '#app/platform/language/language.ts';
import { populations } from '../application/model.ts';
import type { Offered } from '../application/section-fields.tsx';
import { applicationWords } from '../application/words.ts';
import { type Cents, sumOf } from '../money.ts';
import type { Given } from './given.ts';
import { type Share, sharesBy } from './portfolio.ts';
import { grantWords } from './words.ts';

export type NamedShare = Share & { readonly name: string };
export type ShareList = { readonly caption: string; readonly head: string; readonly shares: readonly NamedShare[] };

/** The money of all grants by category, priority, table, municipality and population; each list adds up to what was given. */
export function shareLists(language: Language, given: Given): ShareList[] {
  const words = grantWords[language];
  const { awards, offered, tables, categoryOf, calls } = given;
  const of = (list: keyof Offered) => (slug: string) => offered[list].find((one) => one.slug === slug)?.name[language] ?? slug;
  const named = (caption: string, head: string, shares: readonly Share[], name: (key: string) => string, none: string = words.unnamed): ShareList => ({ caption, head, shares: shares.map((one) => ({ ...one, name: one.key === '' ? none : name(one.key) })) });
  const category = (id: string) => {
    const own = calls.find((one) => one.categories.some((each) => each.id === id));
    const name = own?.categories.find((one) => one.id === id)?.name[language] ?? id;
    return calls.length > 1 && own ? `${name} (${own.call.title[language]})` : name;
  };
  const tableNames = new Map([...tables.values()].map((one) => [one.slug, one.name[language]]));
  return [
    named(words.byCategory, words.category, sharesBy(awards, (one) => [categoryOf.get(one.id) ?? '']), category, words.from),
    named(words.byPriority, words.serves, sharesBy(awards, (one) => one.priorities), of('priorities')),
    named(words.byTable, words.table, sharesBy(awards, (one) => one.priorities.map((slug) => tables.get(slug)?.slug ?? '')), (slug) => tableNames.get(slug) ?? slug, words.noTable),
    named(words.byPlace, words.place, sharesBy(awards, (one) => one.municipalities), of('municipalities')),
    named(words.byPopulation, words.serves, sharesBy(awards, (one) => (one.population ? [one.population] : [])), (key) => applicationWords[language].populations[populations.find((one) => one === key) ?? 'everybody']),
  ];
}

export type CallLine = { readonly title: string; readonly sent: number | undefined; readonly grants: number; readonly amount: Cents; readonly handed: Cents; readonly demonstration: boolean };
/** What each call gave, with what came from its reserve, and what of it was handed over for payment. */
export function callLines(language: Language, { calls, awards, handed }: Given): CallLine[] {
  return calls.map(({ call, sent }) => {
    const own = awards.filter((one) => one.callId === call.id);
    return { title: call.title[language], sent, grants: own.length, amount: sumOf(own.map((one) => one.amount)), handed: sumOf(own.map((one) => handed.get(one.id) ?? 0)), demonstration: call.demonstration };
  });
}
