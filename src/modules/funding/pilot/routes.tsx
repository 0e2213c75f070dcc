import { caring, listColleagues, listPersons, nameOf, type PersonLine } from '#app/modules/access/index.ts';
import { listReleased } from '#app/modules/insight/index.ts';
import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { readGoal, readTick, readWord } from '../own-plan/input.ts';
import { addWord, keepGoal, tickStep } from '../own-plan/queries.ts';
import { ageAt, fitsAge } from '../own-plan/rules.ts';
import { leavingCube, outcomeCube } from '../pilot-outcome/cube.ts';
import { OutcomePage } from '../pilot-outcome/form-page.tsx';
import { readOutcome } from '../pilot-outcome/input.ts';
import { points, windowOf } from '../pilot-outcome/rules.ts';
import { findScheme, listReadiness } from '../support/queries.ts';
import { enrolPerson, joinPilot, leavePilot, newOwnCode, recordOutcome } from './actions.ts';
import { chainWords } from './chain-words.ts';
import { EnrolmentPage } from './enrolment-page.tsx';
import { EnrolmentsPage, EnrolPage, OwnCodePage } from './enrolment-pages.tsx';
import { readContact, readEnrolment, readJoined, readLeft } from './input.ts';
import { pilotPaths } from './paths.ts';
import { ChainPage, PilotsPage } from './public-pages.tsx';
import {
  type Enrolment, type EnrolmentContent, findEnrolment, findPilot, insertContact, listEnrolments, listOwnPilots, listPilots, readEnrolment as readContent, updateMentor,
} from './queries.ts';
import { pilotWords } from './words.ts';

type At = { readonly enrolment: Enrolment; readonly content: EnrolmentContent; readonly person: PersonLine | undefined };

/** Pilots for everybody, and who takes part for those who work with them. Every page about somebody begins with the function that writes its audit line. */
export function pilotRoutes(site: SiteSource): Route[] {
  const step = (path: string, audit: string, work: (visit: Visit, at: At) => Promise<FieldErrors | 'gone' | undefined>): Route => ({
    method: 'POST', path, may: caring, audit, handle: async (visit) => {
      const at = await open(visit);
      if (!at) return notFound;
      const errors = await work(visit, at);
      if (errors === 'gone') return notFound;
      return errors ? invalid(await show(visit, at, errors)) : redirect(localized(visit.language, pilotPaths.enrolment(at.enrolment.id)));
    },
  });
  return [
    { method: 'GET', path: pilotPaths.list, may: 'anyone', audit: 'none', handle: async (visit) => page(<PilotsPage frame={frameOf(visit, site(), { title: chainWords[visit.language].title, current: 'pilots' })} pilots={await listPilots(visit)} />) },
    { method: 'GET', path: pilotPaths.chain(':slug'), may: 'anyone', audit: 'none', handle: async (visit) => {
      const pilot = await findPilot(visit, visit.params.slug ?? '');
      if (!pilot) return notFound;
      return page(<ChainPage frame={frameOf(visit, site(), { title: pilot.name[visit.language], current: 'pilots' })} pilot={pilot} released={await listReleased(visit, [outcomeCube, leavingCube])} today={visit.today} />);
    } },
    { method: 'GET', path: pilotPaths.enrolments, may: caring, audit: 'funding.list-enrolments', handle: async (visit) => page(
      <EnrolmentsPage frame={frame(visit)} enrolments={await listEnrolments(visit)} people={await listPersons(visit)} pilots={await listOwnPilots(visit)} today={visit.today} />) },
    { method: 'GET', path: pilotPaths.enrol, may: caring, audit: 'none', handle: async (visit) => await enrolPage(visit) },
    { method: 'POST', path: pilotPaths.enrol, may: caring, audit: 'funding.enrol', handle: enrol },
    { method: 'GET', path: pilotPaths.enrolment(':id'), may: caring, audit: 'funding.open-enrolment', handle: async (visit) => {
      const at = await open(visit);
      return at ? page(await show(visit, at)) : notFound;
    } },
    { method: 'POST', path: pilotPaths.code(':id'), may: caring, audit: 'funding.new-own-code', handle: async (visit) => {
      const at = await open(visit);
      const code = at && (await newOwnCode(visit, at.enrolment.id));
      return at && code ? page(<OwnCodePage frame={frame(visit)} id={at.enrolment.id} code={code} />) : notFound;
    } },
    step(pilotPaths.mentor(':id'), 'funding.name-mentor', async (visit, { enrolment }) => {
      const mentor = (await listColleagues(visit)).find((one) => one.account === visit.form.text('mentor'))?.account ?? null;
      return (await updateMentor(visit, enrolment.id, mentor)) ? undefined : 'gone';
    }),
    step(pilotPaths.joined(':id'), 'funding.join-pilot', async (visit, { enrolment, person }) => {
      const read = readJoined(visit.form, visit.language, visit.today);
      if (read.errors) return read.errors;
      if (!fitsAge(person?.birthDate ?? null, read.value, true)) return { joined: pilotWords[visit.language].age };
      return (await joinPilot(visit, enrolment.id, read.value)) ? undefined : 'gone';
    }),
    step(pilotPaths.left(':id'), 'funding.leave-pilot', async (visit, { enrolment }) => {
      const read = readLeft(visit.form, visit.language, visit.today, enrolment.joinedOn);
      if (read.errors) return read.errors;
      return (await leavePilot(visit, enrolment.id, read.value.on, read.value.reason)) ? undefined : 'gone';
    }),
    step(pilotPaths.contacts(':id'), 'funding.record-contact', async (visit, { enrolment }) => {
      const read = readContact(visit.form, visit.language, visit.today);
      if (!read.errors) await insertContact(visit, enrolment.id, read.value);
      return read.errors;
    }),
    step(pilotPaths.goal(':id'), 'funding.suggest-goal', async (visit, { enrolment }) => {
      const read = readGoal(visit.form, visit.language);
      if (read.errors) return read.errors;
      return (await keepGoal(visit, enrolment.id, { ...read.value, id: undefined })) ? undefined : 'gone';
    }),
    step(pilotPaths.tick(':id'), 'funding.tick-step', async (visit, { enrolment }) => {
      const { step: of, done, proof } = readTick(visit.form);
      return isId(of) && (await tickStep(visit, enrolment.id, of, done, proof)) ? undefined : 'gone';
    }),
    step(pilotPaths.word(':id'), 'funding.add-word', async (visit, { enrolment }) => {
      const read = readWord(visit.form, visit.language);
      if (read.errors) return read.errors;
      if (!isId(read.value.goal)) return { goal: pilotWords[visit.language].noGoal };
      return (await addWord(visit, enrolment.id, read.value.goal, read.value.inWords)) ? undefined : 'gone';
    }),
    ...(['GET', 'POST'] as const).map((method): Route => ({ method, path: pilotPaths.outcome(':id', ':point'), may: caring, audit: method === 'GET' ? 'funding.open-enrolment' : 'funding.record-outcome', handle: outcome })),
  ];

  function frame(visit: Visit, errors?: FieldErrors) {
    return frameOf(visit, site(), { title: pilotWords[visit.language].title, current: 'enrolments', hasErrors: errors !== undefined });
  }

  async function open(visit: Visit): Promise<At | undefined> {
    const id = visit.params.id ?? '';
    const enrolment = isId(id) ? await findEnrolment(visit, id) : undefined;
    const content = enrolment && (await readContent(visit, enrolment.id));
    if (!enrolment || !content) return undefined;
    visit.about('person', enrolment.person);
    return { enrolment, content, person: (await listPersons(visit)).find((one) => one.id === enrolment.person) };
  }

  async function show(visit: Visit, { enrolment, content, person }: At, errors?: FieldErrors) {
    return <EnrolmentPage frame={frame(visit, errors)} enrolment={enrolment} content={content} name={person ? nameOf(person, visit.language) : ''} birth={person?.birthDate ?? null} pilot={await findPilot(visit, enrolment.pilot)}
      colleagues={await listColleagues(visit)} scheme={await findScheme(visit)} items={await listReadiness(visit)} today={visit.today} typed={errors ? visit.form : emptyForm} errors={errors} />;
  }

  async function enrolPage(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const body = <EnrolPage frame={frame(visit, errors)} typed={visit.form} errors={errors} people={await enrollable(visit)} pilots={await listOwnPilots(visit)} />;
    return errors ? invalid(body) : page(body);
  }

  async function enrol(visit: Visit): Promise<Answer> {
    const [people, pilots] = [await enrollable(visit), await listOwnPilots(visit)];
    const agency = visit.actor.kind === 'staff' ? visit.actor.agency : null;
    if (agency === null) return notFound;
    const read = readEnrolment(visit.form, visit.language, visit.today, people.map((one) => one.id), pilots.map((one) => one.slug));
    if (read.errors) return await enrolPage(visit, read.errors);
    const { joinedOn, agreedOn, person } = read.value;
    visit.about('person', person);
    const birth = people.find((one) => one.id === person)?.birthDate ?? null;
    if (!fitsAge(birth, joinedOn ?? agreedOn, joinedOn !== null)) return await enrolPage(visit, { joined: pilotWords[visit.language].age });
    return redirect(localized(visit.language, pilotPaths.enrolment(await enrolPerson(visit, { ...read.value, agency }))));
  }

  async function outcome(visit: Visit): Promise<Answer> {
    const at = await open(visit);
    const point = points.find((one) => String(one) === visit.params.point);
    const joinedOn = at?.enrolment.joinedOn;
    if (!at || point === undefined || !joinedOn || at.content.outcomes.some((one) => one.point === point) || windowOf(joinedOn, point).from > visit.today) return notFound;
    const draw = (errors?: FieldErrors) => <OutcomePage frame={frame(visit, errors)} id={at.enrolment.id} name={at.person ? nameOf(at.person, visit.language) : ''} joinedOn={joinedOn} point={point} typed={visit.form} errors={errors} />;
    if (visit.method === 'GET') return page(draw());
    const read = readOutcome(visit.form, visit.language, visit.today, joinedOn, point);
    if (read.errors) return invalid(draw(read.errors));
    await recordOutcome(visit, at.enrolment.id, read.value);
    return redirect(localized(visit.language, pilotPaths.enrolment(at.enrolment.id)));
  }

  /** People of the asker's own agency between 13 and 24 who are in none of its pilots yet. */
  async function enrollable(visit: Visit): Promise<PersonLine[]> {
    const enrolled = new Set((await listEnrolments(visit)).map((one) => one.person));
    const agency = visit.actor.kind === 'staff' ? visit.actor.agency : null;
    return (await listPersons(visit)).filter((one) => {
      const age = ageAt(one.birthDate, visit.today);
      return one.agency === agency && one.state === 'active' && age !== undefined && age >= 13 && age < 25 && !enrolled.has(one.id);
    });
  }
}
