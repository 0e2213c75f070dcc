import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import type { Named } from '../index.ts';
import { listEnded, listOpen } from '../obligation/queries.ts';
import { commitmentPaths } from '../paths.ts';
import { MyDayPage } from './my-day-page.tsx';
import { myDayWords } from './words.ts';

const day = 86_400_000;

export function myDayRoutes(site: SiteSource, named: Named): Route[] {
  return [
    {
      method: 'GET', path: commitmentPaths.myDay, may: 'signed-in', audit: 'none',
      handle: async (visit) => {
        const frame = frameOf(visit, site(), { title: myDayWords[visit.language].title, current: 'my-day' });
        const mine = await listOpen(visit, { mine: true });
        const stuck = (await listOpen(visit, { late: true })).filter((one) => one.stage === 'escalated' && !mine.some((own) => own.id === one.id));
        const ended = await listEnded(visit, new Date(visit.now.getTime() - day));
        return page(<MyDayPage frame={frame} at={visit} mine={mine} stuck={stuck} ended={ended} bodies={await named.listBodies(visit)} />);
      },
    },
  ];
}
