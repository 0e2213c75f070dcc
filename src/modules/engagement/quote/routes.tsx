import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { withPiece } from '../coding/routes.tsx';
import { coders, voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import { accountOf, withConsultation } from '../consultation/with-consultation.ts';
import type { FindNames } from '../contribution/input.ts';
import type { Contribution } from '../contribution/queries.ts';
import { listThemes } from '../theme/queries.ts';
import { numberThemes } from '../theme/rules.ts';
import { NewQuotePage, QuotesPage } from './pages.tsx';
import { approveQuote, findQuote, insertQuote, listQuotes, withdrawQuote } from './queries.ts';
import { quoteWords } from './words.ts';

/** Words of people, edited, and shown only after a second person. */
export function quoteRoutes(site: SiteSource, findNames: FindNames): Route[] {
  return [
    { method: 'GET', path: voicePaths.quotes(':slug'), may: coders, audit: 'quote.list', handle: async (visit) => await withConsultation(visit, async (consultation) => {
      const frame = frameOf(visit, site(), { title: quoteWords[visit.language].title, current: 'voice' });
      return page(<QuotesPage frame={frame} consultation={consultation} quotes={await listQuotes(visit, consultation.slug)} themes={numberThemes(await listThemes(visit, consultation.slug))} account={accountOf(visit)} />);
    }) },
    { method: 'GET', path: voicePaths.pieceVerb(':id', 'quote'), may: coders, audit: 'contribution.read', handle: async (visit) => await withQuotable(visit, async (piece, one) => page(await draw(visit, piece, one))) },
    { method: 'POST', path: voicePaths.pieceVerb(':id', 'quote'), may: coders, audit: 'quote.propose', handle: async (visit) => await withQuotable(visit, async (piece, one) => await post(visit, piece, one)) },
    { method: 'POST', path: voicePaths.quoteVerb(':id', 'approve'), may: coders, audit: 'quote.approve', handle: async (visit) => await decide(visit, async (id) => await approveQuote(visit, id, accountOf(visit))) },
    { method: 'POST', path: voicePaths.quoteVerb(':id', 'withdraw'), may: coders, audit: 'quote.withdraw', handle: async (visit) => await decide(visit, async (id) => await withdrawQuote(visit, id)) },
  ];

  async function draw(visit: Visit, piece: Contribution, consultation: Consultation, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: quoteWords[visit.language].newTitle, current: 'voice', hasErrors: errors !== undefined });
    return <NewQuotePage frame={frame} consultation={consultation} piece={piece} themes={numberThemes(await listThemes(visit, consultation.slug))} typed={new Map(visit.form.entries())} errors={errors ?? {}} />;
  }

  async function post(visit: Visit, piece: Contribution, consultation: Consultation): Promise<Answer> {
    const words = quoteWords[visit.language];
    const body = visit.form.text('body');
    const theme = (await listThemes(visit, consultation.slug)).find((one) => one.id === visit.form.text('theme') && one.mergedInto === null);
    const names = findNames(body);
    const errors: Record<string, string> = {};
    if (body === '') errors.body = words.missingBody;
    else if (body.length > 600) errors.body = words.longBody;
    else if (names.length > 0) errors.body = words.namesFound([...new Set(names.map((one) => one.text))].slice(0, 5).join(', '));
    if (!theme) errors.theme = words.missingTheme;
    if (Object.keys(errors).length > 0 || !theme) return invalid(await draw(visit, piece, consultation, errors));
    const added = await insertQuote(visit, { id: newId(), piece: piece.id, theme: theme.id, language: piece.language, body, demonstration: piece.demonstration, proposedBy: accountOf(visit) });
    return added ? redirect(localized(visit.language, voicePaths.quotes(consultation.slug))) : invalid(await draw(visit, piece, consultation, { body: words.taken }));
  }
}

/** The piece of the address, when whoever said it did not ask not to be quoted. */
async function withQuotable(visit: Visit, then: (piece: Contribution, consultation: Consultation) => Promise<Answer>): Promise<Answer> {
  return await withPiece(visit, async (piece, consultation) => (piece.mayQuote ? await then(piece, consultation) : problem('conflict')));
}

async function decide(visit: Visit, work: (id: string) => Promise<boolean>): Promise<Answer> {
  const id = visit.params.id ?? '';
  const quote = isId(id) ? await findQuote(visit, id) : undefined;
  if (!quote) return notFound;
  visit.about('quote', id);
  return (await work(id)) ? redirect(localized(visit.language, voicePaths.quotes(quote.consultation))) : problem('conflict');
}
