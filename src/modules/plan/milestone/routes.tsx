import { isId } from '#app/platform/db/id.ts';
import { invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Answer } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { planPaths } from '../paths.ts';
import { listPriorities } from '../priority/queries.ts';
import type { Surroundings } from '../surroundings.ts';
import { addEvidence, addMilestone, changeDue, confirmMilestone, withdrawMilestone } from './actions.ts';
import { ConfirmPage, DuePage, EvidencePage, NewMilestonePage, WithdrawPage } from './form-pages.tsx';
import { readConfirmation, readDueChange, readEvidence, readMilestone, readWithdrawal } from './input.ts';
import { MilestonesPage } from './list-page.tsx';
import { findMilestone, listMilestones, type Milestone } from './queries.ts';
import { type Change, mayChange, openChanges } from './rules.ts';
import { MilestonePage } from './show-page.tsx';
import { milestoneWords } from './words.ts';

const office = { roles: ['plan-manager', 'table-chair'] } as const;

export function milestoneRoutes(site: SiteSource, around: Surroundings): Route[] {
  return [
    { method: 'GET', path: planPaths.milestones, may: office, audit: 'none', handle: showMilestones },
    { method: 'GET', path: planPaths.newMilestone, may: office, audit: 'none', handle: async (visit) => page(await newPage(visit)) },
    { method: 'POST', path: planPaths.newMilestone, may: office, audit: 'none', handle: postMilestone },
    { method: 'GET', path: planPaths.milestone(':id'), may: office, audit: 'none', handle: showMilestone },
    ...changes('confirm', 'plan.confirm-milestone', confirmPage, async (visit, milestone) => {
      const bodies = (await permittedBodies(visit)).map((body) => body.slug);
      return await carryOut(readConfirmation(visit.form, visit.language, visit.today, bodies), async (value) => await confirmMilestone(visit, milestone, value));
    }),
    ...changes('evidence', 'plan.add-evidence', async (visit, milestone, errors) => <EvidencePage {...formState(visit, errors)} milestone={milestone} />, async (visit, milestone) =>
      await carryOut(readEvidence(visit.form, visit.language, visit.today), async (value) => await addEvidence(visit, milestone, value))),
    ...changes('due', 'plan.change-due', async (visit, milestone, errors) => <DuePage {...formState(visit, errors)} milestone={milestone} />, async (visit, milestone) =>
      await carryOut(readDueChange(visit.form, visit.language, milestone.due), async (value) => await changeDue(visit, milestone, value))),
    ...changes('withdraw', 'plan.withdraw-milestone', async (visit, milestone, errors) => <WithdrawPage {...formState(visit, errors)} milestone={milestone} />, async (visit, milestone) =>
      await carryOut(readWithdrawal(visit.form, visit.language), async (value) => await withdrawMilestone(visit, milestone, value))),
  ];

  /** The form and the post of one kind of change: absent, hidden, closed, invalid, then carried out. */
  function changes(
    change: Change,
    audit: string,
    draw: (visit: Visit, milestone: Milestone, errors?: FieldErrors) => Promise<Parameters<typeof page>[0]>,
    post: (visit: Visit, milestone: Milestone) => Promise<FieldErrors | undefined>,
  ): Route[] {
    const path = planPaths.milestoneChange(':id', change);
    const guarded = async (visit: Visit, then: (milestone: Milestone) => Promise<Answer>): Promise<Answer> => {
      const milestone = await findOwn(visit);
      if (!milestone) return notFound;
      return openChanges(milestone.state).includes(change) ? await then(milestone) : problem('conflict');
    };
    return [
      { method: 'GET', path, may: office, audit: 'none', handle: async (visit) => await guarded(visit, async (milestone) => page(await draw(visit, milestone))) },
      {
        method: 'POST', path, may: office, audit,
        handle: async (visit) => await guarded(visit, async (milestone) => {
          visit.about('milestone', milestone.id);
          const errors = await post(visit, milestone);
          return errors ? invalid(await draw(visit, milestone, errors)) : redirect(localized(visit.language, planPaths.milestone(milestone.id)));
        }),
      },
    ];
  }

  /** The milestone of the address, when this person may change it. */
  async function findOwn(visit: Visit): Promise<Milestone | undefined> {
    const id = visit.params.id ?? '';
    const milestone = isId(id) ? await findMilestone(visit, id) : undefined;
    return milestone && visit.actor.kind === 'staff' && mayChange(visit.actor, milestone.bodySlug) ? milestone : undefined;
  }

  async function permittedBodies(visit: Visit) {
    const { actor } = visit;
    return actor.kind === 'staff' ? (await around.listBodies(visit)).filter((body) => mayChange(actor, body.slug)) : [];
  }

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'milestones', hasErrors: errors !== undefined });
  }

  function formState(visit: Visit, errors?: FieldErrors) {
    return { frame: frame(visit, milestoneWords[visit.language].list, errors), typed: visit.form, errors };
  }

  async function showMilestones(visit: Visit) {
    const { actor } = visit;
    const priorities = await listPriorities(visit);
    const milestones = (await listMilestones(visit)).filter((milestone) => actor.kind === 'staff' && mayChange(actor, milestone.bodySlug));
    const title = (slug: string) => priorities.find((priority) => priority.slug === slug)?.title;
    return page(<MilestonesPage frame={frame(visit, milestoneWords[visit.language].list)} milestones={milestones} priorityTitle={title} />);
  }

  async function showMilestone(visit: Visit) {
    const milestone = await findOwn(visit);
    if (!milestone) return notFound;
    const priority = (await listPriorities(visit)).find((one) => one.slug === milestone.prioritySlug);
    const bodies = await around.listBodies(visit);
    const name = (slug: string) => bodies.find((body) => body.slug === slug)?.name;
    return page(<MilestonePage frame={frame(visit, milestone.title[visit.language])} milestone={milestone} priority={priority?.title} bodyName={name} />);
  }

  async function confirmPage(visit: Visit, milestone: Milestone, errors?: FieldErrors) {
    const bodies = (await permittedBodies(visit)).map((body) => ({ value: body.slug, label: body.name[visit.language] }));
    return <ConfirmPage {...formState(visit, errors)} milestone={milestone} bodies={bodies} today={visit.today} />;
  }

  async function newPage(visit: Visit, errors?: FieldErrors) {
    const priorities = (await listPriorities(visit)).map((one) => ({ value: one.slug, label: one.title[visit.language] }));
    const bodies = (await permittedBodies(visit)).map((body) => ({ value: body.slug, label: body.name[visit.language] }));
    return <NewMilestonePage {...formState(visit, errors)} priorities={priorities} bodies={bodies} />;
  }

  async function postMilestone(visit: Visit) {
    const priorities = (await listPriorities(visit)).map((one) => one.slug);
    const bodies = (await permittedBodies(visit)).map((body) => body.slug);
    const read = readMilestone(visit.form, visit.language, visit.today, priorities, bodies);
    if (read.errors) return invalid(await newPage(visit, read.errors));
    return redirect(localized(visit.language, planPaths.milestone(await addMilestone(visit, read.value))));
  }
}

async function carryOut<T>(read: Read<T>, action: (value: T) => Promise<void>): Promise<FieldErrors | undefined> {
  if (read.errors) return read.errors;
  await action(read.value);
  return undefined;
}
