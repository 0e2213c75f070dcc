import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the legal duties of a content pack with their law through time, the groups to consult, evidence and recorded adoptions. */
export async function loadPackDuties(scope: Scope, { duties: { duties, adoptions } }: Pack): Promise<Kept> {
  const knownFrom = (rule: { from: string; knownFrom?: string | undefined }) => rule.knownFrom ?? rule.from;
  return sumKept([
    await keepRows(scope, 'plan.duty', duties.map((one, index) => ({
      slug: one.id, position: index, title: one.title, must: one.must, owner_role: 'role' in one.owner ? one.owner.role : null, owner_body: 'body' in one.owner ? one.owner.body : null,
      note: one.note ?? null, demonstration: one.demonstration, known_from: one.rules.map(knownFrom).toSorted()[0],
    }))),
    await keepRows(scope, 'plan.duty_rule', duties.flatMap((one) => one.rules.map((rule) => ({
      slug: `${one.id}/rule-${rule.from}`, duty_slug: one.id, law: rule.law, section: rule.section ?? null, text: rule.text, confirmed: rule.confirmed, term: rule.term,
      from_date: rule.from, until_date: rule.until ?? null, sources: rule.sources, known_from: knownFrom(rule),
    })))),
    await keepRows(scope, 'plan.duty_group', duties.flatMap((one) => one.groups.map((group, index) => ({
      slug: `${one.id}/${group.id}`, duty_slug: one.id, position: index, name: group.name, from_date: group.from, sources: group.sources, known_from: group.from,
    })))),
    await keepRows(scope, 'plan.duty_evidence', duties.flatMap((one) => one.evidence.map((evidence, index) => ({
      slug: `${one.id}/evidence-${index + 1}`, duty_slug: one.id, group_slug: evidence.group === undefined ? null : `${one.id}/${evidence.group}`, kind: evidence.kind, title: evidence.title,
      on_date: evidence.date, approximate: evidence.approximate, url: evidence.url ?? null, sources: evidence.sources, known_from: evidence.knownFrom,
    })))),
    await keepRows(scope, 'plan.adoption', adoptions.map((one) => ({
      slug: `adoption-${one.date}`, on_date: one.date, resolution: one.resolution, adopted_by: one.by, url: one.url ?? null, sources: one.sources, known_from: one.knownFrom,
    }))),
  ]);
}
