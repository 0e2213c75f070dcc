import { newId } from '#app/platform/db/id.ts';
import { accountOf } from '#app/platform/db/scope.ts';
import { conflicting, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { keptRoute } from '../list/kept.ts';
import { priorityPaths } from '../priority/paths.ts';
import { listPriorities } from '../priority/queries.ts';
import { lastFullMonth } from './months.ts';
import { ReplaysPage } from './page.tsx';
import { readingReplays, replayPaths } from './paths.ts';
import { askReplay, listReplays } from './queries.ts';
import { replayWords } from './words.ts';

/** Replays of priority rules as protected counts: asked for by those who keep a list, read by those who plan. */
export function replayRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: replayPaths.replays, may: readingReplays, audit: 'access.read-replays', handle: async (visit) =>
      page(<ReplaysPage frame={frameOf(visit, site(), { title: replayWords[visit.language].title, current: 'priorities' })} replays={await listReplays(visit)} />) },
    keptRoute('POST', replayPaths.ask(':slug'), 'access.ask-replay', async (visit, list) => {
      const versions = await listPriorities(visit, list.id);
      const [first, second] = ['first', 'second'].map((name) => versions.find(({ version }) => String(version) === visit.form.text(name)));
      const words = replayWords[visit.language];
      const refuse = (text: string) => conflicting(
        <StaffLayout frame={frameOf(visit, site(), { title: words.title, current: 'priorities' })}><h1>{words.title}</h1><p>{text}</p><p><a href={localized(visit.language, priorityPaths.replay(list.slug))}>{list.name[visit.language]}</a> · <a href={localized(visit.language, replayPaths.replays)}>{words.toReleased}</a></p></StaffLayout>,
      );
      const account = accountOf(visit);
      if (!account) return notFound;
      if (!first || !second || first.id === second.id) return refuse(words.choose);
      const id = newId();
      if (!(await askReplay(visit, { id, list: list.id, first: first.id, second: second.id, month: lastFullMonth(visit.today), account }))) return refuse(words.already);
      await raiseEvent(visit, { kind: 'access.replay-asked', subject: id });
      return redirect(localized(visit.language, replayPaths.replays));
    }),
  ];
}
