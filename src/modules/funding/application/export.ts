import { stringify } from 'csv-stringify/sync';
import type { Category } from '../call/queries.ts';
import { decimalOf } from '../money.ts';
import { judge } from './eligibility.ts';
import type { Application } from './model.ts';

/** A cell that a spreadsheet does not take for a formula. */
export function safe(text: string): string {
  return /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
}

/** One row for each application that its reader may see; amounts are decimals. */
export function applicationsCsv(applications: readonly Application[], categories: readonly Category[]): string {
  const rows = applications.map((one) => {
    const category = categories.find(({ id }) => id === one.categoryId);
    const unmet = category ? judge(category.rules, one).filter(({ met }) => !met).map(({ rule }) => rule) : [];
    return [one.receipt, one.submittedAt?.toISOString(), category?.name.en, safe(one.organisation), safe(one.title), one.legalKind, decimalOf(one.asked), one.startsOn, one.endsOn, one.priorities.join('; '), one.municipalities.join('; '), one.population, unmet.join('; ')];
  });
  return stringify(rows, { header: true, columns: ['receipt', 'submitted', 'category', 'organisation', 'title', 'legalKind', 'asked', 'starts', 'ends', 'priorities', 'municipalities', 'population', 'rulesNotMet'] });
}
