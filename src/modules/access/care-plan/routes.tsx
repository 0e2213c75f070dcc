import { sumConformance } from '#app/methods/conformance/conformance.ts';
import { accountOf, hasRole } from '#app/platform/db/scope.ts';
import { notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { mayWrite } from '../consent/rules.ts';
import { caring, writing } from '../paths.ts';
import { personIn } from '../person/desk.ts';
import { nameOf } from '../person/list-page.tsx';
import { findFacts, findIdentity, findPerson, listAgencies, listColleagues } from '../person/queries.ts';
import { ageingClock, ageOn } from './ageing.ts';
import { ConformancePage } from './conformance-page.tsx';
import { planConformance } from './conformance.ts';
import { careFormRoutes } from './form-routes.tsx';
import { PlansPage } from './list-page.tsx';
import { carePaths } from './paths.ts';
import { findPathway, findPlan, listAges, listAmounts, listOwnTraces, listPlans, type Plan, readPlan } from './queries.ts';
import { roundsOf } from './release.ts';
import { findReleased } from './release-queries.ts';
import { careSteps } from './rules.ts';
import { PlanPage } from './show-page.tsx';
import { partOf, stateOf } from './standing.ts';
import { careWords } from './words.ts';

/** Who may look at the counts of all organisations. */
const planning = { roles: ['plan-manager', 'analyst', 'leadership-member', 'access-supervisor', 'coordinator'] } as const;

/** Plans of care: the list, the plan of a person with its forms, and how plans follow their pathway. */
export function careRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'care-plans', hasErrors: errors !== undefined });
  return [
    { method: 'GET', path: carePaths.list, may: caring, audit: 'access.list-care-plans', handle: async (visit) => page(
      <PlansPage frame={frame(visit, careWords[visit.language].title)} plans={await listPlans(visit)} agencies={await listAgencies(visit)} account={accountOf(visit)} counts={planning.roles.some((role) => hasRole(visit, role))} />) },
    { method: 'GET', path: carePaths.conformance, may: planning, audit: 'access.read-conformance', handle: async (visit) => {
      const own = hasRole(visit, 'access-supervisor') ? sumConformance(careSteps, await roundsOf(visit, await listOwnTraces(visit))) : undefined;
      return page(<ConformancePage frame={frameOf(visit, site(), { title: careWords[visit.language].conformance, current: 'conformance' })} own={own} released={await findReleased(visit, 'pathway')} />);
    } },
    { method: 'GET', path: carePaths.show(':id'), may: caring, audit: 'access.open-care-plan', handle: async (visit) => {
      const id = personIn(visit);
      const plan = id ? await findPlan(visit, id) : undefined;
      if (plan) return await show(visit, plan);
      return id && mayWrite(await findFacts(visit, id, 'identity')) && writing.roles.some((role) => hasRole(visit, role)) ? redirect(localized(visit.language, carePaths.open(id))) : notFound;
    } },
    ...careFormRoutes(frame),
  ];

  async function show(visit: Visit, plan: Plan) {
    const content = await readPlan(visit, plan.id);
    if (!content) return notFound;
    const [person, identity, pathway] = [await findPerson(visit, plan.person), await findIdentity(visit, plan.person), await findPathway(visit, plan.pathway)];
    const name = nameOf({ id: plan.person, anonymous: person?.anonymous ?? false, givenName: identity?.givenName ?? null, familyName: identity?.familyName ?? null }, visit.language);
    const words = careWords[visit.language];
    const birth = identity?.birthDate ?? undefined;
    const clock = {
      age: birth ? ageOn(birth, visit.today) : undefined, amounts: plan.leavingCare ? await listAmounts(visit) : [],
      marks: birth ? ageingClock({ birth, openedOn: plan.openedOn, leavingCare: plan.leavingCare, done: new Map(content.ages.map((one) => [one.slug, one.doneOn])) }, visit.today, await listAges(visit)) : undefined,
    };
    const colleague = plan.led ? (await listColleagues(visit)).find((one) => one.account === plan.coordinator)?.name : undefined;
    const coordinator = plan.coordinator === null ? undefined : plan.coordinator === accountOf(visit) ? words.yours : (colleague ?? words.someone);
    return page(<PlanPage frame={frame(visit, `${words.plan}${colon(visit.language)}${name}`)} plan={plan} content={content} state={stateOf(plan, content)} part={partOf(visit, plan)} agencies={await listAgencies(visit)}
      coordinator={coordinator} clock={clock} held={{ pathway, rounds: pathway ? planConformance(pathway.steps, content.steps, plan.standing, visit.today) : [] }} opensRecord={person !== undefined} />);
  }
}
