import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import { keyDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { addContact } from './actions.ts';
import { ContactsPage, OwnContactPage } from './contact-pages.tsx';
import { answerContact, findOwnContact, listContacts, stopContact } from './contact-queries.ts';
import { contactWords } from './contact-words.ts';
import { readContact } from './input.ts';
import { alertPaths } from './paths.ts';

const keepers = { roles: ['alert-keeper'] } as const;
const door = keyDoor({ limit: 'alert-contact' });

/** Contacts for their keeper, and the own page of each contact by the key of its link. */
export function contactRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: alertPaths.contacts, may: keepers, audit: 'insight.list-contacts', handle: async (visit) => page(await listPage(visit)) },
    { method: 'POST', path: alertPaths.contacts, may: keepers, audit: 'insight.add-contact', handle: postAdd },
    { method: 'POST', path: alertPaths.stopContact(':id'), may: keepers, audit: 'insight.stop-contact', handle: async (visit) => {
      const id = visit.params.id ?? '';
      if (!isId(id) || !(await stopContact(visit, id))) return notFound;
      visit.about('alert-contact', id);
      return redirect(`${localized(visit.language, alertPaths.contacts)}?done=stopped`);
    } },
    { ...door.behind, method: 'GET', path: alertPaths.contact, audit: 'none', handle: showOwn },
    { ...door.behind, method: 'POST', path: alertPaths.contact, audit: 'insight.answer-contact', handle: async (visit) => {
      const answer = visit.form.text('answer');
      if ((answer !== 'yes' && answer !== 'no') || !(await answerContact(visit, answer === 'yes'))) return notFound;
      return redirect(address(visit));
    } },
  ];

  async function listPage(visit: Visit, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: contactWords[visit.language].title, current: 'alert-contacts', hasErrors: errors !== undefined });
    return <ContactsPage frame={frame} contacts={await listContacts(visit)} typed={errors ? visit.form : emptyForm} errors={errors} done={visit.query.get('done') ?? undefined} />;
  }

  async function postAdd(visit: Visit): Promise<Answer> {
    const read = readContact(visit.form, visit.language);
    if (read.errors) return invalid(await listPage(visit, read.errors));
    visit.about('alert-contact', await addContact(visit, read.value, visit.baseUrl));
    return redirect(`${localized(visit.language, alertPaths.contacts)}?done=added`);
  }

  async function showOwn(visit: Visit): Promise<Answer> {
    const own = await findOwnContact(visit);
    if (!own) return notFound;
    return page(<OwnContactPage frame={frameOf(visit, site(), { title: contactWords[visit.language].ownTitle, unlisted: true })} own={own} address={address(visit)} />);
  }
}

function address(visit: Visit): string {
  return `${localized(visit.language, alertPaths.contact)}?key=${encodeURIComponent(visit.query.get('key') ?? '')}`;
}
