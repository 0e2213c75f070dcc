import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads rules of support, the basics before 18, and pilots. The amounts of a scheme are those of the pack's care file, each with its own dates. */
export async function loadPilots(scope: Scope, { care, pilots: { schemes, readiness, pilots }, sources }: Pick<Pack, 'care' | 'pilots' | 'sources'>): Promise<Kept> {
  const sourced = (ids: readonly string[]) => ids.flatMap((id) => (sources[id] ? [{ title: `${sources[id].title}, ${sources[id].publisher}`, url: sources[id].url }] : []));
  const told = (part: { text: { en: string; fr: string }; sources: readonly string[] } | undefined) => (part ? { text: part.text, sources: sourced(part.sources) } : null);
  return sumKept([
    await keepRows(scope, 'funding.support_scheme', schemes.map((one) => ({
      slug: one.id, name: one.name, from_date: one.from, until_date: one.until ?? null, ends_at_age: one.endsAtAge, advice: one.advice, sources: sourced(one.sources),
      amounts: care.amounts.map((amount) => ({ age: amount.age, kind: amount.kind, cents: Math.round(amount.dollars * 100), from: amount.from, until: amount.until ?? null })),
      work: one.work.map((rule) => ({ hours: rule.hours, from: rule.from, until: rule.until ?? null })),
    }))),
    await keepRows(scope, 'funding.readiness_item', readiness.map((one, position) => ({ slug: one.id, position, text: one.text, confirmed: one.confirmed, from_date: one.from, sources: sourced(one.sources) }))),
    await keepRows(scope, 'funding.pilot', pilots.map((one) => ({
      slug: one.id, name: one.name, purpose: one.purpose, recipient: one.recipient, agency_slug: one.agency ?? null, amount: one.amount, granted_on: one.granted, known_from: one.knownFrom, demonstration: one.demonstration,
      instalments: one.instalments.map((part) => ({ ...part, paid: part.paid ?? null })), activities: one.activities, goal: told(one.goal), comparison: one.comparison ? { ...told(one.comparison), knownFrom: one.comparison.knownFrom } : null, sources: sourced(one.sources),
    }))),
  ]);
}
