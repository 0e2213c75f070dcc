import type { Language } from '#app/platform/language/language.ts';
import { daysBetween } from '#app/ui/format.ts';
import type { Report } from './queries.ts';
import { reportWords } from './words.ts';

/** Whole days that a report is late: it was due and has not come, or something was asked about it. */
export function lateBy(report: Pick<Report, 'state' | 'dueOn'>, today: string): number {
  return report.state === 'due' || report.state === 'asked' ? Math.max(0, daysBetween(report.dueOn, today)) : 0;
}

export function ReportState({ language, report, today }: { language: Language; report: Pick<Report, 'state' | 'dueOn'>; today: string }) {
  const words = reportWords[language];
  const late = lateBy(report, today);
  const look = late > 0 ? 'late' : report.state === 'accepted' ? 'done' : report.state === 'refused' ? 'withdrawn' : 'on-time';
  return <span class={`state ${look}`}>{words.states[report.state]}{late > 0 ? `, ${words.late(late)}` : ''}</span>;
}
