import type { Pack } from '#app/community-pack/schema.ts';
import { loadCare, loadDirectory, loadPoints } from '#app/modules/access/index.ts';
import { loadMeetings, loadVoice } from '#app/modules/engagement/index.ts';
import { loadGrants, loadPilots } from '#app/modules/funding/index.ts';
import { loadBodies } from '#app/modules/governance/index.ts';
import { loadAlerts, loadFigures, loadData } from '#app/modules/insight/index.ts';
import { loadPlan } from '#app/modules/plan/index.ts';
import { loadReview } from '#app/modules/review/index.ts';
import { loadSituation } from '#app/modules/situation/index.ts';
import { type Kept, sumKept } from '#app/platform/db/keep-rows.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { loadAgencies } from './agencies.ts';

export type LoadReport = Kept;

/**
 * Brings the content of an installation to that of a pack, in the worker's transaction: all of it or nothing. What staff wrote is left as it
 * is; a second load of the same pack changes nothing. The report says what was added, changed, withdrawn and left.
 */
export async function loadCommunity(scope: Scope, pack: Pack): Promise<LoadReport> {
  const kept = sumKept([
    await loadAgencies(scope, pack),
    await loadPlan(scope, pack),
    await loadBodies(scope, pack),
    await loadFigures(scope, pack),
    await loadAlerts(scope, pack),
    await loadVoice(scope, pack),
    await loadMeetings(scope, pack),
    await loadDirectory(scope, pack),
    await loadPoints(scope, pack),
    await loadCare(scope, pack),
    await loadReview(scope, pack),
    await loadData(scope, pack),
    await loadSituation(scope, pack),
    await loadGrants(scope, pack),
    await loadPilots(scope, pack),
  ]);
  await raiseEvent(scope, { kind: 'platform.content-loaded' });
  return kept;
}
