import { loadCommunity } from '#app/community/load.ts';
import { readPack } from '#app/community-pack/read.ts';
import { addDemoRequests, enterDemoWork, loadDirectory, openDemoOutreach } from '#app/modules/access/index.ts';
import { addDemoVoices, openDemoSurveys, submitIssue } from '#app/modules/engagement/index.ts';
import { enterDemoFund, enterDemoPilot } from '#app/modules/funding/index.ts';
import { seatDemoMembers } from '#app/modules/governance/index.ts';
import { createDemoAccounts } from '#app/modules/identity/index.ts';
import { declareCubes, enterDemoOverdoses, startPublication } from '#app/modules/insight/index.ts';
import { openDemoReview } from '#app/modules/review/index.ts';
import { enterDemoDiscussions } from '#app/modules/situation/index.ts';
import { instantIn, realClock } from '#app/platform/clock/clock.ts';
import { type Config, ConfigRefused } from '#app/platform/config/config.ts';
import type { Pool } from '#app/platform/db/pool.ts';
import { inScope } from '#app/platform/db/scope.ts';
import { cubeSources } from './releases.ts';
import { findInstallation, type Installation, readInstallation, recordInstallation } from './installation.ts';

const demoMark = { en: ' (demonstration)', fr: ' (démonstration)' } as const;

/**
 * What this installation is. On an empty database the community's pack is loaded and, where a demonstration is wanted, its clock is set and
 * its demonstration accounts are made, all in one transaction: a start that is cut off leaves the database as empty as it was.
 */
export async function findOrMakeInstallation(pool: Pool, config: Config, demo: boolean | undefined): Promise<Installation> {
  const known = await findInstallation(pool);
  if (known) return known;
  if (config.databaseUrl && demo) throw new ConfigRefused('--demo is for the embedded database; with DATABASE_URL no demonstration account is ever made.');
  const pack = await readPack(config.community);
  const demonstration = !config.databaseUrl && demo !== false;
  const { timeZone } = pack.community;
  const clock = { start: instantIn(timeZone, pack.community.demonstrationStart.slice(0, 16)).toISOString(), since: realClock.now().toISOString() };
  const installation: Installation = { demonstration, timeZone, ...(demonstration ? { clock } : {}) };
  const moment = demonstration ? { now: () => new Date(clock.start), at: () => new Date(clock.start), demonstration: true } : realClock;
  return await inScope({ pool, clock: moment, timeZone }, { as: 'worker', purpose: 'first start' }, async (scope) => {
    // Of several servers that start on one empty database, the first makes what the others then find.
    await scope.sql`select pg_advisory_xact_lock(hashtext('ct_first_start'))`;
    const made = await readInstallation(scope);
    if (made) return made;
    await recordInstallation(scope, installation);
    await loadCommunity(scope, pack);
    await declareCubes(scope, cubeSources);
    if (demonstration) for (const issue of pack.demo.issues) await submitIssue(scope, { ...issue, title: `${issue.title}${demoMark[issue.language]}` });
    const cast = demonstration ? await createDemoAccounts(scope, pack.demo.agencies, pack.demo.accounts) : undefined;
    // The agencies of a demonstration are there only now: the directory says which of them keeps which entries.
    if (demonstration) await loadDirectory(scope, pack);
    if (cast) await addDemoVoices(scope, pack.consultations, cast.accounts);
    if (demonstration) await seatDemoMembers(scope, pack.demo.members);
    if (demonstration) await addDemoRequests(scope, pack.demo.requests);
    if (demonstration) await openDemoOutreach(scope, pack.demo.outreach);
    if (cast) await enterDemoOverdoses(scope, pack, cast);
    if (cast) await openDemoReview(scope, pack, cast);
    if (cast) await enterDemoWork(scope, pack.demo, cast);
    if (cast) await enterDemoDiscussions(scope, pack, cast);
    if (cast) await enterDemoPilot(scope, pack, cast);
    if (cast) await enterDemoFund(scope, pack, cast);
    if (demonstration) await openDemoSurveys(scope, pack.demo.surveys);
    if (demonstration) for (const report of pack.demo.publications) await startPublication(scope, report, report.sections);
    return installation;
  });
}
