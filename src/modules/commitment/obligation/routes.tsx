import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import type { Named } from '../index.ts';
import { commitmentPaths } from '../paths.ts';
import { step } from './actions.ts';
import type { Step } from './course.ts';
import { ObligationPage, ObligationsPage } from './pages.tsx';
import { findObligation, listChanges, listOpen, type Obligation } from './queries.ts';
import { obligationWords } from './words.ts';

const office = { roles: ['plan-manager'] } as const;

/** The overdue view of everybody who signs in, and more or paused time by the plan office. A milestone's or duty's own date is changed on its own page. */
export function obligationRoutes(site: SiteSource, named: Named): Route[] {
  return [
    { method: 'GET', path: commitmentPaths.obligations, may: 'signed-in', audit: 'none', handle: showList },
    { method: 'GET', path: commitmentPaths.obligation(':id'), may: 'signed-in', audit: 'none', handle: async (visit) => {
      const obligation = await own(visit);
      return obligation ? page(await draw(visit, obligation)) : notFound;
    } },
    ...(['pause', 'resume', 'extend'] as const).map((kind): Route => ({
      method: 'POST', path: commitmentPaths.step(':id', kind), may: office, audit: 'none', handle: async (visit) => await change(visit, kind),
    })),
  ];

  async function own(visit: Visit): Promise<Obligation | undefined> {
    const id = visit.params.id ?? '';
    return isId(id) ? await findObligation(visit, id) : undefined;
  }

  async function showList(visit: Visit): Promise<Answer> {
    const bodies = await named.listBodies(visit);
    const chosen = { body: visit.query.get('body') ?? '', kind: visit.query.get('kind') ?? '', late: visit.query.get('late') === 'yes' };
    const obligations = await listOpen(visit, { ...(chosen.body ? { body: chosen.body } : {}), ...(chosen.kind ? { kind: chosen.kind } : {}), late: chosen.late });
    const frame = frameOf(visit, site(), { title: obligationWords[visit.language].title, current: 'obligations' });
    return page(<ObligationsPage frame={frame} at={visit} obligations={obligations} bodies={bodies} chosen={chosen} />);
  }

  async function draw(visit: Visit, obligation: Obligation, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: obligation.what[visit.language], current: 'obligations', hasErrors: errors !== undefined });
    return (
      <ObligationPage frame={frame} at={visit} obligation={obligation} changes={await listChanges(visit, obligation.id)} bodies={await named.listBodies(visit)}
        mayChange={mayChange(visit, obligation)} errors={errors ?? {}} typed={new Map(visit.form.entries())} />
    );
  }

  async function change(visit: Visit, kind: 'pause' | 'resume' | 'extend'): Promise<Answer> {
    const obligation = await own(visit);
    if (!obligation || !mayChange(visit, obligation)) return notFound;
    const words = obligationWords[visit.language];
    const errors: Record<string, string> = {};
    const reason = visit.form.text(`${kind}-reason`).slice(0, 500);
    const due = visit.form.text('due');
    if (kind === 'extend' && !/^\d{4}-\d{2}-\d{2}$/.test(due)) errors.due = words.noDate;
    if (kind !== 'resume' && reason === '') errors[`${kind}-reason`] = words.noReason;
    if (Object.keys(errors).length > 0) return invalid(await draw(visit, obligation, errors));
    const given: Step = kind === 'extend' ? { kind, to: due } : { kind };
    const refusal = await step(visit, obligation, given, reason || undefined);
    if (refusal) return invalid(await draw(visit, obligation, { [kind === 'extend' ? 'due' : `${kind}-reason`]: words.refusals[refusal] }));
    return redirect(localized(visit.language, commitmentPaths.obligation(obligation.id)));
  }
}

// What follows a record of another module (a milestone, a duty) follows it in its dates too.
function mayChange(visit: Visit, obligation: Obligation): boolean {
  return hasRole(visit, 'plan-manager') && obligation.kind !== 'milestone' && obligation.kind !== 'duty';
}
