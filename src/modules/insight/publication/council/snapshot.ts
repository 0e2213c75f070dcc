import type { Figure } from '../../figure/figure.ts';
import { figurePath } from '../figure-inline.ts';
import type { Snapshot } from '../snapshot.ts';
import type { Records } from './queries.ts';

export const priorityPath = (slug: string): string => `/plan/priorities/${slug}`;
export const bodyPath = (slug: string): string => `/governance/bodies/${slug}`;

/** The records of a report as the next one is compared with them. The days of a delay are left out: they change by themselves. */
export function snapshotOf(records: Records, figures: readonly Figure[]): Snapshot {
  return Object.fromEntries([
    ...records.priorities.map((one) => [`priority:${one.slug}`, { label: one.title, path: priorityPath(one.slug), value: {} }] as const),
    ...records.milestones.map((one) => [`milestone:${one.id}`, { label: one.title, path: priorityPath(one.prioritySlug), value: { state: one.state.kind, due: one.due } }] as const),
    ...records.decisions.map((one) => [`decision:${one.id}`, { label: one.title, path: bodyPath(one.bodySlug), value: {} }] as const),
    ...figures.map((one) => [`figure:${one.slug}`, {
      label: { en: `${one.label.en}, ${one.period.en}`, fr: `${one.label.fr}, ${one.period.fr}` }, path: figurePath(one.slug), value: { value: one.value ?? '', number: one.number === undefined ? '' : String(one.number), supersededBy: one.supersededBy ?? '' },
    }] as const),
  ]);
}
