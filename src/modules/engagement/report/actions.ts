import { writeAudit } from '#app/platform/audit/audit.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { listVoices } from '../coding/queries.ts';
import type { Consultation } from '../consultation/queries.ts';
import { listQuotes, type Quote } from '../quote/queries.ts';
import { listThemes } from '../theme/queries.ts';
import { numberThemes } from '../theme/rules.ts';
import { computeReport, type ReportContent } from './compute.ts';
import type { Dimension } from './heard.ts';
import { findCensus, insertReport, listHeard, withdrawReport } from './queries.ts';
import { smallest } from './protect.ts';
import type { WeighingRefusal } from './weigh.ts';

export type Drafted = { readonly content: ReportContent; readonly quotes: readonly Quote[]; readonly refusal: WeighingRefusal | undefined };

/** The report as it would be published now, weighted by the dimensions given. Quotes stand only where their theme is shown with enough voices. */
export async function draftReport(scope: Scope, consultation: Consultation, weighBy: readonly Dimension[]): Promise<Drafted> {
  const census = await findCensus(scope);
  const { content, refusal } = computeReport({
    heard: await listHeard(scope, consultation.slug), margins: census?.rows ?? [], censusYear: census?.year, voices: await listVoices(scope, consultation.slug),
    themes: numberThemes(await listThemes(scope, consultation.slug)), weighBy,
  });
  const shown = new Set(content.themes.filter((theme) => typeof theme.voices === 'number' && theme.voices >= smallest).map((theme) => theme.id));
  const quotes = (await listQuotes(scope, consultation.slug)).filter((quote) => quote.approvedAt !== null && quote.withdrawnAt === null && shown.has(quote.theme));
  // Which quote stands with which theme is frozen with the report: the public cannot read what was merged into what.
  const themes = content.themes.map((theme) => ({ ...theme, quotes: quotes.filter((quote) => quote.theme === theme.id).map((quote) => quote.id) }));
  return { content: { ...content, themes }, quotes, refusal };
}

/** Publishes the report in place of the one that stands; publishes nothing where the draft that it gives has a refusal, since the weights cannot be had. */
export async function publishReport(scope: Scope, consultation: Consultation, weighBy: readonly Dimension[]): Promise<Drafted> {
  const draft = await draftReport(scope, consultation, weighBy);
  const { content, quotes, refusal } = draft;
  if (refusal) return draft;
  await withdrawReport(scope, consultation.slug);
  await insertReport(scope, consultation.slug, content, quotes.map((quote) => quote.id));
  await writeAudit(scope, { action: 'voice-report.publish', subject: { kind: 'consultation', id: consultation.slug } });
  return draft;
}
