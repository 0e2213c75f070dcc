import { addDays } from '#app/ui/format.ts';
import { yearsBetween } from '../application/eligibility.ts';
import { type Cents, splitByWeight } from '../money.ts';

export type PlannedInstalment = { readonly dueOn: string; readonly amount: Cents; readonly condition: 'agreement' | 'report'; readonly reportStage: number | null };
export type PlannedReport = { readonly stage: number; readonly final: boolean; readonly dueOn: string };

/** Days after the end of each year of a project by which its report is due. */
export const reportDays = 30;
/** Tenths of an award that are paid only after the final report is accepted. */
const heldTenths = 1;

/**
 * The instalments and reports of an award: nine tenths in equal parts, one at the beginning of each year of the project (the first by the agreement, each later one
 * after the report of the year before), and the last tenth after the final report. The parts add up to the award to the cent; a part of nothing is left out.
 */
export function planAward(amount: Cents, startsOn: string, endsOn: string): { instalments: PlannedInstalment[]; reports: PlannedReport[] } {
  const years = Math.max(1, yearsBetween(startsOn, endsOn));
  const beginning = (year: number) => `${Number(startsOn.slice(0, 4)) + year}${startsOn.slice(4)}`;
  const reports = Array.from({ length: years }, (_, n): PlannedReport => {
    const last = n === years - 1;
    return { stage: n + 1, final: last, dueOn: addDays(last ? endsOn : addDays(validDay(beginning(n + 1)), -1), reportDays) };
  });
  const parts = splitByWeight(amount, [...Array.from({ length: years }, () => 10 - heldTenths), heldTenths * years]);
  const instalments = parts.map((part, n): PlannedInstalment => ({
    amount: part, condition: n === 0 ? 'agreement' : 'report', reportStage: n === 0 ? null : n,
    dueOn: n === 0 ? startsOn : n < years ? addDays(validDay(beginning(n)), reportDays) : addDays(endsOn, 2 * reportDays),
  }));
  return { instalments: instalments.filter((one) => one.amount > 0), reports };
}

/** 29 February of a year that has none is its last day of February. */
function validDay(day: string): string {
  return day.endsWith('-02-29') && !new Date(`${day}T00:00:00Z`).toISOString().startsWith(day) ? day.replace('-29', '-28') : day;
}
