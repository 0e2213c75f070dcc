import { page } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listDue, listRecentlyKept } from '../obligation/queries.ts';
import { MyDayPage } from './my-day-page.tsx';
import { myDayWords } from './words.ts';

const day = 86_400_000;

export function myDayRoutes(site: SiteSource): Route[] {
  return [
    {
      method: 'GET', path: '/commitment/my-day', may: 'signed-in', audit: 'none',
      handle: async (visit) => {
        const frame = frameOf(visit, site(), { title: myDayWords[visit.language].title, current: 'my-day' });
        return page(<MyDayPage frame={frame} today={visit.today} due={await listDue(visit)} kept={await listRecentlyKept(visit, new Date(visit.now.getTime() - day))} />);
      },
    },
  ];
}
