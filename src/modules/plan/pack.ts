import type { Pack } from '#app/community-pack/schema.ts';
import { instantIn } from '#app/platform/clock/clock.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { loadPackDuties } from './duty/pack.ts';
import { loadPackMilestones } from './milestone/pack.ts';

/** Loads the plan's part of a content pack. What staff wrote stays as it is. */
export async function loadPlan(scope: Scope, pack: Pack): Promise<Kept> {
  return sumKept([await loadOutline(scope, pack), await loadPriorities(scope, pack), await loadPackMilestones(scope, pack), await loadPackDuties(scope, pack), await loadDated(scope, pack)]);
}

async function loadOutline(scope: Scope, { community, plan }: Pack): Promise<Kept> {
  const { referencePrefix, municipalities, mail, privacy, departments } = community;
  return sumKept([
    await keepRows(scope, 'plan.community', [{
      slug: community.id, name: community.name, place: community.place, not_service_of: community.notServiceOf, time_zone: community.timeZone,
      adopted: community.adopted, settings: { referencePrefix, municipalities, mail, privacy, departments },
    }]),
    await keepRows(scope, 'plan.plan', [{ slug: community.id, title: plan.title, lead: plan.lead, about: plan.about }]),
    await keepRows(scope, 'plan.domain', plan.domains.map((one, index) => ({ slug: one.id, position: index, name: one.name, text: one.text }))),
    await keepRows(scope, 'plan.area', plan.areas.map((one) => ({ slug: one.id, position: one.order, name: one.name, text: one.text }))),
    await keepRows(scope, 'plan.topic', plan.topics.map((one, index) => ({ slug: one.id, position: index, name: one.name, hint: one.hint }))),
  ]);
}

async function loadPriorities(scope: Scope, { priorities, bodies }: Pack): Promise<Kept> {
  return sumKept([
    await keepRows(scope, 'plan.priority', priorities.map((one) => ({
      slug: one.id, position: one.order, body_slug: one.body, title: one.title, summary: one.summary, areas: one.areas, domains: one.domains, tagging: one.tagging,
      new_from: one.isNew?.from ?? null, new_to: one.isNew?.to ?? null,
      // On the plan since it was new, or since there was a body for it.
      known_from: one.isNew?.from ?? earliest(bodies.filter((body) => body.id === one.body).flatMap((body) => body.states.map((state) => state.from))),
    })), { ids: true }),
    await keepRows(scope, 'plan.priority_fact', priorities.flatMap((one) => one.facts.map((fact, index) => ({
      slug: `${one.id}/fact-${index + 1}`, priority_slug: one.id, position: index, kind: fact.kind, text: fact.text, until: fact.until ?? null, sources: fact.sources, known_from: fact.knownFrom,
    })))),
  ]);
}

async function loadDated(scope: Scope, pack: Pack): Promise<Kept> {
  return sumKept([
    await keepRows(scope, 'plan.source', Object.entries(pack.sources).map(([slug, source]) => ({
      slug, title: source.title, publisher: source.publisher, url: source.url, known_from: earliest(usesOf(pack, slug)),
    }))),
    await keepRows(scope, 'plan.history_entry', pack.plan.history.map((one, index) => ({
      slug: `${one.date}/${index + 1}`, on_date: one.date, approximate: one.approximate, text: one.text, sources: one.sources, known_from: one.knownFrom,
    }))),
    await keepRows(scope, 'plan.document', pack.documents.map((one) => ({
      slug: one.id, kind: one.kind, number: one.number ?? null, on_date: one.date, approximate: one.approximate, title: one.title, note: one.note ?? null, url: one.url ?? null,
      sources: one.sources, known_from: one.knownFrom,
    }))),
    await keepRows(scope, 'plan.event', pack.events.map((one) => ({
      slug: one.id, on_date: one.date, at_time: one.time ?? null, title: one.title, demonstration: one.demonstration, known_from: one.knownFrom,
    }))),
    await keepRows(scope, 'plan.news', pack.news.map((one) => ({
      slug: one.id, topic_slug: one.topic, on_date: one.date, written_at: instantIn(pack.community.timeZone, `${one.date}T00:00`), text: one.text,
      priority_slug: one.priority ?? null, body_slug: pack.priorities.find((priority) => priority.id === one.priority)?.body ?? null, sources: one.sources, known_from: one.date,
    })), { ids: true }),
  ]);
}

const beginning = '0001-01-01';

/** The days from which facts rest on a source; what has no date rests on it from the beginning. */
function usesOf(pack: Pack, source: string): string[] {
  const used: readonly { from: string; sources: readonly string[] }[] = [
    ...pack.plan.about.map((one) => ({ from: beginning, sources: one.sources })),
    ...pack.organisations.map((one) => ({ from: one.from ?? beginning, sources: one.sources })),
    ...[...pack.plan.history, ...pack.documents, ...pack.figures.series.flatMap((one) => one.figures), ...pack.milestones, ...pack.milestones.flatMap((one) => one.evidence), ...pack.meetings, ...pack.statements.statements, ...pack.priorities.flatMap((one) => one.facts)]
      .map((one) => ({ from: one.knownFrom, sources: one.sources })),
    ...pack.bodies.flatMap((one) => [...one.states, ...one.members]),
    ...pack.news.map((one) => ({ from: one.date, sources: one.sources })),
    ...[...pack.consultations.flatMap((one) => [one, ...one.facts.map((fact) => ({ knownFrom: one.knownFrom, sources: fact.sources }))]),
      ...pack.census.flatMap((one) => [one, ...one.margins.map((margin) => ({ knownFrom: one.knownFrom, sources: margin.sources }))])].map((one) => ({ from: one.knownFrom, sources: one.sources })),
    ...pack.duties.adoptions.map((one) => ({ from: one.knownFrom, sources: one.sources })),
    ...pack.duties.duties.flatMap((one) => [
      ...one.rules.map((rule) => ({ from: rule.knownFrom ?? rule.from, sources: rule.sources })), ...one.groups, ...one.evidence.map((shown) => ({ from: shown.knownFrom, sources: shown.sources })),
    ]),
  ];
  return used.flatMap((one) => (one.sources.includes(source) ? [one.from] : []));
}

function earliest(dates: readonly string[]): string {
  return dates.toSorted()[0] ?? beginning;
}
