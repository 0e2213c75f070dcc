import { keep, promise } from '#app/modules/commitment/index.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { accessPaths, caring } from '../paths.ts';
import { findPerson } from '../person/queries.ts';
import { GlassPage, ReviewPage } from './pages.tsx';
import { findGlass, grounds, listGlasses, openGlass, updateReviewed } from './queries.ts';
import { glassWords } from './words.ts';

const officer = { roles: ['privacy-officer'] } as const;

/** Break-glass and its review. The database refuses in one answer whatever the cause, so that the form tells nothing of a record. */
export function glassRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: accessPaths.glassNew, may: caring, audit: 'none', handle: async (visit) => page(form(visit)) },
    { method: 'POST', path: accessPaths.glassNew, may: caring, audit: 'none', handle: postGlass },
    { method: 'GET', path: accessPaths.glass, may: officer, audit: 'access.list-glass', handle: async (visit) => page(await review(visit)) },
    { method: 'POST', path: accessPaths.glassReview(':id'), may: officer, audit: 'access.review-glass', handle: postReview },
  ];

  function form(visit: Visit, errors?: FieldErrors) {
    return <GlassPage frame={frameOf(visit, site(), { title: glassWords[visit.language].title, current: 'persons', hasErrors: errors !== undefined })} typed={visit.form} record={visit.query.get('record') ?? ''} errors={errors} />;
  }

  async function review(visit: Visit, errors?: FieldErrors, wrong?: string) {
    return <ReviewPage frame={frameOf(visit, site(), { title: glassWords[visit.language].review, current: 'glass', hasErrors: errors !== undefined })} glasses={await listGlasses(visit)} errors={errors} wrong={wrong} timeZone={visit.timeZone} />;
  }

  async function postGlass(visit: Visit): Promise<Answer> {
    const words = glassWords[visit.language];
    const errors: Record<string, string> = {};
    const given = { id: newId(), person: visit.form.text('record'), ground: visit.form.text('ground'), reason: visit.form.text('reason'), minutes: Number(visit.form.text('minutes')) };
    if (!isId(given.person)) errors.record = words.noRecord;
    if (!grounds.some((one) => one === given.ground)) errors.ground = words.noGround;
    if (given.reason.length < 10 || given.reason.length > 1000) errors.reason = words.noReason;
    if (!Number.isInteger(given.minutes) || given.minutes < 1 || given.minutes > 60) errors.minutes = words.noMinutes;
    if (Object.keys(errors).length > 0) return invalid(form(visit, errors));
    if (!(await openGlass(visit, given))) return invalid(form(visit, { record: words.refused }));
    const agency = (await findPerson(visit, given.person))?.agency ?? null;
    await promise(visit, { kind: 'glass-review', subject: { kind: 'break-glass', id: given.id }, what: { en: glassWords.en.owed, fr: glassWords.fr.owed }, owedTo: { en: glassWords.en.owedTo, fr: glassWords.fr.owedTo },
      owedBy: { role: 'privacy-officer' }, due: { unit: 'working-days', count: 2 }, path: accessPaths.glass });
    await raiseEvent(visit, { kind: 'access.glass-opened', subject: given.id, detail: { agency, person: given.person, ground: given.ground } });
    return redirect(localized(visit.language, accessPaths.person(given.person)));
  }

  async function postReview(visit: Visit): Promise<Answer> {
    const id = visit.params.id ?? '';
    const glass = isId(id) ? await findGlass(visit, id) : undefined;
    if (!glass || glass.own || glass.outcome !== null || visit.actor.kind !== 'staff') return notFound;
    visit.about('break-glass', id);
    const outcome = visit.form.text(`outcome-${id}`);
    if (outcome !== 'justified' && outcome !== 'not-justified') return invalid(await review(visit, { [`outcome-${id}`]: glassWords[visit.language].noOutcome }, id));
    if (!(await updateReviewed(visit, id, visit.actor.account, outcome))) return notFound;
    await keep(visit, { kind: 'break-glass', id }, 'glass-review');
    return redirect(localized(visit.language, accessPaths.glass));
  }
}
