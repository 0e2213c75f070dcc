import { type Answer, invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { joinToPlan, readPlan } from '../consultation/done.ts';
import { coders, voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import { withConsultation } from '../consultation/with-consultation.ts';
import { countPieces } from '../contribution/queries.ts';
import { listAnswers } from '../theme/queries.ts';
import { type Drafted, draftReport, publishReport } from './actions.ts';
import { type Dimension, dimensions } from './heard.ts';
import { ReportPage } from './page.tsx';
import { findCensus, withdrawReport } from './queries.ts';
import { reportWords } from './words.ts';

export function reportRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: voicePaths.report(':slug'), may: coders, audit: 'none', handle: async (visit) => await withConsultation(visit, async (one) => {
      const weighBy = dimensionsOf(visit.query.getAll('by'));
      const draft = await draftReport(visit, one, weighBy);
      return (draft.refusal ? invalid : page)(await draw(visit, one, weighBy, draft));
    }) },
    { method: 'POST', path: voicePaths.report(':slug'), may: coders, audit: 'none', handle: async (visit) => await withConsultation(visit, async (one) => {
      const weighBy = dimensionsOf(visit.form.list('by'));
      const draft = await publishReport(visit, one, weighBy);
      return draft.refusal ? invalid(await draw(visit, one, weighBy, draft)) : redirect(localized(visit.language, voicePaths.consultation(one.slug)));
    }) },
    { method: 'POST', path: voicePaths.withdrawReport(':slug'), may: coders, audit: 'voice-report.withdraw', handle: async (visit) => await withConsultation(visit, async (one): Promise<Answer> =>
      (await withdrawReport(visit, one.slug)) ? redirect(localized(visit.language, voicePaths.report(one.slug))) : notFound) },
  ];

  async function draw(visit: Visit, consultation: Consultation, weighBy: readonly Dimension[], draft: Drafted) {
    const { refusal } = draft;
    const frame = frameOf(visit, site(), { title: reportWords[visit.language].title, current: 'voice', hasErrors: refusal !== undefined });
    const done = joinToPlan(await readPlan(visit), await listAnswers(visit, draft.content.themes.map((theme) => theme.id)));
    return (
      <ReportPage frame={frame} consultation={consultation} draft={draft} census={await findCensus(visit)} done={done} weighBy={weighBy} uncoded={(await countPieces(visit, consultation.slug)).toCode}
        errors={refusal ? { by: reportWords[visit.language].refusals[refusal.refused](refusal.n) } : {}} />
    );
  }
}

function dimensionsOf(given: readonly string[]): Dimension[] {
  return dimensions.filter((dimension) => given.includes(dimension));
}
