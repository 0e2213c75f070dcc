import { isId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { coders, voicePaths } from '../consultation/paths.ts';
import { type Consultation, findConsultation } from '../consultation/queries.ts';
import { accountOf, withConsultation } from '../consultation/with-consultation.ts';
import { toNextPiece } from '../contribution/next-piece.ts';
import { type Contribution, countPieces, findContribution } from '../contribution/queries.ts';
import { listThemes } from '../theme/queries.ts';
import { numberThemes } from '../theme/rules.ts';
import { agreementOf } from './agreement.ts';
import { AgreementPage } from './agreement-page.tsx';
import { readCodes, readTicks } from './input.ts';
import { PiecePage } from './piece-page.tsx';
import { countCoders, deleteOwnCodes, findSettlement, insertCodes, listCoded, listCodePairs, upsertSettlement } from './queries.ts';
import { codingWords } from './words.ts';

/** The piece of the address with its consultation, or not found. */
export async function withPiece(visit: Visit, then: (piece: Contribution, consultation: Consultation) => Promise<Answer>): Promise<Answer> {
  const id = visit.params.id ?? '';
  const piece = isId(id) ? await findContribution(visit, id) : undefined;
  const consultation = piece ? await findConsultation(visit, piece.consultation) : undefined;
  if (!piece || !consultation) return notFound;
  visit.about('contribution', piece.id);
  return await then(piece, consultation);
}

export function codingRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: voicePaths.piece(':id'), may: coders, audit: 'contribution.read', handle: async (visit) => await withPiece(visit, async (piece, one) => page(await draw(visit, piece, one))) },
    { method: 'POST', path: voicePaths.pieceVerb(':id', 'codes'), may: coders, audit: 'contribution.code', handle: async (visit) => await withPiece(visit, async (piece, one) => await postCodes(visit, piece, one)) },
    { method: 'POST', path: voicePaths.pieceVerb(':id', 'undo'), may: coders, audit: 'contribution.take-codes-back', handle: async (visit) => await withPiece(visit, async (piece) =>
      (await deleteOwnCodes(visit, piece.id)) ? redirect(localized(visit.language, voicePaths.piece(piece.id))) : problem('conflict')) },
    { method: 'POST', path: voicePaths.pieceVerb(':id', 'settle'), may: coders, audit: 'contribution.settle', handle: async (visit) => await withPiece(visit, async (piece) => {
      const coded = await listCoded(visit, piece.id);
      if (coded.length < 2) return problem('conflict');
      await upsertSettlement(visit, piece.id, accountOf(visit), readTicks(visit.form, numberThemes(await listThemes(visit, piece.consultation))));
      return redirect(localized(visit.language, voicePaths.piece(piece.id)));
    }) },
    { method: 'GET', path: voicePaths.agreement(':slug'), may: coders, audit: 'none', handle: async (visit) => await withConsultation(visit, async (consultation) => {
      const themes = numberThemes(await listThemes(visit, consultation.slug));
      const pairs = agreementOf(await listCodePairs(visit, consultation.slug), themes.map((theme) => theme.id));
      const frame = frameOf(visit, site(), { title: codingWords[visit.language].agreementTitle, current: 'voice' });
      return page(<AgreementPage frame={frame} consultation={consultation} pairs={pairs} themes={themes} account={accountOf(visit)} />);
    }) },
  ];

  async function draw(visit: Visit, piece: Contribution, consultation: Consultation, errors?: FieldErrors) {
    const all = await listThemes(visit, consultation.slug);
    const frame = frameOf(visit, site(), { title: codingWords[visit.language].code, current: 'voice', hasErrors: errors !== undefined });
    const coded = await listCoded(visit, piece.id);
    const themes = numberThemes(all);
    return (
      <PiecePage frame={frame} consultation={consultation} piece={piece} themes={themes} coded={coded.map((one) => ({ ...one, themes: standing(one.themes) }))} nameOf={(id) => all.find((theme) => theme.id === id)?.name} account={accountOf(visit)}
        codedByOthers={(await countCoders(visit, piece.id)) > (coded.some((one) => one.account === accountOf(visit)) ? 1 : 0)} settled={await settledAs()} counts={await countPieces(visit, consultation.slug)}
        typed={new Map(visit.form.entries())} ticked={readTicks(visit.form, themes)} errors={errors ?? {}} />
    );

    // Merged themes as what they became, so that the page agrees with what is counted.
    function standing(ids: readonly string[]): string[] {
      return [...new Set(ids.map((id) => all.find((theme) => theme.id === id)?.mergedInto ?? id))].sort();
    }
    async function settledAs(): Promise<string[] | undefined> {
      const settled = await findSettlement(visit, piece.id);
      return settled && standing(settled);
    }
  }

  async function postCodes(visit: Visit, piece: Contribution, consultation: Consultation): Promise<Answer> {
    const read = readCodes(visit.form, visit.language, numberThemes(await listThemes(visit, consultation.slug)));
    if ('errors' in read) return invalid(await draw(visit, piece, consultation, read.errors));
    return (await insertCodes(visit, piece.id, accountOf(visit), read.value)) ? await toNextPiece(visit, consultation.slug) : problem('conflict');
  }
}
