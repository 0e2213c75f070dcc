import { newId, isId } from '#app/platform/db/id.ts';
import { writeAudit } from '#app/platform/audit/audit.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { listPersons } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import { mayKeep } from '../rights.ts';
import { endHolding, insertHolding, listSeats, type Seat } from '../seat/queries.ts';
import { formBody, moveBody, renameBody, setMinutesFor } from './actions.ts';
import { readName, readNewBody, readState } from './input.ts';
import { KeepBodyPage, KeptBodiesPage, NewBodyPage } from './keep-page.tsx';
import { type Body, findBody, listBodies } from './queries.ts';
import { bodyWords } from './words.ts';

const office = { roles: ['plan-manager'] };
const keepers = { roles: ['plan-manager', 'table-chair'] };

/** Forming, renaming and ending bodies, and who fills their seats. */
export function keepBodyRoutes(site: SiteSource): Route[] {
  const change = (name: 'state' | 'name' | 'minutes', work: (visit: Visit, body: Body) => Promise<FieldErrors | undefined>): Route => ({
    method: 'POST', path: governancePaths.bodyChange(':slug', name), may: office, audit: 'none',
    handle: async (visit) => {
      const body = await findBody(visit, visit.params.slug ?? '');
      if (!body) return notFound;
      const errors = await work(visit, body);
      return errors ? invalid(await draw(visit, body, name === 'minutes' ? undefined : name, errors)) : back(visit, body.slug);
    },
  });
  return [
    { method: 'GET', path: governancePaths.keptBodies, may: keepers, audit: 'none', handle: async (visit) => {
      const frame = frameOf(visit, site(), { title: bodyWords[visit.language].keepTitle, current: 'keep-bodies' });
      return page(<KeptBodiesPage frame={frame} bodies={(await listBodies(visit)).filter((body) => mayKeep(visit.actor, body.slug))} office={hasRole(visit, 'plan-manager')} />);
    } },
    { method: 'GET', path: governancePaths.newBody, may: office, audit: 'none', handle: async (visit) => page(newPage(visit)) },
    { method: 'POST', path: governancePaths.newBody, may: office, audit: 'none', handle: async (visit) => {
      const read = readNewBody(visit.form, visit.language);
      if (read.errors) return invalid(newPage(visit, read.errors));
      return back(visit, await formBody(visit, read.value));
    } },
    { method: 'GET', path: governancePaths.keepBody(':slug'), may: keepers, audit: 'none', handle: async (visit) => {
      const body = await findBody(visit, visit.params.slug ?? '');
      return body && mayKeep(visit.actor, body.slug) ? page(await draw(visit, body)) : notFound;
    } },
    change('state', async (visit, body) => {
      const read = readState(visit.form, visit.language, body, await listBodies(visit));
      if (read.errors) return read.errors;
      await moveBody(visit, body, read.value);
      return undefined;
    }),
    change('name', async (visit, body) => {
      const read = readName(visit.form, visit.language);
      if (read.errors) return read.errors;
      await renameBody(visit, body, read.value);
      return undefined;
    }),
    change('minutes', async (visit, body) => {
      await setMinutesFor(visit, body, visit.form.text('minutes') === 'public' ? 'public' : 'members');
      return undefined;
    }),
    { method: 'POST', path: governancePaths.holdSeat(':seat'), may: office, audit: 'none', handle: async (visit) => await seatStep(visit, async (seat, member) => {
      if (!seat.holders.some((holder) => holder.member === member)) await insertHolding(visit, { id: newId(), seat: seat.slug, member });
    }) },
    { method: 'POST', path: governancePaths.leaveSeat(':seat'), may: office, audit: 'none', handle: async (visit) => await seatStep(visit, async (seat, member) => void (await endHolding(visit, seat.slug, member))) },
  ];

  function newPage(visit: Visit, errors?: FieldErrors) {
    return <NewBodyPage frame={frameOf(visit, site(), { title: bodyWords[visit.language].form, current: 'keep-bodies', hasErrors: errors !== undefined })} typed={visit.form} errors={errors} />;
  }

  async function draw(visit: Visit, body: Body, changed?: 'state' | 'name', errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: body.name[visit.language], current: 'keep-bodies', hasErrors: errors !== undefined });
    return <KeepBodyPage frame={frame} typed={visit.form} errors={errors} body={body} bodies={await listBodies(visit)} seats={await listSeats(visit, body.slug)} members={await listPersons(visit, { body: body.slug })} office={hasRole(visit, 'plan-manager')} change={changed} />;
  }

  function back(visit: Visit, slug: string): Answer {
    return redirect(localized(visit.language, governancePaths.keepBody(slug)));
  }

  async function seatStep(visit: Visit, work: (seat: Seat, member: string) => Promise<void>): Promise<Answer> {
    const seat = (await listSeats(visit)).find((one) => one.slug === visit.params.seat);
    const member = visit.form.text('member');
    if (!seat || !isId(member) || !(await listPersons(visit, { body: seat.bodySlug })).some((person) => person.id === member)) return notFound;
    await work(seat, member);
    await writeAudit(visit, { action: 'governance.change-seat', subject: { kind: 'seat', id: seat.slug } });
    return back(visit, seat.bodySlug);
  }
}
