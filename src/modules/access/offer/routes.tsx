import { notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route } from '#app/platform/http/route.ts';
import { addDays } from '#app/ui/format.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { keeping } from '../list/paths.ts';
import { listKept } from '../list/queries.ts';
import { giving, vacancyPaths } from '../vacancy/paths.ts';
import { findVacancy } from '../vacancy/queries.ts';
import { showVacancy } from '../vacancy/show.tsx';
import { makeOffer, takeOfferStep } from './actions.ts';
import { protectDeclines } from './declines.ts';
import { DeclinesPage, fewest, type ListDeclines } from './declines-page.tsx';
import { readStep } from './input.ts';
import { offerPaths } from './paths.ts';
import { countDeclines, readOffers } from './queries.ts';
import { offerWords } from './words.ts';

/** Offers of vacancies: made by those who keep the list, answered by the agency that gave the place. */
export function offerRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: offerPaths.list, may: keeping, audit: 'access.show-declines', handle: async (visit) => {
      const lists: ListDeclines[] = [];
      for (const list of await listKept(visit)) {
        const counts = await countDeclines(visit, list.id, addDays(visit.today, -364), visit.today);
        lists.push({ list, table: counts.length === 0 ? undefined : await protectDeclines(counts, fewest) });
      }
      return page(<DeclinesPage frame={frameOf(visit, site(), { title: offerWords[visit.language].title, current: 'vacancies' })} lists={lists} />);
    } },
    { method: 'POST', path: offerPaths.make(':id'), may: keeping, audit: 'access.make-offer', handle: async (visit) => {
      const vacancy = await findVacancy(visit, visit.params.id ?? '');
      if (!vacancy?.keeps) return notFound;
      visit.about('vacancy', vacancy.id);
      const made = await makeOffer(visit, vacancy.id);
      return made === 'done' ? redirect(localized(visit.language, vacancyPaths.show(vacancy.id))) : await showVacancy(visit, site(), vacancy, { offer: offerWords[visit.language].made[made] ?? '' });
    } },
    { method: 'POST', path: offerPaths.step(':id', ':offer'), may: giving, audit: 'access.take-offer-step', handle: async (visit) => {
      const vacancy = await findVacancy(visit, visit.params.id ?? '');
      const offer = vacancy && (await readOffers(visit, vacancy.id)).find(({ id }) => id === visit.params.offer);
      const read = readStep(visit.form, visit.language);
      if (!vacancy || !offer || !read) return notFound;
      if (read.errors) return await showVacancy(visit, site(), vacancy, read.errors);
      visit.about('vacancy', vacancy.id);
      const words = offerWords[visit.language];
      const taken = await takeOfferStep(visit, offer.id, read.value);
      if (taken === 'absent') return notFound;
      return taken === 'done' ? redirect(localized(visit.language, vacancyPaths.show(vacancy.id))) : await showVacancy(visit, site(), vacancy, { offer: taken === 'same-account' ? words.sameAccount : words.notPossible });
    } },
  ];
}
