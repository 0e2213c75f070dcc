import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { explain, mayWrite } from '../consent/rules.ts';
import { caring, writing } from '../paths.ts';
import { type Desk, enterPerson } from '../person/actions.ts';
import { deskOf, personIn } from '../person/desk.ts';
import { findFacts, listPersons } from '../person/queries.ts';
import { enterRoutes } from './enter-routes.tsx';
import { readAdded } from './input.ts';
import { householdPaths } from './paths.ts';
import { joinHousehold, leaveHousehold, readHousehold } from './queries.ts';
import { HouseholdPage } from './show-page.tsx';
import { householdWords } from './words.ts';

/** Households: seen with a person's housing, kept by those who write in it, and entered as a whole. */
export function householdRoutes(site: SiteSource): Route[] {
  return [
    ...enterRoutes(site),
    { method: 'GET', path: householdPaths.show(':id'), may: caring, audit: 'access.show-household', handle: async (visit) => await show(visit) },
    { method: 'POST', path: householdPaths.show(':id'), may: writing, audit: 'access.join-household', handle: async (visit) => {
      const [desk, person] = [deskOf(visit), personIn(visit)];
      return desk && person && mayWrite(await findFacts(visit, person, 'housing')) ? await add(visit, desk, person) : notFound;
    } },
    { method: 'POST', path: householdPaths.leave(':id', ':member'), may: writing, audit: 'access.leave-household', handle: async (visit) => {
      const [person, member] = [personIn(visit), visit.params.member ?? ''];
      const known = person && isId(member) ? (await readHousehold(visit, person)).some((one) => one.member === member) : false;
      return person && known && (await leaveHousehold(visit, member, visit.today)) ? redirect(localized(visit.language, householdPaths.show(person))) : notFound;
    } },
  ];

  async function show(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const person = personIn(visit);
    const facts = person ? await findFacts(visit, person, 'housing') : undefined;
    if (!person || !facts || explain(facts).outcome !== 'permit') return notFound;
    const members = await readHousehold(visit, person);
    const known = mayWrite(facts) ? (await listPersons(visit)).filter((one) => one.agency === deskOf(visit)?.agency && one.id !== person && one.state === 'active' && !members.some((m) => m.person === one.id && m.to === null)) : [];
    const body = <HouseholdPage frame={frameOf(visit, site(), { title: householdWords[visit.language].title, current: 'persons', hasErrors: errors !== undefined })} person={person} members={members} known={known}
      writes={mayWrite(facts)} typed={visit.form} errors={errors} today={visit.today} />;
    return errors ? invalid(body) : page(body);
  }

  /** Everything that could refuse is asked before anything is written. */
  async function add(visit: Visit, desk: Desk, person: string): Promise<Answer> {
    const words = householdWords[visit.language];
    const mine = (await readHousehold(visit, person)).filter((one) => one.to === null);
    const own = mine.find((one) => one.person === person);
    const read = readAdded(visit.form, visit.language, visit.today, own === undefined);
    if (read.errors) return await show(visit, read.errors);
    const { known, identity, relation, from } = read.value;
    if (known !== undefined && (!isId(known) || known === person || !mayWrite(await findFacts(visit, known, 'housing')))) return await show(visit, { known: words.refused.refused ?? '' });
    if (known !== undefined && (await readHousehold(visit, known)).some((one) => one.person === known && (one.to === null || one.to >= from))) return await show(visit, { known: words.refused.member ?? '' });
    if (relation === 'head' && mine.some((one) => one.relation === 'head')) return await show(visit, { relation: words.refused.head ?? '' });
    const household = own?.household ?? newId();
    if (!own && read.value.own) {
      const begun = await joinHousehold(visit, { household, person, relation: read.value.own, from });
      if (begun !== 'done') return await show(visit, { from: words.refused[begun] ?? '' });
    }
    const other = known ?? (await enterPerson(visit, desk, { identity, language: visit.language }));
    const joined = await joinHousehold(visit, { household, person: other, relation, from });
    if (joined !== 'done') throw new Error(`a person could not be joined: ${joined}`);
    return redirect(localized(visit.language, householdPaths.show(person)));
  }
}
