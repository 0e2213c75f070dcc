import { findCommunity } from '#app/modules/plan/index.ts';
import { hasRole } from '#app/platform/db/scope.ts';
import { type Answer, invalid, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { coders, voicePaths } from '../consultation/paths.ts';
import { type Consultation, listConsultations } from '../consultation/queries.ts';
import { withConsultation } from '../consultation/with-consultation.ts';
import { findCensus } from '../report/queries.ts';
import { addContribution, takeInIssues } from './actions.ts';
import { NewPiecePage } from './form-page.tsx';
import { type FindNames, readPiece } from './input.ts';
import { toNextPiece } from './next-piece.ts';
import { countPieces, countPiecesOf, listPieces, type QueueFilter } from './queries.ts';
import { QueuePage, WorkPage } from './queue-page.tsx';
import { contributionWords } from './words.ts';

/** The pieces of a consultation: the queue, calls and letters by hand, issues taken in. */
export function contributionRoutes(site: SiteSource, findNames: FindNames): Route[] {
  return [
    { method: 'GET', path: voicePaths.work, may: coders, audit: 'none', handle: showWork },
    { method: 'GET', path: voicePaths.queue(':slug'), may: coders, audit: 'contribution.list', handle: async (visit) => await withConsultation(visit, async (one) => await showQueue(visit, one)) },
    { method: 'GET', path: voicePaths.nextPiece(':slug'), may: coders, audit: 'none', handle: async (visit) => await withConsultation(visit, async (one) => await toNextPiece(visit, one.slug)) },
    { method: 'GET', path: voicePaths.newPiece(':slug'), may: coders, audit: 'none', handle: async (visit) => await withConsultation(visit, async (one) => page(await drawForm(visit, one))) },
    { method: 'POST', path: voicePaths.newPiece(':slug'), may: coders, audit: 'contribution.add', handle: async (visit) => await withConsultation(visit, async (one) => await postPiece(visit, one)) },
    { method: 'POST', path: voicePaths.takeIssues(':slug'), may: { roles: ['plan-manager'] }, audit: 'none', handle: async (visit) => await withConsultation(visit, async (one) => {
      const taken = await takeInIssues(visit, one);
      return redirect(`${localized(visit.language, voicePaths.queue(one.slug))}?taken=${taken}`);
    }) },
  ];

  async function showWork(visit: Visit): Promise<Answer> {
    const consultations = await listConsultations(visit);
    const counts = await countPiecesOf(visit, consultations.map((one) => one.slug));
    return page(<WorkPage frame={frameOf(visit, site(), { title: contributionWords[visit.language].work, current: 'voice' })} consultations={consultations} counts={counts} />);
  }

  async function showQueue(visit: Visit, consultation: Consultation): Promise<Answer> {
    const shown = visit.query.get('show') ?? '';
    const filter: QueueFilter = shown === 'second' || shown === 'coded' || shown === 'all' ? shown : 'to-code';
    const taken = visit.query.get('taken') ?? '';
    const frame = frameOf(visit, site(), { title: consultation.name[visit.language], current: 'voice' });
    return page(<QueuePage frame={frame} consultation={consultation} counts={await countPieces(visit, consultation.slug)} pieces={await listPieces(visit, consultation.slug, filter)} filter={filter}
      mayTake={hasRole(visit, 'plan-manager')} taken={/^\d{1,5}$/.test(taken) ? Number(taken) : undefined} />);
  }

  async function drawForm(visit: Visit, consultation: Consultation, errors?: FieldErrors) {
    const frame = frameOf(visit, site(), { title: contributionWords[visit.language].newTitle, current: 'voice', hasErrors: errors !== undefined });
    const typed = new Map(visit.form.entries());
    const asksNames = typed.has('no-names') || (errors?.body !== undefined && findNames(visit.form.text('body')).length > 0);
    return <NewPiecePage frame={frame} consultation={consultation} census={await findCensus(visit)} places={(await findCommunity(visit))?.municipalities ?? []} typed={typed} errors={errors ?? {}} asksNames={asksNames} />;
  }

  async function postPiece(visit: Visit, consultation: Consultation): Promise<Answer> {
    const municipalities = (await findCommunity(visit))?.municipalities.map((place) => place.id) ?? [];
    const read = readPiece({ form: visit.form, language: visit.language, from: consultation.from, today: visit.today, census: await findCensus(visit), municipalities, findNames });
    if ('errors' in read) return invalid(await drawForm(visit, consultation, read.errors));
    const id = await addContribution(visit, { consultation: consultation.slug, ...read.value });
    return redirect(localized(visit.language, id ? voicePaths.piece(id) : voicePaths.queue(consultation.slug)));
  }
}
