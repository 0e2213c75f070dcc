import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page } from '#app/platform/http/answer.ts';
import type { Pause, Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { findScheme, listReadiness } from '../support/queries.ts';
import { fileFormats, planFile } from './file.ts';
import { GoalPage } from './goal-page.tsx';
import { readGoal, readStep, readTick, readWord } from './input.ts';
import { CodePage, OwnPlanPage } from './pages.tsx';
import { ownPlanPaths } from './paths.ts';
import { addStep, addWord, findOwnPlan, keepGoal, type OwnPlan, setReady, tickStep } from './queries.ts';
import { ownSecret } from './rules.ts';
import { ownPlanWords } from './words.ts';

const limit = { name: 'own-plan-code', max: 120, seconds: 600 };
const capability: NonNullable<Route['capability']> = ({ form }) => ownSecret(form.text('code'));

/** A young person's own plan by her own code: it is posted with every form, never in an address, and every page is an answer to it. */
export function ownPlanRoutes(site: SiteSource): Route[] {
  const post = (path: string, audit: string, work: (visit: Visit, plan: OwnPlan) => Promise<Answer | Pause>): Route => ({
    method: 'POST', path, may: 'anyone', audit, limit, capability, handle: async (visit) => {
      const plan = ownSecret(visit.form.text('code')) ? await findOwnPlan(visit) : undefined;
      if (!plan) return invalid(<CodePage frame={frame(visit, true)} typed={visit.form.text('code')} error={ownPlanWords[visit.language].wrong} />);
      visit.about('person', plan.person);
      return await work(visit, plan);
    },
  });
  return [
    { method: 'GET', path: ownPlanPaths.open, may: 'anyone', audit: 'none', handle: async (visit) => page(<CodePage frame={frame(visit)} typed="" />) },
    post(ownPlanPaths.open, 'funding.open-own-plan', async (visit, plan) => page(await draw(visit, plan))),
    post(ownPlanPaths.goalForm, 'funding.open-goal', async (visit, plan) => page(goal(visit, plan, visit.form.text('goal')))),
    post(ownPlanPaths.goal, 'funding.keep-goal', async (visit, plan) => {
      const read = readGoal(visit.form, visit.language);
      if (read.errors) return invalid(goal(visit, plan, visit.form.text('goal'), read.errors));
      // An id that is none of hers would make a goal under it: it is a new one only where no id came.
      if (read.value.id && !plan.goals.some(({ id }) => id === read.value.id)) return page(await draw(visit, plan, ownPlanWords[visit.language].gone));
      return await after(visit, plan, await keepGoal(visit, null, read.value));
    }),
    post(ownPlanPaths.step, 'funding.add-step', async (visit, plan) => {
      const read = readStep(visit.form, visit.language);
      if (read.errors) return invalid(goal(visit, plan, visit.form.text('goal'), read.errors));
      return await after(visit, plan, isId(read.value.goal) && (await addStep(visit, null, read.value.goal, read.value)), read.value.goal);
    }),
    post(ownPlanPaths.tick, 'funding.tick-step', async (visit, plan) => {
      const { step, done, proof } = readTick(visit.form);
      return await after(visit, plan, isId(step) && (await tickStep(visit, null, step, done, proof)), visit.form.text('goal'));
    }),
    post(ownPlanPaths.word, 'funding.add-word', async (visit, plan) => {
      const read = readWord(visit.form, visit.language);
      if (read.errors) return invalid(goal(visit, plan, visit.form.text('goal'), read.errors));
      return await after(visit, plan, isId(read.value.goal) && (await addWord(visit, null, read.value.goal, read.value.inWords)), read.value.goal);
    }),
    post(ownPlanPaths.ready, 'funding.set-ready', async (visit, plan) => await after(visit, plan, await setReady(visit, null, visit.form.list('item')))),
    post(ownPlanPaths.file, 'funding.take-own-plan', async (visit, plan) => {
      const format = fileFormats.find((one) => one === visit.form.text('format'));
      if (!format) return notFound;
      const at = { language: visit.language, today: visit.today, timeZone: visit.timeZone, baseUrl: visit.baseUrl };
      return { kind: 'pause', outside: async () => {
        const file = await planFile(plan, format, at);
        return async () => file;
      } };
    }),
  ];

  function frame(visit: Visit, hasErrors = false) {
    return frameOf({ ...visit, path: ownPlanPaths.open }, site(), { title: ownPlanWords[visit.language].title, current: 'own-plan', unlisted: visit.method === 'POST', hasErrors });
  }

  async function draw(visit: Visit, plan: OwnPlan, said?: string) {
    const asked = visit.form.text('studies');
    return <OwnPlanPage frame={frame(visit)} plan={plan} code={visit.form.text('code')} today={visit.today} studies={asked === '' ? plan.studies : asked === 'yes'} scheme={await findScheme(visit)} items={await listReadiness(visit)} said={said} />;
  }

  function goal(visit: Visit, plan: OwnPlan, id: string, errors?: FieldErrors) {
    return <GoalPage frame={frame(visit, errors !== undefined)} code={visit.form.text('code')} goal={plan.goals.find((one) => one.id === id)} typed={errors ? visit.form : undefined} errors={errors} />;
  }

  /** The plan as it stands after a change, or the goal that was worked on. */
  async function after(visit: Visit, before: OwnPlan, kept: boolean, of?: string): Promise<Answer> {
    const words = ownPlanWords[visit.language];
    const plan = kept ? ((await findOwnPlan(visit)) ?? before) : before;
    return page(kept && of !== undefined ? goal(visit, plan, of) : await draw(visit, plan, kept ? words.kept : words.gone));
  }
}
