import { listSources, pickSources } from '#app/modules/plan/index.ts';
import { type Answer, notFound, page } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { listPublished } from '../quote/queries.ts';
import { findCensus, findReport } from '../report/queries.ts';
import { listAnswers } from '../theme/queries.ts';
import { joinToPlan, readPlan } from './done.ts';
import { ConsultationsPage } from './list-page.tsx';
import { voicePaths } from './paths.ts';
import { findConsultation, listConsultations, listTakingPart } from './queries.ts';
import { ConsultationPage } from './show-page.tsx';
import { consultationWords } from './words.ts';

/** What everybody may read. The page of one consultation comes after every fixed path below it. */
export function consultationRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: voicePaths.consultations, may: 'anyone', audit: 'none', cached: true, handle: async (visit) => {
      const words = consultationWords[visit.language];
      const frame = frameOf(visit, site(), { title: words.title, description: words.lead, current: 'said' });
      return page(<ConsultationsPage frame={frame} consultations={await listConsultations(visit)} today={visit.today} />);
    } },
    { method: 'GET', path: voicePaths.consultation(':slug'), may: 'anyone', audit: 'none', cached: true, handle: show },
  ];

  async function show(visit: Visit): Promise<Answer> {
    const consultation = await findConsultation(visit, visit.params.slug ?? '');
    if (!consultation) return notFound;
    const report = await findReport(visit, consultation.slug);
    const census = report ? await findCensus(visit, report.publishedOn) : undefined;
    const done = report ? joinToPlan(await readPlan(visit), await listAnswers(visit, report.content.themes.map((theme) => theme.id))) : [];
    const sources = pickSources(await listSources(visit), consultation.sources, ...consultation.facts.map((fact) => fact.sources), ...(census ? [census.sources, ...census.rows.map((row) => row.sources)] : []));
    const frame = frameOf(visit, site(), { title: consultation.name[visit.language], description: consultation.question[visit.language], current: 'said' });
    return page(<ConsultationPage frame={frame} consultation={consultation} today={visit.today} report={report} census={census} quotes={report ? await listPublished(visit, report.quotes) : []} done={done} sources={sources} ways={await listTakingPart(visit, consultation.slug)} />);
  }
}
