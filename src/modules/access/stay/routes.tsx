import { shelterMonthsOrInstances2019 } from '#app/methods/homelessness/definition.ts';
import { chronicEvidence } from '#app/methods/homelessness/evidence.ts';
import { instanceStates } from '#app/methods/homelessness/months-or-instances.ts';
import { stayTable } from '#app/methods/homelessness/stay-table.ts';
import { parseDay } from '#app/methods/timeline/day.ts';
import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { explain, mayWrite } from '../consent/rules.ts';
import { stayTogether } from '../household/actions.ts';
import { readHousehold } from '../household/queries.ts';
import { convention } from '../list/chronic.ts';
import { whyListed } from '../list/queries.ts';
import { caring, writing } from '../paths.ts';
import { deskOf, personIn } from '../person/desk.ts';
import { findFacts } from '../person/queries.ts';
import { readActivity, readStay } from './input.ts';
import { StaysPage } from './pages.tsx';
import { stayPaths } from './paths.ts';
import { endStay, insertActivity, readStays, voidStay } from './queries.ts';
import { stayWords } from './words.ts';

/** The history of stays of a person; read and written by whoever may see her housing. */
export function stayRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: stayPaths.stays(':id'), may: caring, audit: 'access.list-stays', handle: async (visit) => await show(visit) },
    { method: 'POST', path: stayPaths.stays(':id'), may: writing, audit: 'access.enter-stay', handle: async (visit) => await write(visit, async (desk, person) => {
      const read = readStay(visit.form, visit.language, visit.today);
      if (read.errors) return await show(visit, read.errors);
      const also = (await housemates(visit, person)).filter((one) => one.writes && one.person !== person && visit.form.list('also').includes(one.person));
      await stayTogether(visit, desk, [person, ...also.map((one) => one.person)], read.value);
      return back(visit, person);
    }) },
    { method: 'POST', path: stayPaths.activity(':id'), may: writing, audit: 'access.enter-activity', handle: async (visit) => await write(visit, async (desk, person) => {
      const read = readActivity(visit.form, visit.language, visit.today);
      if (read.errors) return await show(visit, read.errors);
      await insertActivity(visit, { ...read.value, id: newId(), person, agency: desk.agency, account: desk.account });
      return back(visit, person);
    }) },
    { method: 'POST', path: stayPaths.end(':id', ':stay'), may: writing, audit: 'access.end-stay', handle: async (visit) => await write(visit, async (_, person) => await change(visit, person, async (stay) => await endStay(visit, stay, visit.today))) },
    { method: 'POST', path: stayPaths.void(':id', ':stay'), may: writing, audit: 'access.void-stay', handle: async (visit) => await write(visit, async (_, person) => await change(visit, person, async (stay) => await voidStay(visit, stay))) },
  ];

  async function show(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const person = personIn(visit);
    const facts = person ? await findFacts(visit, person, 'housing') : undefined;
    if (!person || !facts || explain(facts).outcome !== 'permit') return notFound;
    const stays = await readStays(visit, person);
    const named = stays.map((stay) => ({ ...stay, person }));
    const day = parseDay(visit.today) ?? 0;
    const body = <StaysPage frame={frameOf(visit, site(), { title: stayWords[visit.language].title, current: 'persons', hasErrors: errors !== undefined })} person={person} stays={stays}
      evidence={chronicEvidence(named, day, { convention }).get(person)} instances={instanceStates(stayTable(named), day, convention, shelterMonthsOrInstances2019).get(person)}
      household={await housemates(visit, person)} standings={await whyListed(visit, person)} agency={deskOf(visit)?.agency} writes={mayWrite(facts)} typed={visit.form} errors={errors} today={visit.today} />;
    return errors ? invalid(body) : page(body);
  }
}

/** Who lives with the person now, herself included. */
const housemates = async (visit: Visit, person: string) => (await readHousehold(visit, person)).filter((one) => one.to === null);

const back = (visit: Visit, person: string) => redirect(localized(visit.language, stayPaths.stays(person)));

async function write(visit: Visit, work: (desk: { account: string; agency: string }, person: string) => Promise<Answer>): Promise<Answer> {
  const [desk, person] = [deskOf(visit), personIn(visit)];
  return desk && person && mayWrite(await findFacts(visit, person, 'housing')) ? await work(desk, person) : notFound;
}

async function change(visit: Visit, person: string, work: (stay: string) => Promise<boolean>): Promise<Answer> {
  return isId(visit.params.stay) && (await work(visit.params.stay)) ? back(visit, person) : notFound;
}
