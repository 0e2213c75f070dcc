import { hasRole } from '#app/platform/db/scope.ts';
import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { findPoint, listPoints } from '../access-point/queries.ts';
import { askAlike, type Question } from '../duplicate/ask.ts';
import { listOfIntake, listOfPerson as listHandOffsOfPerson } from '../hand-off/queries.ts';
import { receiving } from '../hand-off/paths.ts';
import { accessPaths } from '../paths.ts';
import type { Desk } from '../person/actions.ts';
import { deskOf, formFrom, personIn } from '../person/desk.ts';
import { IdentityPage } from '../person/form-pages.tsx';
import { readIdentity, readSearch } from '../person/input.ts';
import { findPerson, listAgencies, listColleagues, listPersons, writeFound } from '../person/queries.ts';
import { close, enterFrom, giveBack, linkPerson, recordAttempt, reopen, take, triage, withdrawAsAsked } from './actions.ts';
import { readAttempt, readClose, readTriage } from './desk-input.ts';
import { deskWords } from './desk-words.ts';
import { mayRefer } from '../referral/queries.ts';
import { answering, intakePaths } from './paths.ts';
import { findIntake, type Intake, listEvents, listOfPerson, type Opened, readIntake } from './queries.ts';
import { IntakePage } from './show-page.tsx';
import { ClosePage, LinkPage, PersonIntakesPage } from './side-pages.tsx';

type Failed = { readonly part: 'triage' | 'attempt'; readonly errors: FieldErrors };

/** One request and what is done with it, by the agency that runs the point of access. */
export function deskRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'intakes', hasErrors: errors !== undefined });
  const back = (visit: Visit, { id }: Intake) => redirect(localized(visit.language, intakePaths.intake(id)));
  const route = (method: 'GET' | 'POST', path: (id: string) => string, audit: string, work: (visit: Visit, desk: Desk, intake: Intake) => Promise<Answer>, may: Route['may'] = answering): Route => ({ method, path: path(':id'), may, audit, handle: async (visit) => {
    const [desk, id] = [deskOf(visit), visit.params.id];
    if (!desk || !isId(id)) return notFound;
    visit.about('intake', id);
    const intake = await findIntake(visit, id);
    return intake ? await work(visit, desk, intake) : notFound;
  } });
  const done = async (visit: Visit, intake: Intake, work: Promise<boolean>) => ((await work) ? back(visit, intake) : notFound);
  const supervises = (visit: Visit) => hasRole(visit, 'access-supervisor');
  return [
    route('GET', intakePaths.intake, 'access.open-intake', async (visit, desk, intake) => page(await show(visit, desk, intake)), receiving),
    route('POST', intakePaths.take, 'access.take-intake', async (visit, desk, intake) => {
      if (intake.state !== 'open') return notFound;
      return (await take(visit, desk, intake, supervises(visit))) ? back(visit, intake) : page(await show(visit, desk, intake, { said: deskWords[visit.language].takenBefore }));
    }),
    route('POST', intakePaths.giveBack, 'access.give-back-intake', async (visit, desk, intake) => await done(visit, intake, giveBack(visit, desk, intake, supervises(visit)))),
    route('POST', intakePaths.triage, 'access.triage-intake', async (visit, desk, intake) => {
      const point = await findPoint(visit, intake.point);
      if (!point || intake.state !== 'open') return notFound;
      const read = readTriage(visit.form, visit.language, point);
      return read.errors ? invalid(await show(visit, desk, intake, { failed: { part: 'triage', errors: read.errors } })) : await done(visit, intake, triage(visit, desk, intake, read.value.level, read.value.reason));
    }),
    route('POST', intakePaths.attempts, 'access.record-attempt', async (visit, desk, intake) => {
      if (intake.state !== 'open') return notFound;
      const read = readAttempt(visit.form, visit.language, intake.doNotContact);
      return read.errors ? invalid(await show(visit, desk, intake, { failed: { part: 'attempt', errors: read.errors } })) : await done(visit, intake, recordAttempt(visit, desk, intake, read.value));
    }),
    route('GET', intakePaths.link, 'none', async (visit, _desk, intake) => (mayLink(intake) ? page(<LinkPage frame={frame(visit, deskWords[visit.language].linkTitle)} typed={emptyForm} intake={intake} people={undefined} />) : notFound)),
    route('POST', intakePaths.link, 'access.link-intake', postLink),
    route('GET', intakePaths.record, 'access.enter-from-intake', async (visit, _desk, intake) => {
      const opened = mayLink(intake) ? await readIntake(visit, intake.id) : undefined;
      return opened ? page(recordPage(visit, opened, intake)) : notFound;
    }),
    route('POST', intakePaths.record, 'access.enter-person', async (visit, desk, intake) => {
      const opened = mayLink(intake) ? await readIntake(visit, intake.id) : undefined;
      if (!opened) return notFound;
      const read = readIdentity(visit.form, visit.language, visit.today, true);
      if (read.errors) return invalid(recordPage(visit, opened, intake, read.errors));
      const question = await askAlike(visit, read.value.identity);
      if (question) return page(recordPage(visit, opened, intake, undefined, question));
      return redirect(localized(visit.language, accessPaths.person(await enterFrom(visit, desk, intake, opened, read.value))));
    }),
    route('GET', intakePaths.close, 'none', async (visit, _desk, intake) => (intake.state === 'open' ? page(<ClosePage frame={frame(visit, deskWords[visit.language].closeTitle)} typed={emptyForm} intake={intake} />) : notFound)),
    route('POST', intakePaths.close, 'access.close-intake', async (visit, desk, intake) => {
      if (intake.state !== 'open') return notFound;
      const read = readClose(visit.form, visit.language, await listEvents(visit, intake.id));
      return read.errors ? invalid(<ClosePage frame={frame(visit, deskWords[visit.language].closeTitle, read.errors)} typed={visit.form} errors={read.errors} intake={intake} />) : await done(visit, intake, close(visit, desk, intake, read.value.reason, read.value.note));
    }),
    route('POST', intakePaths.erase, 'access.withdraw-intake', async (visit, _desk, intake) => await done(visit, intake, withdrawAsAsked(visit, intake))),
    route('POST', intakePaths.reopen, 'access.reopen-intake', async (visit, desk, intake) => {
      const point = await findPoint(visit, intake.point);
      return point ? await done(visit, intake, reopen(visit, desk, intake, point)) : notFound;
    }),
    { method: 'GET', path: intakePaths.ofPerson(':id'), may: receiving, audit: 'access.list-intakes', handle: async (visit) => {
      const [desk, id] = [deskOf(visit), personIn(visit)];
      if (!desk || !id || !(await findPerson(visit, id))) return notFound;
      return page(<PersonIntakesPage frame={frameOf(visit, site(), { title: deskWords[visit.language].personTitle, current: 'persons' })} at={visit} person={id} intakes={await listOfPerson(visit, id)} handOffs={await listHandOffsOfPerson(visit, id)}
        points={await listPoints(visit)} agencies={await listAgencies(visit)} />);
    } },
  ];

  async function show(visit: Visit, desk: Desk, intake: Intake, { failed, said }: { failed?: Failed; said?: string } = {}) {
    const words = deskWords[visit.language];
    const point = await findPoint(visit, intake.point);
    const works = answering.roles.some((role) => hasRole(visit, role));
    return <IntakePage frame={frame(visit, `${words.request} ${intake.id.slice(-6)}, ${point?.name[visit.language] ?? intake.point}`, failed?.errors)} at={visit} intake={intake} point={point} opened={await readIntake(visit, intake.id)}
      events={await listEvents(visit, intake.id)} handOffs={await listOfIntake(visit, intake.id)} agencies={await listAgencies(visit)} colleagues={await listColleagues(visit)} account={desk.account} works={works} refers={intake.person !== null && works && (await mayRefer(visit, intake.person))}
      supervises={supervises(visit)} typed={failed ? visit.form : emptyForm} errors={failed?.errors} failed={failed?.part} said={said} />;
  }

  /** Searches, or links to the person whose button was pressed. */
  async function postLink(visit: Visit, desk: Desk, intake: Intake): Promise<Answer> {
    if (!mayLink(intake)) return notFound;
    const chosen = visit.form.text('person');
    if (chosen !== '') return isId(chosen) && (await findPerson(visit, chosen)) ? await done(visit, intake, linkPerson(visit, desk, intake, chosen)) : notFound;
    const read = readSearch(visit.form, visit.language);
    const title = deskWords[visit.language].linkTitle;
    if (read.errors) return invalid(<LinkPage frame={frame(visit, title, read.errors)} typed={visit.form} errors={read.errors} intake={intake} people={undefined} />);
    const people = await listPersons(visit, read.value);
    await writeFound(visit, people);
    return page(<LinkPage frame={frame(visit, title)} typed={visit.form} intake={intake} people={people} />);
  }

  /** The form of a new person with what the request says; of an age the day of birth is an estimate. */
  function recordPage(visit: Visit, { detail }: Opened, intake: Intake, errors?: FieldErrors, question?: Question) {
    const born = detail?.age == null ? '' : `${Number(visit.today.slice(0, 4)) - detail.age}-${visit.today.slice(5)}`.replace('-02-29', '-02-28');
    const typed = errors || question ? visit.form : formFrom({ anonymous: intake.anonymous, given: detail?.given_name, family: detail?.family_name, birth: born, estimated: born !== '', municipality: detail?.municipality, languages: spokenIn(intake, detail?.spoken ?? ''), language: intake.language });
    return <IdentityPage frame={frame(visit, deskWords[visit.language].recordTitle, errors)} typed={typed} errors={errors} mayBeAnonymous question={question} />;
  }
}

/** The language that she asked to be served in, and the others that she speaks. */
function spokenIn({ language }: Intake, others: string): string {
  const own = new Intl.DisplayNames(language, { type: 'language' }).of(language) ?? language;
  return others.toLocaleLowerCase().includes(own.toLocaleLowerCase()) ? others : [own, others].filter((one) => one !== '').join(', ');
}

function mayLink({ person, erasedAt }: Intake): boolean {
  return person === null && erasedAt === null;
}
