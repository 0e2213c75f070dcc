import { isId } from '#app/platform/db/id.ts';
import { invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { keyDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { findBody } from '../body/queries.ts';
import { governancePaths } from '../paths.ts';
import { mayKeep, maySit } from '../rights.ts';
import { reportAction, reportByLink } from './actions.ts';
import { readReport } from './input.ts';
import { ActionPage, LinkedActionPage, LinkEndedPage } from './pages.tsx';
import { type Action, findAction, findLinkedAction, listReports } from './queries.ts';
import { actionWords } from './words.ts';

const keyOf = ({ query, form }: { query: URLSearchParams; form: { text: (name: string) => string } }) => query.get('key') ?? (form.text('key') || undefined);
const { behind } = keyDoor({ limit: 'action-link' }, keyOf);

export function actionRoutes(site: SiteSource): Route[] {
  return [
    { ...behind, method: 'GET', path: governancePaths.actionByLink, audit: 'governance.open-action-link', handle: async (visit) => await showLinked(visit) },
    { ...behind, method: 'POST', path: governancePaths.actionByLink, audit: 'none', handle: postLinked },
    { method: 'GET', path: governancePaths.action(':id'), may: 'signed-in', audit: 'governance.read-action', handle: async (visit) => {
      const action = await actionOf(visit);
      return action ? page(await show(visit, action)) : notFound;
    } },
    { method: 'POST', path: governancePaths.action(':id'), may: 'signed-in', audit: 'none', handle: async (visit) => {
      const action = await actionOf(visit);
      if (!action || !mayReport(visit, action)) return notFound;
      const read = readReport(visit.form, visit.language);
      if ('errors' in read) return invalid(await show(visit, action, read.errors));
      await reportAction(visit, action, read.value);
      return redirect(localized(visit.language, governancePaths.action(action.id)));
    } },
  ];

  async function actionOf(visit: Visit): Promise<Action | undefined> {
    const id = visit.params.id ?? '';
    if (!isId(id)) return undefined;
    visit.about('action', id);
    return await findAction(visit, id);
  }

  function mayReport({ actor }: Visit, action: Action): boolean {
    return mayKeep(actor, action.bodySlug) || (actor.kind === 'staff' && action.account === actor.account);
  }

  async function show(visit: Visit, action: Action, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: action.what[visit.language], current: 'meetings', hasErrors: errors !== undefined });
    return <ActionPage frame={frame} action={action} body={await findBody(visit, action.bodySlug)} reports={await listReports(visit, [action.id])} mayReport={mayReport(visit, action)} meetingOpens={maySit(visit.actor, action.bodySlug)} typed={visit.form} errors={errors ?? {}} />;
  }

  async function showLinked(visit: Visit, errors?: FieldErrors) {
    const words = actionWords[visit.language];
    const action = await findLinkedAction(visit);
    const frame = frameOf(visit, site(), { title: action ? words.byLinkTitle : words.gone, unlisted: true, hasErrors: errors !== undefined });
    if (!action) return page(<LinkEndedPage frame={frame} thanks={false} />);
    const body = (await findBody(visit, action.bodySlug))?.name[visit.language] ?? '';
    const drawn = <LinkedActionPage frame={frame} action={action} body={body} secret={keyOf(visit) ?? ''} typed={visit.form} errors={errors ?? {}} />;
    return errors ? invalid(drawn) : page(drawn);
  }

  async function postLinked(visit: Visit) {
    const read = readReport(visit.form, visit.language);
    if ('errors' in read) return await showLinked(visit, read.errors);
    const words = actionWords[visit.language];
    const thanks = await reportByLink(visit, read.value);
    return page(<LinkEndedPage frame={frameOf(visit, site(), { title: thanks ? words.thanks : words.gone, unlisted: true })} thanks={thanks} />);
  }
}
