import type { Language } from '#app/platform/language/language.ts';
import { addDays, daysBetween } from '#app/ui/format.ts';
import type { Report } from './queries.ts';
import { reportWords } from './words.ts';

/** Whole days that a report is late: it was due and has not come, or something was asked about it. */
export function lateBy(report: Pick<Report, 'state' | 'dueOn'>, today: string): number {
  return report.state === 'due' || report.state === 'asked' ? Math.max(0, daysBetween(report.dueOn, today)) : 0;
}

/** Days before it is due from which a follow-up can be sent: earlier, there is nothing that could have lasted. */
const followUpOpens = 60;
/** Whether a report can be sent on a day: it is due or something was asked about it; a follow-up opens only near its day. */
export function canBeSent(report: Pick<Report, 'state' | 'dueOn' | 'followUp'>, today: string): boolean {
  return (report.state === 'due' || report.state === 'asked') && (!report.followUp || today >= addDays(report.dueOn, -followUpOpens));
}

export function ReportState({ language, report, today }: { language: Language; report: Pick<Report, 'state' | 'dueOn'>; today: string }) {
  const words = reportWords[language];
  const late = lateBy(report, today);
  const look = late > 0 ? 'late' : report.state === 'accepted' ? 'done' : report.state === 'refused' ? 'withdrawn' : 'on-time';
  return <span class={`state ${look}`}>{words.states[report.state]}{late > 0 ? `, ${words.late(late)}` : ''}</span>;
}
