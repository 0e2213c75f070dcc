import type { Site } from '#app/ui/page-frame.ts';
import type { Community } from './queries.ts';

/** The part of a site that the community's content gives. */
export function siteOf(community: Community): Pick<Site, 'name' | 'place' | 'notServiceOf' | 'adopted' | 'timeZone'> {
  const { name, place, notServiceOf, adopted, timeZone } = community;
  return { name, place, notServiceOf, adopted, timeZone };
}
