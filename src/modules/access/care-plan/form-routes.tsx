import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, type Markup, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { isId } from '#app/platform/db/id.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { emptyForm, type Form as Posted } from '#app/platform/http/form.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import type { Read } from '#app/ui/form-reader.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { mayWrite } from '../consent/rules.ts';
import { caring, writing } from '../paths.ts';
import type { Desk } from '../person/actions.ts';
import { deskOf, formFrom, personIn } from '../person/desk.ts';
import { type AgencyLine, findFacts, listAgencies, listColleagues } from '../person/queries.ts';
import { changed, joinTeam, openPlan, takeStep } from './actions.ts';
import { type CareForm, CareFormPage, Day, GoalPage, JoinPage, Line, OpenPlanPage, StepPage, Words } from './form-pages.tsx';
import { readAgeDone, readGoal, readGoalState, readHeld, readOpening, readProvider, readRefusal, readRest, readReviewDay, readStep, readStrengths } from './input.ts';
import { carePaths } from './paths.ts';
import { findPlan, insertAgeDone, insertGoal, insertReview, insertStrengths, listAges, listConsenting, listPathways, type Plan, type PlanContent, readPlan, updateGoal, updateHeld, updateLeft } from './queries.ts';
import { careSteps, mayRefuse, mayTake, type Part, type PlanState, usualNext } from './rules.ts';
import { partOf, stateOf } from './standing.ts';
import { careWords } from './words.ts';

type Frame = (visit: Visit, title: string, errors?: FieldErrors) => PageFrame;
type At = { readonly desk: Desk; readonly plan: Plan; readonly content: PlanContent; readonly state: PlanState; readonly part: Part };
type CareEdit<T> = {
  readonly name: string; readonly path: string;
  /** Whether the form exists for her now. */
  readonly may: (at: At) => boolean;
  readonly draw: (visit: Visit, at: At, form: CareForm) => Markup | Promise<Markup>;
  /** Title and what the fields hold before anything is typed. */
  readonly title: (words: (typeof careWords)['en']) => string;
  readonly fill?: (visit: Visit, at: At) => Posted | undefined | Promise<Posted | undefined>;
  readonly read: (visit: Visit, at: At) => Read<T> | Promise<Read<T>>;
  readonly write: (visit: Visit, at: At, value: T) => Promise<void>;
};

const kept = ({ part, plan }: At) => part.kept && plan.standing === 'active';

/** The forms of a plan; each exists for whoever may do what it does, and leads back to the plan. */
export function careFormRoutes(frame: Frame): Route[] {
  return [
    ...opening(frame),
    ...edit(frame, { name: 'care-step', path: carePaths.step(':id'), title: (words) => words.stepTitle, may: ({ part, plan }) => plan.standing === 'active' && part.led && (part.kept || part.takesIn),
      draw: async (visit, { state, part }, form) => <StepPage {...form} next={usualNext(state)} colleagues={part.supervises ? await listColleagues(visit) : []} mine={careSteps.filter((one) => mayTake(one, part))} />,
      read: async (visit, { state, part, plan }) => {
        const given = readStep(visit.form, visit.language, visit.today, { state, openedOn: plan.openedOn, colleagues: await listColleagues(visit) });
        return given.value?.step && !mayTake(given.value.step, part) ? { errors: { step: careWords[visit.language].notYours } } : given;
      },
      write: async (visit, { desk, plan }, step) => await takeStep(visit, desk, plan, step) }),
    ...edit(frame, { name: 'care-refusal', path: carePaths.refuse(':id'), title: (words) => words.refuseTitle, may: ({ state, part }) => mayRefuse(state, part),
      draw: (visit, _at, form) => {
        const words = careWords[visit.language];
        return <CareFormPage {...form} lead={words.refuseLead}><Words {...form} name="reason" label={words.explanation} /><Words {...form} name="warm-to" label={words.warm} hint={words.warmHint} rows={3} /><Day {...form} /></CareFormPage>;
      },
      read: (visit) => readRefusal(visit.form, visit.language, visit.today), write: async (visit, { desk, plan }, step) => await takeStep(visit, desk, plan, step) }),
    ...(['inactive', 'reopened'] as const).flatMap((kind) => edit(frame, {
      name: kind === 'inactive' ? 'care-rest' : 'care-reopen', path: kind === 'inactive' ? carePaths.rest(':id') : carePaths.reopen(':id'), title: (words) => (kind === 'inactive' ? words.restTitle : words.reopenTitle),
      may: (at) => (kind === 'inactive' ? kept(at) : at.plan.standing !== 'active' && at.part.kept),
      draw: (visit, _at, form) => <CareFormPage {...form} {...(kind === 'inactive' ? { lead: careWords[visit.language].restLead } : {})}><Words {...form} name="reason" label={careWords[visit.language].why} rows={3} /><Day {...form} /></CareFormPage>,
      read: (visit) => readRest(visit.form, visit.language, visit.today, kind), write: async (visit, { desk, plan }, step) => await takeStep(visit, desk, plan, step) })),
    ...edit(frame, { name: 'care-strengths', path: carePaths.strengths(':id'), title: (words) => words.strengthsTitle, may: ({ part, plan }) => part.led && plan.standing === 'active',
      fill: (_visit, { content }) => formFrom({ strengths: content.strengths?.strengths, needs: content.strengths?.needs }),
      draw: (visit, _at, form) => <CareFormPage {...form}><Words {...form} name="strengths" label={careWords[visit.language].strengths} rows={6} /><Words {...form} name="needs" label={careWords[visit.language].needs} rows={6} /></CareFormPage>,
      read: (visit) => readStrengths(visit.form, visit.language), write: async (visit, { desk, plan }, value) => await insertStrengths(visit, plan.id, desk.account, value) }),
    ...edit(frame, { name: 'care-goal', path: carePaths.goalNew(':id'), title: (words) => words.goalNew, may: kept, fill: (_visit, { state }) => formFrom({ rank: String(state.goals + 1) }),
      draw: (_visit, _at, form) => <GoalPage {...form} existing={undefined} />, read: (visit) => readGoal(visit.form, visit.language, visit.today),
      write: async (visit, { plan }, goal) => await changedBy(visit, plan, insertGoal(visit, plan.id, goal)) }),
    ...edit(frame, { name: 'care-goal-state', path: carePaths.goal(':id', ':goal'), title: (words) => words.goalTitle, may: kept,
      fill: (visit, { content }) => {
        const goal = content.goals.find((one) => one.id === visit.params.goal);
        return goal && formFrom({ rank: String(goal.rank), owner: goal.owner, 'review-on': goal.reviewOn, state: goal.state });
      },
      draw: (visit, { content }, form) => <GoalPage {...form} existing={content.goals.find((one) => one.id === visit.params.goal)?.inWords ?? ''} />,
      read: (visit) => readGoalState(visit.form, visit.language, visit.today), write: async (visit, { plan }, goal) => await changedBy(visit, plan, updateGoal(visit, plan.id, visit.params.goal ?? '', goal)) }),
    ...edit(frame, { name: 'care-join', path: carePaths.join(':id'), title: (words) => words.joinTitle, may: kept,
      draw: async (visit, at, form) => <JoinPage {...form} agencies={await listJoinable(visit, at)} lead={at.plan.agency} mayConsent={writing.roles.some((role) => hasRole(visit, role))} />,
      read: async (visit, at) => readProvider(visit.form, visit.language, (await listJoinable(visit, at)).map((one) => one.id)),
      write: async (visit, { plan }, given) => await joinTeam(visit, plan, given) }),
    ...edit(frame, { name: 'care-review-set', path: carePaths.reviewNew(':id'), title: (words) => words.reviewNew, may: kept,
      draw: (visit, _at, form) => <CareFormPage {...form}><Line {...form} name="due" label={careWords[visit.language].due} hint={careWords[visit.language].dateHint} width="short" /></CareFormPage>,
      read: (visit) => readReviewDay(visit.form, visit.language, visit.today), write: async (visit, { plan }, due) => await changedBy(visit, plan, insertReview(visit, plan.id, due)) }),
    ...edit(frame, { name: 'care-review-held', path: carePaths.review(':id', ':review'), title: (words) => words.reviewTitle, may: kept, fill: (visit, { content }) => (content.reviews.some((one) => one.id === visit.params.review && one.heldOn === null) ? emptyForm : undefined),
      draw: (visit, _at, form) => <CareFormPage {...form}><Day {...form} label={careWords[visit.language].held} /><Words {...form} name="found" label={careWords[visit.language].found} rows={6} /></CareFormPage>,
      read: (visit) => readHeld(visit.form, visit.language, visit.today), write: async (visit, { plan }, held) => await changedBy(visit, plan, updateHeld(visit, plan.id, visit.params.review ?? '', held)) }),
    ...edit(frame, { name: 'care-age-done', path: carePaths.age(':id', ':age'), title: (words) => words.markDone, may: kept, fill: async (visit) => ((await ageIn(visit)) ? emptyForm : undefined),
      draw: async (visit, _at, form) => <CareFormPage {...form} lead={(await ageIn(visit))?.text[visit.language] ?? ''}><Day {...form} /><Words {...form} name="note" label={careWords[visit.language].note} rows={3} /></CareFormPage>,
      read: (visit) => readAgeDone(visit.form, visit.language, visit.today), write: async (visit, { plan }, done) => await changedBy(visit, plan, insertAgeDone(visit, plan.id, slugIn(visit), done)) }),
    { method: 'POST', path: carePaths.leave(':id', ':provider'), may: caring, audit: 'access.write-care-leave', handle: async (visit) => {
      const at = await planAt(visit);
      if (!at || !kept(at) || !isId(visit.params.provider ?? '') || !(await updateLeft(visit, at.plan.id, visit.params.provider ?? ''))) return notFound;
      return redirect(localized(visit.language, carePaths.show(at.plan.person)));
    } },
  ];
}

const slugIn = (visit: Visit) => (visit.params.age ?? '').replace('.', '/');
const ageIn = async (visit: Visit) => (await listAges(visit)).find((one) => one.slug === slugIn(visit));

/** Agencies that may join now: the leading one, and those that a live consent names; not those that are in the team. */
async function listJoinable(visit: Visit, { plan, content: { team } }: At): Promise<AgencyLine[]> {
  const named = await listConsenting(visit, plan.person);
  return (await listAgencies(visit)).filter(({ id }) => (id === plan.agency || named.includes(id)) && !team.some((one) => one.agency === id && one.leftOn === null));
}

async function changedBy(visit: Visit, plan: Plan, work: Promise<unknown>): Promise<void> {
  await work;
  await changed(visit, plan.id);
}

async function planAt(visit: Visit): Promise<At | undefined> {
  const [desk, id] = [deskOf(visit), personIn(visit)];
  const plan = desk && id ? await findPlan(visit, id) : undefined;
  const content = plan?.led ? await readPlan(visit, plan.id) : undefined;
  return desk && plan && content ? { desk, plan, content, state: stateOf(plan, content), part: partOf(visit, plan) } : undefined;
}

function edit<T>(frame: Frame, given: CareEdit<T>): Route[] {
  const open = async (visit: Visit, work: (at: At, filled: Posted) => Promise<Answer>): Promise<Answer> => {
    const at = await planAt(visit);
    const filled = at && given.may(at) ? await (given.fill ? given.fill(visit, at) : emptyForm) : undefined;
    return at && filled ? await work(at, filled) : notFound;
  };
  const draw = async (visit: Visit, at: At, typed: Posted, errors?: FieldErrors): Promise<Markup> =>
    await given.draw(visit, at, { frame: frame(visit, given.title(careWords[visit.language]), errors), person: at.plan.person, today: visit.today, typed, errors });
  return [
    { method: 'GET', path: given.path, may: caring, audit: `access.edit-${given.name}`, handle: async (visit) => await open(visit, async (at, filled) => page(await draw(visit, at, filled))) },
    { method: 'POST', path: given.path, may: caring, audit: `access.write-${given.name}`, handle: async (visit) => await open(visit, async (at) => {
      const read = await given.read(visit, at);
      if (read.errors) return invalid(await draw(visit, at, visit.form, read.errors));
      await given.write(visit, at, read.value);
      return redirect(localized(visit.language, carePaths.show(at.plan.person)));
    }) },
  ];
}

/** The first form: for whoever may write in the record of a person who has no plan. */
function opening(frame: Frame): Route[] {
  const open = async (visit: Visit): Promise<{ desk: Desk; id: string } | undefined> => {
    const [desk, id] = [deskOf(visit), personIn(visit)];
    return desk && id && mayWrite(await findFacts(visit, id, 'identity')) && !(await findPlan(visit, id)) ? { desk, id } : undefined;
  };
  const draw = async (visit: Visit, id: string, errors?: FieldErrors) =>
    <OpenPlanPage frame={frame(visit, careWords[visit.language].open, errors)} person={id} today={visit.today} typed={visit.form} errors={errors} pathways={await listPathways(visit)} />;
  return [
    { method: 'GET', path: carePaths.open(':id'), may: writing, audit: 'access.edit-care-plan', handle: async (visit) => {
      const at = await open(visit);
      return at ? page(await draw(visit, at.id)) : notFound;
    } },
    { method: 'POST', path: carePaths.open(':id'), may: writing, audit: 'access.write-care-plan', handle: async (visit) => {
      const at = await open(visit);
      if (!at) return notFound;
      const read = readOpening(visit.form, visit.language, visit.today, await listPathways(visit));
      if (read.errors) return invalid(await draw(visit, at.id, read.errors));
      await openPlan(visit, at.desk, at.id, read.value);
      return redirect(localized(visit.language, carePaths.show(at.id)));
    } },
  ];
}
