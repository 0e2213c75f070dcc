import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { emptyForm } from '#app/platform/http/form.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { situationPaths } from '../paths.ts';
import { AgreementsPage } from './pages.tsx';
import { insertAgreement, listAgreements, listTables, updateAgreement, updateIdentifiers } from './queries.ts';
import { agreementWords } from './words.ts';

/** The text that is signed now; a changed text is a new version. */
const version = 1;

/** Signing, confirming and ending agreements, and the table's setting. Whoever has nothing to do here finds nothing. */
export function agreementRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: situationPaths.agreements, may: 'signed-in', audit: 'situation.list-agreements', handle: async (visit) => await show(visit) },
    { method: 'POST', path: situationPaths.sign(':body'), may: 'signed-in', audit: 'none', handle: async (visit) => {
      const body = visit.params.body ?? '';
      if (!(await listTables(visit)).some((table) => table.body === body)) return notFound;
      if (!visit.form.has('agree')) return await show(visit, body);
      return (await insertAgreement(visit, newId(), body, version)) ? redirect(localized(visit.language, situationPaths.agreements)) : notFound;
    } },
    { method: 'POST', path: situationPaths.judge(':id'), may: 'signed-in', audit: 'none', handle: async (visit) => {
      const id = visit.params.id ?? '';
      const verdict = (['confirm', 'end'] as const).find((one) => one === visit.query.get('verdict'));
      return verdict && isId(id) && (await updateAgreement(visit, id, verdict)) ? redirect(localized(visit.language, situationPaths.agreements)) : notFound;
    } },
    { method: 'POST', path: situationPaths.setting(':body'), may: 'signed-in', audit: 'none', handle: async (visit) =>
      (await updateIdentifiers(visit, visit.params.body ?? '', visit.form.text('identifiers'))) ? redirect(localized(visit.language, situationPaths.table(visit.params.body ?? ''))) : notFound },
  ];

  async function show(visit: Visit, wrong?: string): Promise<Answer> {
    const words = agreementWords[visit.language];
    const [tables, agreements] = [await listTables(visit), await listAgreements(visit)];
    if (tables.length === 0 && agreements.length === 0) return notFound;
    const frame = frameOf(visit, site(), { title: words.title, current: 'situation', hasErrors: wrong !== undefined });
    const body = <AgreementsPage frame={frame} tables={tables} agreements={agreements} today={visit.today} typed={wrong ? visit.form : emptyForm} {...(wrong ? { wrong, errors: { agree: words.noAgree } } : {})} />;
    return wrong ? invalid(body) : page(body);
  }
}
