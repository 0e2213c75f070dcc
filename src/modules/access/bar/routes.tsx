import { isId, newId } from '#app/platform/db/id.ts';
import { accountOf } from '#app/platform/db/scope.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { accessPaths, caring } from '../paths.ts';
import { personIn } from '../person/desk.ts';
import { findPerson, listAgencies } from '../person/queries.ts';
import { BarsPage, OwnBarPage } from './pages.tsx';
import { barPaths } from './paths.ts';
import { type Barrable, barKinds, insertBar, listBarrable, listBars, updateEnded } from './queries.ts';
import { barWords } from './words.ts';

const keepers = { roles: ['access-supervisor', 'privacy-officer'] } as const;
type Open = { readonly id: string; readonly account: string; readonly barrable: readonly Barrable[] };

/** Keeping somebody from a record: by herself, the supervisor of the agency that holds it, or the privacy officer. */
export function barRoutes(site: SiteSource): Route[] {
  return [
    // Fixed paths stand before those with parameters.
    { method: 'GET', path: barPaths.own(':id'), may: caring, audit: 'none', handle: async (visit) => {
      const id = personIn(visit);
      return id && (await findPerson(visit, id)) ? page(<OwnBarPage frame={frame(visit, barWords[visit.language].ownTitle)} person={id} />) : notFound;
    } },
    { method: 'POST', path: barPaths.own(':id'), may: caring, audit: 'access.bar-self', handle: async (visit) => {
      const [id, account] = [personIn(visit), accountOf(visit)];
      if (!id || !account || !(await findPerson(visit, id))) return notFound;
      await insertBar(visit, { id: newId(), person: id, account, kind: 'recused', by: account });
      return redirect(localized(visit.language, accessPaths.persons));
    } },
    { method: 'GET', path: barPaths.list(':id'), may: keepers, audit: 'access.list-bars', handle: async (visit) => await withRecord(visit, async (open) => page(await list(visit, open))) },
    { method: 'POST', path: barPaths.list(':id'), may: keepers, audit: 'access.bar-colleague', handle: async (visit) => await withRecord(visit, async (open) => await postBar(visit, open)) },
    { method: 'POST', path: barPaths.end(':id', ':bar'), may: keepers, audit: 'access.end-bar', handle: async (visit) => await withRecord(visit, async ({ id, account }) => {
      const bar = visit.params.bar ?? '';
      return isId(bar) && (await updateEnded(visit, id, bar, account)) ? redirect(localized(visit.language, barPaths.list(id))) : notFound;
    }) },
  ];

  function frame(visit: Visit, title: string, errors?: FieldErrors) {
    return frameOf(visit, site(), { title, current: 'persons', hasErrors: errors !== undefined });
  }
  async function withRecord(visit: Visit, work: (open: Open) => Promise<Answer>): Promise<Answer> {
    const [id, account] = [personIn(visit), accountOf(visit)];
    const barrable = id ? await listBarrable(visit, id) : [];
    return id && account && barrable.length > 0 ? await work({ id, account, barrable }) : notFound;
  }
  async function list(visit: Visit, { id, barrable, account }: Open, errors?: FieldErrors) {
    return <BarsPage frame={frame(visit, barWords[visit.language].title, errors)} person={id} bars={await listBars(visit, id)} barrable={barrable.filter((one) => one.account !== account)} agencies={await listAgencies(visit)}
      opensRecord={(await findPerson(visit, id)) !== undefined} typed={visit.form} errors={errors} timeZone={visit.timeZone} />;
  }
  async function postBar(visit: Visit, open: Open): Promise<Answer> {
    const words = barWords[visit.language];
    const errors: Record<string, string> = {};
    const whom = open.barrable.find((one) => one.account === visit.form.text('whom') && one.account !== open.account);
    const kind = barKinds.find((one) => one === visit.form.text('kind'));
    if (!whom) errors.whom = words.noWhom;
    else if ((await listBars(visit, open.id)).some((bar) => bar.account === whom.account && !bar.endedAt)) errors.whom = words.already;
    if (!kind) errors.kind = words.noKind;
    if (!whom || !kind || errors.whom) return invalid(await list(visit, open, errors));
    await insertBar(visit, { id: newId(), person: open.id, account: whom.account, kind, by: open.account });
    return redirect(localized(visit.language, barPaths.list(open.id)));
  }
}
