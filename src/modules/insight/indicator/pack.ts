import type { PackIndicators } from '#app/community-pack/indicator-schema.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the indicators of a content pack as their first versions; what staff changed since stands over them. */
export async function loadIndicators(scope: Scope, { indicators }: PackIndicators): Promise<Kept[]> {
  return [
    await keepRows(scope, 'insight.indicator', indicators.map((one, position) => {
      const { target } = one;
      return {
        slug: `${one.id}/1`, indicator_slug: one.id, version: 1, position, name: one.name, outcome: one.outcome, baseline: one.baseline, target: target ? { en: target.en, fr: target.fr } : null,
        target_value: target?.value ?? null, target_direction: target?.direction ?? null, target_by: target?.by ?? null, source: one.source, method: one.method, frequency_months: one.months,
        frequency_note: one.frequency ?? null, responsibility: one.responsibility, level: one.level, accountability: one.accountability, domain_slug: one.domain, area_slugs: one.areas, priority_slugs: one.priorities,
        series_slug: one.series, place_slug: one.place, breakdown_slug: one.part ?? null, expected_from: one.expectedFrom, lag_days: one.lagDays, sources: one.sources, made_up: one.madeUp, known_from: one.knownFrom,
      };
    })),
    await keepRows(scope, 'insight.indicator_retirement', indicators.flatMap((one) => (one.retired ? [{ slug: `${one.id}/retired`, indicator_slug: one.id, reason: one.retired.reason, known_from: one.retired.on }] : []))),
  ];
}
