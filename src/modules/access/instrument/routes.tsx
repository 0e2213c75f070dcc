import { type Answer, invalid, type Markup, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { deskOf } from '../person/desk.ts';
import { InstrumentsPage } from './list-page.tsx';
import { instrumentPaths } from './paths.ts';
import { listDecided, upsertDecided } from './queries.ts';
import { findOnShelf, listShelf } from './shelf.ts';
import { instrumentWords } from './words.ts';

const supervising = { roles: ['access-supervisor'] } as const;
const longestLicence = 1000;

/** What an agency decides about its forms: how long a score may be used, and which licensed tools it may use. */
export function instrumentRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: instrumentPaths.list, may: supervising, audit: 'none', handle: async (visit) => (deskOf(visit) ? page(await draw(visit)) : notFound) },
    { method: 'POST', path: instrumentPaths.change(':instrument'), may: supervising, audit: 'access.decide-instrument', handle: post },
  ];

  async function draw(visit: Visit, wrong?: { instrument: string; errors: FieldErrors }): Promise<Markup> {
    const frame = frameOf(visit, site(), { title: instrumentWords[visit.language].title, current: 'instruments', hasErrors: wrong !== undefined });
    return <InstrumentsPage frame={frame} shelf={listShelf()} decided={await listDecided(visit)} wrong={wrong} typed={wrong ? visit.form : emptyForm} saved={visit.query.get('saved') ?? undefined} />;
  }

  async function post(visit: Visit): Promise<Answer> {
    const [desk, version] = [deskOf(visit), findOnShelf(visit.params.instrument ?? '')];
    if (!desk || !version) return notFound;
    visit.about('instrument', version.id);
    const words = instrumentWords[visit.language];
    const [months, licence] = [visit.form.text(`months-${version.id}`), visit.form.text(`licence-${version.id}`)];
    const errors: Record<string, string> = {};
    if (months !== '' && !(/^\d{1,2}$/.test(months) && Number(months) >= 1 && Number(months) <= 60)) errors[`months-${version.id}`] = words.badMonths;
    if (licence.length > longestLicence) errors[`licence-${version.id}`] = words.tooLong;
    if (Object.keys(errors).length > 0) return invalid(await draw(visit, { instrument: version.id, errors }));
    await upsertDecided(visit, { instrument: version.id, months: months === '' ? null : Number(months), licence: version.scoreOnly && licence !== '' ? licence : null, agency: desk.agency, account: desk.account });
    return redirect(`${localized(visit.language, instrumentPaths.list)}?saved=${version.id}#${version.id}`);
  }
}
