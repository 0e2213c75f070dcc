import type { Pack } from '#app/community-pack/schema.ts';
import { type Kept, keepRows, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads areas, series, the first version of each rule, and the protocol from a content pack. Versions that a keeper made stay. */
export async function loadAlerts(scope: Scope, { alerts, community }: Pack): Promise<Kept> {
  return sumKept([
    await keepRows(scope, 'insight.alert_area', community.municipalities.map(({ id, name }, position) => ({ slug: id, name, position }))),
    await keepRows(scope, 'insight.alert_series', alerts.series.map(({ id, name, text, basis, source, delayWeeks }, position) => ({ slug: id, position, name, text, basis, source, delay_weeks: delayWeeks }))),
    await keepRows(scope, 'insight.alert_rule', alerts.rules.map((rule, position) => ({
      slug: `${rule.id}/1`, rule: rule.id, version: 1, position, series_slug: rule.series, name: rule.name, method: rule.method, unit: rule.unit, each_area: rule.eachArea, options: rule.options, active: true, valid_from: rule.from,
    })), { ids: true }),
    await keepRows(scope, 'insight.alert_protocol', alerts.protocol.map(({ id, what, owedBy, hours }, position) => ({ slug: id, position, what, owed_by: owedBy, hours }))),
  ]);
}
