import { accountOf } from '#app/platform/db/scope.ts';
import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { type Form, formOf } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { changeEntry, checkEntry, reportRoom } from './board-actions.ts';
import { BoardPage } from './board-page.tsx';
import { type Edited, findOwn, listBoard } from './board-queries.ts';
import { boardWords } from './board-words.ts';
import { EditPage } from './edit-page.tsx';
import { editedOf, readEdited, readRoom } from './edit-input.ts';
import { directoryPaths, keeping, reading } from './paths.ts';
import { type FullService, readServices } from './read.ts';

/** The board of all services, and what an organisation changes on its own ones. */
export function boardRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'directory', hasErrors: errors !== undefined });
  return [
    { method: 'GET', path: directoryPaths.board, may: reading, audit: 'none', handle: async (visit) => page(<BoardPage frame={frame(visit, boardWords[visit.language].title)} lines={await listBoard(visit)} today={visit.today} />) },
    { method: 'POST', path: directoryPaths.checked(':id'), may: keeping, audit: 'access.check-service', handle: async (visit) => await own(visit, async (id, keeper) => {
      await checkEntry(visit, id, keeper);
      return toBoard(visit);
    }) },
    { method: 'POST', path: directoryPaths.capacity(':id'), may: keeping, audit: 'none', handle: async (visit) => await own(visit, async (id, keeper) => {
      const room = readRoom(visit.form);
      if (!room) return invalid(<BoardPage frame={frame(visit, boardWords[visit.language].title, { code: boardWords[visit.language].noCode })} lines={await listBoard(visit)} today={visit.today} />);
      await reportRoom(visit, id, keeper, room.code, room.available);
      return toBoard(visit);
    }) },
    { method: 'GET', path: directoryPaths.edit(':id'), may: keeping, audit: 'none', handle: async (visit) => await own(visit, async (id) => await edit(visit, id)) },
    { method: 'POST', path: directoryPaths.edit(':id'), may: keeping, audit: 'none', handle: async (visit) => await own(visit, async (id, keeper) => {
      const [service] = await readServices(visit, [id]);
      if (!service) return notFound;
      const read = readEdited(visit.form, visit.language, editedOf(service, visit.today).hours !== undefined);
      if (read.errors) return await edit(visit, id, read.errors);
      await changeEntry(visit, service, keeper, read.value);
      return toBoard(visit);
    }) },
  ];

  async function edit(visit: Visit, id: string, errors?: FieldErrors): Promise<Answer> {
    const [service] = await readServices(visit, [id]);
    if (!service) return notFound;
    const edited = editedOf(service, visit.today);
    const body = <EditPage frame={frame(visit, boardWords[visit.language].editTitle(service.row.name[visit.language]), errors)} typed={errors ? visit.form : formOfEntry(service, edited)} errors={errors} withHours={edited.hours !== undefined} />;
    return errors ? invalid(body) : page(body);
  }
}

/** An entry that the asker's organisation keeps; anybody else's does not exist for her to change. */
async function own(visit: Visit, work: (id: string, keeper: { account: string; by: Bilingual }) => Promise<Answer>): Promise<Answer> {
  const [id, account] = [visit.params.id ?? '', accountOf(visit)];
  const found = isId(id) && account ? await findOwn(visit, id) : undefined;
  if (!found || !account) return notFound;
  visit.about('service', id);
  return await work(id, { account, by: found.organizationName });
}

const toBoard = (visit: Visit) => redirect(localized(visit.language, directoryPaths.board));

function formOfEntry({ row }: FullService, edited: Edited): Form {
  const fields: Record<string, string> = {
    'name-en': row.name.en, 'name-fr': row.name.fr, 'description-en': row.description.en, 'description-fr': row.description.fr, status: edited.status, referrals: edited.takesReferrals ? 'yes' : '', phone: edited.phone,
    'minimum-age': String(edited.minimumAge ?? ''), 'maximum-age': String(edited.maximumAge ?? ''), 'eligibility-en': edited.eligibility?.en ?? '', 'eligibility-fr': edited.eligibility?.fr ?? '', 'how-en': edited.how?.en ?? '', 'how-fr': edited.how?.fr ?? '',
  };
  for (const one of edited.hours ?? []) Object.assign(fields, { [`${one.day}-from`]: one.from, [`${one.day}-to`]: one.to });
  return formOf(new URLSearchParams(fields));
}
