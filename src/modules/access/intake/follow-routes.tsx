import { invalid, page } from '#app/platform/http/answer.ts';
import { codeDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { intakeSecret, withdraw } from './actions.ts';
import { SaidPage } from './elsewhere-page.tsx';
import { FollowForm, FollowPage } from './follow-pages.tsx';
import { followWords } from './follow-words.ts';
import { intakePaths } from './paths.ts';
import { findFollowed } from './queries.ts';

/** Following a request by its code, which travels in the body of a post alone. */
export function followRoutes(site: SiteSource): Route[] {
  const door = codeDoor({ limit: 'intake-code' }, intakeSecret);
  const frame = (visit: Visit, title: string, hasErrors = false) => frameOf(visit, site(), { title, current: 'points', unlisted: visit.method === 'POST', hasErrors });
  const unknown = (visit: Visit) => {
    const words = followWords[visit.language];
    return invalid(<FollowForm frame={frame(visit, words.title, true)} typed={visit.form.text('code')} error={words.unknown} />);
  };
  return [
    { method: 'GET', path: intakePaths.follow, may: 'anyone', audit: 'none', handle: async (visit) => page(<FollowForm frame={frame(visit, followWords[visit.language].title)} typed="" />) },
    { ...door.behind, method: 'POST', path: intakePaths.follow, audit: 'none', handle: async (visit) => {
      const followed = await door.open(visit, findFollowed);
      return followed ? page(<FollowPage frame={frame(visit, followed.pointName[visit.language])} followed={followed} code={visit.form.text('code')} today={visit.today} />) : unknown(visit);
    } },
    { ...door.behind, method: 'POST', path: intakePaths.withdraw, audit: 'none', handle: async (visit) => {
      const words = followWords[visit.language];
      if (!(await door.open(visit, withdraw))) return unknown(visit);
      return page(<SaidPage frame={frame(visit, words.withdrawn)} lead={words.withdrawnLead} />);
    } },
  ];
}
