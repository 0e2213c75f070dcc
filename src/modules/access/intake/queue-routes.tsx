import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { type AccessPoint, listPoints } from '../access-point/queries.ts';
import { misfit } from '../access-point/rules.ts';
import type { Desk } from '../person/actions.ts';
import { deskOf } from '../person/desk.ts';
import { receive } from './actions.ts';
import { deskWords } from './desk-words.ts';
import { EnterElsewherePage, EnterPage } from './enter-page.tsx';
import { type Asked, carriedFields, readIntake } from './input.ts';
import { answering, intakePaths } from './paths.ts';
import { onceOf } from './public-routes.tsx';
import { QueuePage } from './queue-page.tsx';
import { countIntakes, listIntakes, type QueueFilter, seekIntakes } from './queries.ts';
import { CountsPage } from './side-pages.tsx';

/** The list of requests, the entry by staff, and the numbers. */
export function queueRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'intakes', hasErrors: errors !== undefined });
  const atDesk = (work: (visit: Visit, desk: Desk) => Promise<Answer>) => async (visit: Visit): Promise<Answer> => {
    const desk = deskOf(visit);
    return desk ? await work(visit, desk) : notFound;
  };
  return [
    { method: 'GET', path: intakePaths.intakes, may: answering, audit: 'access.list-intakes', handle: atDesk(async (visit, desk) => page(await queue(visit, desk, filterOf(visit)))) },
    { method: 'POST', path: intakePaths.seek, may: answering, audit: 'access.seek-intakes', handle: atDesk(async (visit, desk) => {
      const wanted = visit.form.text('wanted');
      if (wanted.length < 2 || wanted.length > 200) return invalid(await queue(visit, desk, {}, { wanted: deskWords[visit.language].noSeek }));
      return page(await queue(visit, desk, { ids: await seekIntakes(visit, wanted) }));
    }) },
    { method: 'GET', path: intakePaths.counts, may: { roles: [...answering.roles, 'coordinator'] }, audit: 'access.count-intakes', handle: async (visit) => {
      const all = await listPoints(visit);
      const points = hasRole(visit, 'coordinator') ? all : all.filter((one) => one.agency === deskOf(visit)?.agency);
      return page(<CountsPage frame={frame(visit, deskWords[visit.language].countsTitle)} counts={await countIntakes(visit)} points={points} />);
    } },
    { method: 'GET', path: intakePaths.enter, may: answering, audit: 'none', handle: atDesk(async (visit, desk) => page(await enter(visit, desk, visit.query.get('point')))) },
    { method: 'POST', path: intakePaths.enter, may: answering, audit: 'access.enter-intake', handle: atDesk(postEnter) },
  ];

  function filterOf({ query }: Visit): QueueFilter {
    const given = (name: string) => query.get(name) || undefined;
    return { point: given('point'), level: given('level'), age: given('age'), closed: query.get('show') === 'closed' };
  }

  async function queue(visit: Visit, desk: Desk, filter: QueueFilter, errors?: FieldErrors) {
    return <QueuePage frame={frame(visit, deskWords[visit.language].title, errors)} at={visit} account={desk.account} points={await listPoints(visit, { agency: desk.agency })} intakes={await listIntakes(visit, filter)}
      filter={filter} typed={visit.method === 'POST' ? visit.form : emptyForm} sought={filter.ids !== undefined} errors={errors} />;
  }

  async function enter(visit: Visit, desk: Desk, slug: string | null, errors?: FieldErrors) {
    const points = await listPoints(visit, { agency: desk.agency });
    return <EnterPage frame={frame(visit, deskWords[visit.language].enterTitle, errors)} points={points} point={points.find((one) => one.slug === slug)} typed={visit.method === 'POST' ? visit.form : emptyForm} once={onceOf(visit)} errors={errors} />;
  }

  async function postEnter(visit: Visit, desk: Desk): Promise<Answer> {
    const all = await listPoints(visit);
    const own = all.filter((one) => one.agency === desk.agency);
    const point = own.find((one) => one.slug === visit.form.text('point'));
    if (!point) return notFound;
    if (visit.form.text('carried') === 'yes') return page(await enter(visit, desk, point.slug));
    const read = readIntake(visit.form, visit.language, point, 'staff');
    if (read.errors) return invalid(await enter(visit, desk, point.slug, read.errors));
    const asked = read.value;
    if (asked.misfit && visit.form.text('anyway') !== 'yes') {
      const fitting = all.filter((one) => one.slug !== point.slug && fits(one, asked));
      return page(<EnterElsewherePage frame={frame(visit, deskWords[visit.language].elsewhere)} point={point} misfit={asked.misfit} own={fitting.filter((one) => own.includes(one))} others={fitting.filter((one) => !own.includes(one))} fields={carriedFields(visit.form)} />);
    }
    const done = await receive(visit, point, asked, onceOf(visit));
    if (done.outcome === 'closed') return notFound;
    if (done.outcome === 'received') visit.about('intake', done.id);
    return redirect(localized(visit.language, done.outcome === 'received' ? intakePaths.intake(done.id) : intakePaths.intakes));
  }
}

function fits(point: AccessPoint, { detail }: Asked): boolean {
  const wrong = misfit(point, { age: detail.age ?? undefined, inSchool: detail.in_school ?? undefined });
  return wrong === undefined || wrong === 'ask-school';
}
