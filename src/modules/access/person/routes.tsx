import { isId } from '#app/platform/db/id.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, type Markup, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { mayWrite } from '../consent/rules.ts';
import { accessPaths, caring, writing } from '../paths.ts';
import { isWrittenSection, type Section, type WrittenSection, writtenSections } from '../sections.ts';
import { askAlike, type Question } from '../duplicate/ask.ts';
import { addAlias, assignColleague, type Desk, enterPerson, namePerson, recordContact, writeEntry } from './actions.ts';
import { deskOf, formFrom, personIn } from './desk.ts';
import { AliasPage, ContactPage, EntryPage, IdentityPage } from './form-pages.tsx';
import { readAlias, readContact, readEntry, readIdentity, readSearch } from './input.ts';
import { PersonsPage } from './list-page.tsx';
import { findContact, findFacts, findIdentity, findPerson, listAgencies, listColleagues, listPersons, searchElsewhere, updateAssignmentEnded, writeFound } from './queries.ts';
import { openRecord } from './open-record.tsx';
import { personWords } from './words.ts';

/** People: search, intake with or without a name, the record and its sections. Names travel in the body of a post, never in an address. */
export function personRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'persons', hasErrors: errors !== undefined });
  const enterPage = (visit: Visit, errors?: FieldErrors, question?: Question) => <IdentityPage frame={frame(visit, personWords[visit.language].enter, errors)} typed={visit.form} errors={errors} mayBeAnonymous question={question} />;
  return [
    { method: 'GET', path: accessPaths.persons, may: caring, audit: 'access.list-persons', handle: async (visit) => await list(visit) },
    { method: 'POST', path: accessPaths.search, may: caring, audit: 'access.search-persons', handle: async (visit) => await list(visit, true) },
    { method: 'GET', path: accessPaths.enter, may: writing, audit: 'none', handle: async (visit) => (deskOf(visit) ? page(enterPage(visit)) : notFound) },
    { method: 'POST', path: accessPaths.enter, may: writing, audit: 'access.enter-person', handle: postEnter },
    { method: 'GET', path: accessPaths.person(':id'), may: caring, audit: 'access.open-person', handle: async (visit) => await openRecord(visit, frame) },
    ...edit('identity', accessPaths.identity(':id'), 'identity', async (visit, errors) => <IdentityPage frame={frame(visit, personWords[visit.language].sections.identity, errors)} typed={errors ? visit.form : await identityForm(visit)} errors={errors} mayBeAnonymous={false} />,
      (visit) => readIdentity(visit.form, visit.language, visit.today, false),
      async (visit, desk, id, value) => { if (value.identity) await namePerson(visit, desk, id, { identity: value.identity, language: value.language }); }),
    ...edit('alias', accessPaths.alias(':id'), 'identity', async (visit, errors) => <AliasPage frame={frame(visit, personWords[visit.language].aliasTitle, errors)} typed={visit.form} errors={errors} />,
      (visit) => readAlias(visit.form, visit.language), async (visit, desk, id, value) => await addAlias(visit, desk, id, value)),
    ...edit('contact', accessPaths.contact(':id'), 'contact', async (visit, errors) => <ContactPage frame={frame(visit, personWords[visit.language].sections.contact, errors)} typed={errors ? visit.form : await contactForm(visit)} errors={errors} />,
      (visit) => readContact(visit.form, visit.language), async (visit, desk, id, value) => await recordContact(visit, desk, id, value)),
    ...edit('entry', accessPaths.section(':id', ':section'), undefined, async (visit, errors) => <EntryPage frame={frame(visit, sectionTitle(visit), errors)} typed={visit.form} errors={errors} />,
      (visit) => readEntry(visit.form, visit.language), async (visit, desk, id, value) => { if (isWrittenSection(visit.params.section ?? '')) await writeEntry(visit, desk, id, sectionOf(visit), value); }),
    { method: 'POST', path: accessPaths.assignments(':id'), may: { roles: ['access-supervisor'] }, audit: 'access.assign', handle: postAssignment },
    { method: 'POST', path: accessPaths.endAssignment(':id', ':assignment'), may: { roles: ['access-supervisor'] }, audit: 'access.end-assignment', handle: async (visit) => {
      const [id, assignment] = [personIn(visit), visit.params.assignment ?? ''];
      if (!id || !isId(assignment) || !mayWrite(await findFacts(visit, id, 'identity'))) return notFound;
      return (await updateAssignmentEnded(visit, id, assignment)) ? redirect(localized(visit.language, accessPaths.person(id))) : notFound;
    } },
  ];

  async function list(visit: Visit, searching = false): Promise<Answer> {
    const read = searching ? readSearch(visit.form, visit.language) : undefined;
    const errors = read?.errors;
    const sought = read && !read.errors ? read.value : undefined;
    const exact = sought?.given && sought.family && sought.birth ? await searchElsewhere(visit, `${sought.family} ${sought.given}`, sought.birth) : [];
    const people = errors ? [] : await listPersons(visit, sought);
    if (sought) await writeFound(visit, people);
    const body = <PersonsPage frame={frame(visit, personWords[visit.language].title, errors)} typed={searching ? visit.form : emptyForm} errors={errors} people={people} sought={sought !== undefined}
      elsewhere={exact} agencies={await listAgencies(visit)} mayEnter={writing.roles.some((role) => hasRole(visit, role))} />;
    return errors ? invalid(body) : page(body);
  }

  async function postEnter(visit: Visit): Promise<Answer> {
    const desk = deskOf(visit);
    if (!desk) return notFound;
    const read = readIdentity(visit.form, visit.language, visit.today, true);
    if (read.errors) return invalid(enterPage(visit, read.errors));
    const question = await askAlike(visit, read.value.identity);
    if (question) return page(enterPage(visit, undefined, question));
    const id = await enterPerson(visit, desk, read.value);
    visit.about('person', id);
    return redirect(localized(visit.language, accessPaths.person(id)));
  }

  async function postAssignment(visit: Visit): Promise<Answer> {
    const [desk, id] = [deskOf(visit), personIn(visit)];
    if (!desk || !id || !mayWrite(await findFacts(visit, id, 'identity'))) return notFound;
    const colleague = (await listColleagues(visit)).find((one) => one.account === visit.form.text('colleague'));
    if (!colleague) return await openRecord(visit, frame, { colleague: personWords[visit.language].noColleague });
    await assignColleague(visit, desk, id, colleague.account);
    return redirect(localized(visit.language, accessPaths.person(id)));
  }
}

const sectionOf = (visit: Visit): WrittenSection => writtenSections.find((one) => one === visit.params.section) ?? 'note';
const sectionTitle = (visit: Visit) => personWords[visit.language].sections[sectionOf(visit)];

async function identityForm(visit: Visit) {
  const id = visit.params.id ?? '';
  const [identity, person] = [await findIdentity(visit, id), await findPerson(visit, id)];
  return formFrom({ given: identity?.givenName, family: identity?.familyName, birth: identity?.birthDate, estimated: identity?.birthEstimated, gender: identity?.gender, municipality: identity?.municipality,
    languages: identity?.languages.join(', '), interpreter: identity?.interpreter, language: person?.language });
}

async function contactForm(visit: Visit) {
  const id = visit.params.id ?? '';
  const [contact, person] = [await findContact(visit, id), await findPerson(visit, id)];
  return formFrom({ phone: contact?.phone, email: contact?.email, address: contact?.address, postcode: contact?.postcode, message: contact?.safeToLeaveMessage, preference: contact?.preference ?? 'none', 'do-not-contact': person?.doNotContact });
}

/** A form about one section of a record: it exists for whoever may write in the section, and leads back to the record. */
function edit<T>(name: string, path: string, section: Section | undefined, draw: (visit: Visit, errors?: FieldErrors) => Promise<Markup>, read: (visit: Visit) => Read<T>, write: (visit: Visit, desk: Desk, id: string, value: T) => Promise<void>): Route[] {
  const open = async (visit: Visit): Promise<{ desk: Desk; id: string } | undefined> => {
    const [desk, id, of] = [deskOf(visit), personIn(visit), section ?? visit.params.section ?? ''];
    if (!desk || !id || (section === undefined && !isWrittenSection(of))) return undefined;
    return mayWrite(await findFacts(visit, id, section ?? sectionOf(visit))) ? { desk, id } : undefined;
  };
  return [
    { method: 'GET', path, may: writing, audit: `access.edit-${name}`, handle: async (visit) => ((await open(visit)) ? page(await draw(visit)) : notFound) },
    { method: 'POST', path, may: writing, audit: `access.write-${name}`, handle: async (visit) => {
      const opened = await open(visit);
      if (!opened) return notFound;
      const given = read(visit);
      if (given.errors) return invalid(await draw(visit, given.errors));
      await write(visit, opened.desk, opened.id, given.value);
      return redirect(localized(visit.language, accessPaths.person(opened.id)));
    } },
  ];
}
