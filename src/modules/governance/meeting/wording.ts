import type { Scope } from '#app/platform/db/scope.ts';
import { listActions } from '../action/queries.ts';
import { findBody } from '../body/queries.ts';
import { listDecisionsIn } from '../decision/queries.ts';
import { type Item, listItems } from '../matter/queries.ts';
import { missingTexts } from './minutes-page.tsx';
import { findMeeting } from './queries.ts';

/** Whether the minutes that an item is about would be public with a text in one language only. */
export async function publicMinutesLack(scope: Scope, item: Item): Promise<boolean> {
  const meeting = item.matter.kind === 'minutes' && item.matter.subject ? await findMeeting(scope, item.matter.subject.id) : undefined;
  if (!meeting || (await findBody(scope, meeting.bodySlug))?.minutes !== 'public') return false;
  return missingTexts({ items: await listItems(scope, meeting.id), decisions: await listDecisionsIn(scope, meeting.id), actions: await listActions(scope, { meeting: meeting.id }) }).length > 0;
}
