import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { raiseEvent } from '#app/platform/events/event.ts';
import { listVoices } from '../coding/queries.ts';
import { type Consultation, findConsultation } from '../consultation/queries.ts';
import { listQuotes, type Quote } from '../quote/queries.ts';
import { listThemes } from '../theme/queries.ts';
import { numberThemes } from '../theme/rules.ts';
import { computeReport, type ReportContent, type ReportInput } from './compute.ts';
import { gateReport } from './gate-report.ts';
import type { Dimension } from './heard.ts';
import { findCensus, insertReport, listHeard, listUngated, markGated, withdrawReport } from './queries.ts';
import { smallest } from './protect.ts';
import type { WeighingRefusal } from './weigh.ts';

export type Drafted = { readonly content: ReportContent; readonly quotes: readonly Quote[]; readonly refusal: WeighingRefusal | undefined };

/** The report as it would be published now, weighted by the dimensions given. Quotes stand only where their theme is shown with enough voices. */
export async function draftReport(scope: Scope, consultation: Consultation, weighBy: readonly Dimension[]): Promise<Drafted> {
  return await draftFrom(scope, consultation, await inputOf(scope, consultation, weighBy));
}

async function inputOf(scope: Scope, consultation: Consultation, weighBy: readonly Dimension[]): Promise<ReportInput> {
  const census = await findCensus(scope);
  return {
    heard: await listHeard(scope, consultation.slug), margins: census?.rows ?? [], censusYear: census?.year, voices: await listVoices(scope, consultation.slug),
    themes: numberThemes(await listThemes(scope, consultation.slug)), weighBy,
  };
}

async function draftFrom(scope: Scope, consultation: Consultation, input: ReportInput): Promise<Drafted> {
  const { content, refusal } = computeReport(input);
  const shown = new Set(content.themes.filter((theme) => typeof theme.voices === 'number' && theme.voices >= smallest).map((theme) => theme.id));
  const quotes = (await listQuotes(scope, consultation.slug)).filter((quote) => quote.approvedAt !== null && quote.withdrawnAt === null && shown.has(quote.theme));
  // Which quote stands with which theme is frozen with the report: the public cannot read what was merged into what.
  const themes = content.themes.map((theme) => ({ ...theme, quotes: quotes.filter((quote) => quote.theme === theme.id).map((quote) => quote.id) }));
  return { content: { ...content, themes }, quotes, refusal };
}

/**
 * Publishes the report in place of the one that stands; publishes nothing where the draft that it gives has a refusal, since the weights cannot be had.
 * Nobody but staff reads it before its numbers have passed the gate, which the worker sees to at once.
 */
export async function publishReport(scope: Scope, consultation: Consultation, weighBy: readonly Dimension[]): Promise<Drafted> {
  const draft = await draftReport(scope, consultation, weighBy);
  const { content, quotes, refusal } = draft;
  if (refusal) return draft;
  await withdrawReport(scope, consultation.slug);
  await insertReport(scope, consultation.slug, content, quotes.map((quote) => quote.id));
  await writeAudit(scope, { action: 'voice-report.publish', subject: { kind: 'consultation', id: consultation.slug } });
  if (scope.actor.kind === 'worker') await gateReports(scope);
  else await raiseEvent(scope, { kind: 'engagement.report-published' });
  return draft;
}

/** Sends each report that waits through the gate, counted anew at this moment: from then on everybody reads it; one that is blocked is withdrawn. The worker's alone. */
export async function gateReports(scope: Scope): Promise<void> {
  for (const { consultation: slug, version, weighBy } of await listUngated(scope)) {
    const consultation = await findConsultation(scope, slug);
    const input = consultation && (await inputOf(scope, consultation, weighBy));
    const draft = consultation && input && (await draftFrom(scope, consultation, input));
    const passed = consultation && input && draft && !draft.refusal ? await gateReport(scope, consultation, input, draft.content) : undefined;
    if (passed && draft) await markGated(scope, slug, version, passed, draft.quotes.map((quote) => quote.id));
    else await withdrawReport(scope, slug);
  }
}
