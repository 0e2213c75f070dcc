import type { ListEvent, ListState } from '#app/methods/list/event.ts';
import { formatDay } from '#app/methods/timeline/day.ts';
import { seeded } from './seeded.ts';

const after: Readonly<Record<ListState, readonly ListState[]>> = { active: ['housed', 'housed', 'inactive', 'left'], housed: ['active'], inactive: ['active', 'housed'], left: [] };

/**
 * Made-up histories of a by-name list: `people` with some three changes each in the 120 months from January 2015, half of them recorded late. With
 * `mess`, some changes come in the wrong order, twice, merged, void, or with a former state that was never true. The same seed gives the same list.
 */
export function makeListEvents(people: number, seed: number, mess: boolean): ListEvent[] {
  const random = seeded(seed);
  const pick = <T>(values: readonly T[], otherwise: T) => values[Math.floor(random() * values.length)] ?? otherwise;
  const events: ListEvent[] = [];
  for (let person = 0; person < people; person += 1) {
    let day = 16_436 + Math.floor(random() * 3000);
    let [from, to]: [ListState | null, ListState] = [null, 'active'];
    for (let left = 1 + Math.floor(random() * 7.2); left > 0 && day < 20_088; left -= 1) {
      const recorded = `${formatDay(day + (random() < 0.5 ? Math.floor(random() * 200) : 0))}T${String(8 + Math.floor(random() * 10)).padStart(2, '0')}:30:00Z`;
      const event: ListEvent = { person: `p${person}`, effective: formatDay(day), recorded, from, to };
      const chance = mess ? random() : 1;
      if (chance < 0.03) events.push({ ...event, to: 'left', reason: pick(['merge', 'void'], 'merge') });
      else if (chance < 0.06) events.push({ ...event, from: pick([null, 'active', 'housed', 'inactive', 'left'] as const, null) });
      else if (chance < 0.08) events.push(event, event);
      else if (chance < 0.1) events.push({ person: event.person, effective: event.effective, to });
      else events.push(event);
      [from, to] = [to, pick(after[to], 'active')];
      day += Math.floor(random() * (mess ? 40 : 700)) + (mess ? 0 : 1);
      if (after[from].length === 0) break;
    }
  }
  if (mess) for (let i = events.length - 1; i > 0; i -= 1) swap(events, i, Math.floor(random() * (i + 1)));
  return events;
}

/** The 120 months from January 2015. */
export const listMonths = Array.from({ length: 120 }, (_, index) => `${2015 + Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`);

function swap(events: ListEvent[], a: number, b: number): void {
  const [one, other] = [events[a], events[b]];
  if (one && other) [events[a], events[b]] = [other, one];
}
