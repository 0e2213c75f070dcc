import type { Scope } from '#app/platform/db/scope.ts';
import { listFigures } from '../figure/queries.ts';
import { listIndicators } from './queries.ts';
import { type Reading, readIndicator } from './rules.ts';

/** Every indicator known today with what it tells, retired ones too, in the order of the framework. */
export async function listReadings(scope: Scope): Promise<Reading[]> {
  const figures = await listFigures(scope);
  return (await listIndicators(scope)).map((indicator) => readIndicator(indicator, figures, scope.today));
}

export async function findReading(scope: Scope, slug: string): Promise<Reading | undefined> {
  return (await listReadings(scope)).find((one) => one.indicator.slug === slug);
}
