import type { Pack } from '#app/community-pack/schema.ts';
import { instantIn } from '#app/platform/clock/clock.ts';
import { type Kept, keepRows } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';

/** Loads the public meetings of a content pack. What staff made or changed stays as it is. */
export async function loadMeetings(scope: Scope, { community, meetings }: Pick<Pack, 'community' | 'meetings'>): Promise<Kept> {
  return await keepRows(scope, 'engagement.event', meetings.map((one) => ({
    slug: one.id, title: one.title, about: one.about, municipality: one.municipality ?? null, place: one.place, entrance: one.entrance ?? null, on_date: one.date, when_text: one.when ?? null,
    starts_at: one.time ? instantIn(community.timeZone, `${one.date}T${one.time}`).toISOString() : null, minutes_long: one.minutes ?? null, languages: one.languages, capacity: one.capacity ?? null,
    child_care: one.childCare, distressing: one.distressing, demonstration: one.demonstration, sources: one.sources, known_from: one.knownFrom, consultation_slug: one.consultation ?? null,
  })), { ids: true });
}
