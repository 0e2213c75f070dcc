import { isId, newId } from '#app/platform/db/id.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { deskOf } from '../person/desk.ts';
import { withdrawsMost } from './import.ts';
import { ImportPage, ImportsPage } from './import-page.tsx';
import { decideHanded, findHanded, type Handed, insertHanded, listHanded } from './import-queries.ts';
import { importWords } from './import-words.ts';
import { directoryPaths, importing } from './paths.ts';
import { largestUpload, readDirectoryFile } from './read-file.ts';

/** Bringing services in from a file: handed in, checked, looked at, then taken in or discarded. */
export function importRoutes(site: SiteSource): Route[] {
  const frame = (visit: Visit, title: string, errors?: FieldErrors) => frameOf(visit, site(), { title, current: 'directory', hasErrors: errors !== undefined });
  const to = (visit: Visit, path: string) => redirect(localized(visit.language, path));
  return [
    { method: 'GET', path: directoryPaths.imports, may: importing, audit: 'none', handle: async (visit) => await home(visit) },
    { method: 'POST', path: directoryPaths.imports, may: importing, audit: 'access.hand-in-directory', maxBody: largestUpload + 65_536, handle: handIn },
    { method: 'GET', path: directoryPaths.import(':id'), may: importing, audit: 'none', handle: async (visit) => await withHanded(visit, async (one) => show(visit, one)) },
    { method: 'POST', path: directoryPaths.takeIn(':id'), may: importing, audit: 'access.confirm-directory', handle: async (visit) => await withHanded(visit, async (one) => await take(visit, one)) },
    { method: 'POST', path: directoryPaths.drop(':id'), may: importing, audit: 'access.drop-directory', handle: async (visit) => await withHanded(visit, async (one) => ((await decideHanded(visit, one.id, 'dropped')) ? to(visit, directoryPaths.imports) : notFound)) },
  ];

  async function withHanded(visit: Visit, work: (one: Handed) => Promise<Answer> | Answer): Promise<Answer> {
    const id = visit.params.id ?? '';
    const one = isId(id) ? await findHanded(visit, id) : undefined;
    if (!one) return notFound;
    visit.about('directory-import', id);
    return await work(one);
  }

  async function home(visit: Visit, errors?: FieldErrors): Promise<Answer> {
    const body = <ImportsPage frame={frame(visit, importWords[visit.language].title, errors)} handed={await listHanded(visit)} typed={visit.form} errors={errors} timeZone={visit.timeZone} />;
    return errors ? invalid(body) : page(body);
  }

  async function handIn(visit: Visit): Promise<Answer> {
    const words = importWords[visit.language];
    const desk = deskOf(visit);
    if (!desk) return notFound;
    const name = visit.form.text('name');
    const [file] = visit.form.files('file');
    const read = file ? readDirectoryFile(new Uint8Array(await file.arrayBuffer())) : undefined;
    const wrong = read === undefined ? words.noFile : 'problem' in read ? words.problems[read.problem] : undefined;
    const errors: FieldErrors = { ...(name === '' || name.length > 60 ? { name: words.noName } : {}), ...(wrong ? { file: wrong } : {}) };
    if (read === undefined || 'problem' in read || Object.keys(errors).length > 0) return await home(visit, errors);
    const id = newId();
    await insertHanded(visit, { id, ...desk, name, ...read });
    await raiseEvent(visit, { kind: 'access.directory-import-wanted', subject: id });
    return to(visit, directoryPaths.import(id));
  }

  async function take(visit: Visit, one: Handed): Promise<Answer> {
    const withdraws = visit.form.text('withdraws') === 'yes';
    if (one.outcome && withdrawsMost(one.outcome.kept) && !withdraws) return show(visit, one, { withdraws: importWords[visit.language].notMeant });
    if (!(await decideHanded(visit, one.id, 'running', withdraws))) return to(visit, directoryPaths.import(one.id));
    await raiseEvent(visit, { kind: 'access.directory-import-wanted', subject: one.id });
    return to(visit, directoryPaths.import(one.id));
  }

  function show(visit: Visit, one: Handed, errors?: FieldErrors): Answer {
    const body = <ImportPage frame={frame(visit, one.name, errors)} one={one} errors={errors} />;
    return errors ? invalid(body) : page(body);
  }
}
