import { hasRole, type Scope } from '#app/platform/db/scope.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { readableSlug } from '#app/ui/readable-slug.ts';
import type { Indicator, IndicatorText } from './indicator.ts';
import { reservedSlugs } from './paths.ts';
import { insertCheck, insertRetirement, insertVersion, listIndicators } from './queries.ts';

/** Adds an indicator to the framework and gives its slug: its English name, made unlike every other. */
export async function addIndicator(scope: Scope, text: IndicatorText): Promise<string> {
  const taken = await listIndicators(scope);
  const base = readableSlug(text.name.en) || 'indicator';
  const used = new Set([...reservedSlugs, ...taken.map((one) => one.slug)]);
  const slug = used.has(base) ? `${base}-${Array.from({ length: used.size + 2 }, (_one, index) => index + 2).find((number) => !used.has(`${base}-${number}`))}` : base;
  await insertVersion(scope, { ...text, slug, version: 1, position: taken.length, sources: [], madeUp: [], changeReason: undefined });
  return slug;
}

/** Writes a new version; the earlier ones stay readable with their reasons. A column that was rewritten is no longer made up. */
export async function changeIndicator(scope: Scope, indicator: Indicator, text: IndicatorText, reason: Bilingual): Promise<void> {
  const madeUp = indicator.madeUp.filter((column) => (column === 'frequency' ? indicator.months === text.months : JSON.stringify(indicator[column]) === JSON.stringify(text[column])));
  await insertVersion(scope, { ...text, slug: indicator.slug, version: indicator.version + 1, position: indicator.position, sources: indicator.sources, madeUp, changeReason: reason });
}

/** Takes an indicator out of the framework; its page stays with the reason. */
export async function retireIndicator(scope: Scope, indicator: Indicator, reason: Bilingual): Promise<void> {
  await insertRetirement(scope, indicator.slug, reason);
}

/** Confirms that the columns and the values were held against their source today. */
export async function confirmCheck(scope: Scope, indicator: Indicator, note: string | undefined): Promise<void> {
  const by = scope.actor.kind === 'staff' ? scope.actor.name : '';
  await insertCheck(scope, indicator.slug, { role: hasRole(scope, 'analyst') ? 'analyst' : 'plan-manager', by, note });
}
