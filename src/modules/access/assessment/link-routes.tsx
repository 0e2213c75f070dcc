import { newId } from '#app/platform/db/id.ts';
import { type Answer, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { hashToken } from '#app/platform/http/session-cookie.ts';
import { localized, type SiteSource } from '#app/ui/page-frame.ts';
import { findVersion, insertVersion } from '../instrument/queries.ts';
import type { Version } from '../instrument/shelf.ts';
import { writing } from '../paths.ts';
import { newCode, secretOf } from './code.ts';
import { fillRoutes } from './fill-routes.tsx';
import { LinkPage } from './link-page.tsx';
import { assessmentPaths } from './paths.ts';
import { beginAssessment, giveLink, readAssessment } from './queries.ts';
import { idIn, listOffered, nameIn, readerOf } from './reader.ts';
import type { Framing } from './routes.tsx';
import { assessmentWords } from './words.ts';

/** How long a link holds. */
const hours = 72;

/** A link by which the person fills in one form herself: made by whoever works with her, shown once. */
export function linkRoutes(site: SiteSource, frame: Framing): Route[] {
  return [
    { method: 'POST', path: assessmentPaths.link(':id', ':instrument'), may: writing, audit: 'access.give-link', handle: async (visit) => {
      const reader = await readerOf(visit);
      const version = reader && (await listOffered(visit, reader)).find((one) => one.id === visit.params.instrument && !one.scoreOnly);
      if (!reader || !version) return notFound;
      const id = newId();
      await insertVersion(visit, version);
      return (await beginAssessment(visit, { id, person: reader.id, instrument: version.id, hash: version.hash, byPerson: true, language: visit.language })) ? await give(visit, reader.id, id, version) : notFound;
    } },
    { method: 'POST', path: assessmentPaths.renew(':id', ':assessment'), may: writing, audit: 'access.give-link', handle: async (visit) => {
      const [reader, id] = [await readerOf(visit), idIn(visit, 'assessment')];
      const kept = reader && id ? await readAssessment(visit, id) : undefined;
      const version = kept ? await findVersion(visit, kept.hash) : undefined;
      return reader && kept && version && kept.person === reader.id ? await give(visit, reader.id, kept.id, version) : notFound;
    } },
    ...fillRoutes(site),
  ];

  async function give(visit: Visit, person: string, assessment: string, version: Version): Promise<Answer> {
    const code = newCode();
    const until = new Date(visit.now.getTime() + hours * 3_600_000);
    if (!(await giveLink(visit, { id: newId(), assessment, key: hashToken(secretOf(code) ?? ''), until }))) return notFound;
    const address = `${visit.baseUrl}${localized(visit.language, assessmentPaths.fill)}?key=${code}`;
    return page(<LinkPage frame={frame(visit, assessmentWords[visit.language].linkTitle)} person={person} name={await nameIn(visit, person)} version={version} code={code} address={address} until={until} timeZone={visit.timeZone} />);
  }
}
