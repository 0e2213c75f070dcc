import { guidances, strengths } from '#app/community-pack/statement-schema.ts';
import { newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { formReader } from '#app/ui/form-reader.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { alcoholReport, alcoholSections } from '../alcohol-report/template.ts';
import { deskWords } from './desk-words.ts';
import { StatementsPage } from './list-page.tsx';
import { statementPaths } from './paths.ts';
import { insertStatement, listStatements, type NewStatement, withdrawStatement } from './queries.ts';

const longest = 600;
const keeping = { roles: ['analyst', 'plan-manager'] } as const;

/** Statements of the alcohol report: analysts and the plan manager add and withdraw them. */
export function statementRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: statementPaths.list, may: keeping, audit: 'none', handle: async (visit) => page(await list(visit)) },
    { method: 'POST', path: statementPaths.list, may: keeping, audit: 'insight.add-statement', handle: add },
    { method: 'POST', path: statementPaths.withdraw(':slug'), may: keeping, audit: 'insight.withdraw-statement', handle: withdraw },
  ];

  async function list(visit: Visit, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: deskWords[visit.language].title, current: 'statements', hasErrors: errors !== undefined });
    return <StatementsPage frame={frame} statements={await listStatements(visit, alcoholReport)} typed={visit.form} errors={errors} />;
  }

  async function add(visit: Visit): Promise<Answer> {
    const words = deskWords[visit.language];
    const reader = formReader(visit.form, { tooLong: words.tooLong, noDate: words.noDate, dateToCome: words.dateToCome, badAddress: words.badUrl });
    const [section, strength] = [reader.chosen('section', alcoholSections, words.noSection), reader.chosen('strength', strengths, words.noStrength)];
    const missing = { en: words.missing, fr: words.missing };
    const read = reader.finish({
      section, strength, text: reader.both('text', longest, missing), sourceText: reader.both('source', longest, missing), sourceUrl: reader.address('url') ?? null,
      guidance: guidances.find((one) => one === visit.form.text('guidance')) ?? null,
    });
    if (read.errors) return invalid(await list(visit, read.errors));
    const { value } = read;
    if (!value.section || !value.strength) throw new Error('a chosen field is missing');
    const statement: NewStatement = { ...value, section: value.section, strength: value.strength, slug: `statement-${newId()}`, report: alcoholReport, demonstration: false };
    await insertStatement(visit, statement);
    visit.about('statement', statement.slug);
    return redirect(localized(visit.language, statementPaths.list));
  }

  async function withdraw(visit: Visit): Promise<Answer> {
    const slug = visit.params.slug ?? '';
    visit.about('statement', slug);
    return (await withdrawStatement(visit, slug)) ? redirect(localized(visit.language, statementPaths.list)) : notFound;
  }
}
