import { randomBytes } from 'node:crypto';
import { type Answer, invalid, notFound, page } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { pointPaths } from '../access-point/paths.ts';
import { type AccessPoint, findPoint, listPoints } from '../access-point/queries.ts';
import { misfit } from '../access-point/rules.ts';
import { receive } from './actions.ts';
import { AskPage } from './ask-page.tsx';
import { DonePage } from './done-page.tsx';
import { ElsewherePage, NotToldPage, SaidPage } from './elsewhere-page.tsx';
import { carriedFields, readIntake } from './input.ts';
import { PrintPage } from './print-page.tsx';
import { intakeWords } from './words.ts';

type Asker = 'self' | 'professional';

/** The doors that are open to everybody: no account, no cookie, no audit line; the address is counted and never stored. */
export function publicIntakeRoutes(site: SiteSource): Route[] {
  const limit = { name: 'intake', max: 600, seconds: 600 };
  return [
    ...doorRoutes('self', pointPaths.ask(':slug')),
    ...doorRoutes('professional', pointPaths.refer(':slug')),
    { method: 'GET', path: pointPaths.print(':slug'), may: 'anyone', audit: 'none', handle: async (visit) => {
      const point = await findPoint(visit, visit.params.slug ?? '');
      return point?.doors.includes('printed') ? page(<PrintPage frame={frame(visit, intakeWords[visit.language].printTitle(point.name[visit.language]))} point={point} />) : notFound;
    } },
  ];

  function doorRoutes(asker: Asker, path: string): Route[] {
    return [
      { method: 'GET', path, may: 'anyone', audit: 'none', handle: async (visit) => await open(visit, asker, async (point) => page(form(visit, point, asker))) },
      { method: 'POST', path, may: 'anyone', audit: 'none', limit, handle: async (visit) => await open(visit, asker, async (point) => await post(visit, point, asker)) },
    ];
  }

  async function open(visit: Visit, asker: Asker, work: (point: AccessPoint) => Promise<Answer>): Promise<Answer> {
    const point = await findPoint(visit, visit.params.slug ?? '');
    return point?.doors.includes(asker === 'self' ? 'web' : 'professional') ? await work(point) : notFound;
  }

  function frame(visit: Visit, title: string, hasErrors = false) {
    return frameOf(visit, site(), { title, current: 'points', unlisted: visit.method === 'POST', hasErrors });
  }

  function form(visit: Visit, point: AccessPoint, asker: Asker, errors?: FieldErrors) {
    const words = intakeWords[visit.language];
    const title = asker === 'self' ? words.title(point.name[visit.language]) : words.referTitle(point.name[visit.language]);
    return <AskPage frame={frame(visit, title, errors !== undefined)} point={point} asker={asker} typed={visit.method === 'POST' ? visit.form : emptyForm} once={onceOf(visit)} errors={errors} />;
  }

  async function post(visit: Visit, point: AccessPoint, asker: Asker): Promise<Answer> {
    const words = intakeWords[visit.language];
    if (visit.form.text('carried') === 'yes') return page(form(visit, point, asker));
    if (asker === 'professional' && visit.form.text('knows') === 'no') return page(<NotToldPage frame={frame(visit, words.notToldTitle)} point={point} fields={carriedFields(visit.form)} />);
    const read = readIntake(visit.form, visit.language, point, asker);
    if (read.errors) return invalid(form(visit, point, asker, read.errors));
    const asked = read.value;
    if (asked.misfit) return page(<ElsewherePage frame={frame(visit, words.elsewhereTitle)} point={point} asker={asker} misfit={asked.misfit} others={await others(visit, point, asker)} fields={carriedFields(visit.form)} />);
    const done = await receive(visit, point, asked, onceOf(visit));
    if (done.outcome === 'closed') return page(<SaidPage frame={frame(visit, words.closedTitle)} lead={words.closedLead} />);
    if (done.outcome === 'before') return page(<SaidPage frame={frame(visit, words.doneTitle)} lead={words.again} />);
    return page(<DonePage frame={frame(visit, words.doneTitle)} point={point} asker={asker} code={done.code} dueOn={done.dueOn} doNotContact={asked.given.do_not_contact} again={done.outcome === 'again'} />);
  }

  /** The other points that this age fits, by the same door. */
  async function others(visit: Visit, point: AccessPoint, asker: Asker): Promise<AccessPoint[]> {
    const age = Number(visit.form.text('age') || Number.NaN);
    const situation = { age: Number.isNaN(age) ? undefined : age, inSchool: visit.form.text('school') === 'yes' ? true : visit.form.text('school') === 'no' ? false : undefined };
    const fits = (one: AccessPoint) => [undefined, 'ask-school'].includes(misfit(one, situation));
    return (await listPoints(visit)).filter((one) => one.slug !== point.slug && one.doors.includes(asker === 'self' ? 'web' : 'professional') && fits(one));
  }
}

/** The form's own random text: the same form posted twice is one request. */
export function onceOf(visit: Visit): string {
  const typed = visit.form.text('once');
  return /^[0-9a-f]{32}$/.test(typed) ? typed : randomBytes(16).toString('hex');
}
