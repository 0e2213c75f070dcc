import type { Template } from './template.ts';

export type StepName = 'submitted' | 'returned' | 'approved' | 'published';
export type PublicationState = 'draft' | 'in-review' | 'approved' | 'published';
export type Act = 'submit' | 'approve' | 'return' | 'publish';

/** The state of a publication follows from its last step; never stored. */
export function stateAfter(step: StepName | undefined): PublicationState {
  if (step === 'submitted') return 'in-review';
  return step === 'approved' || step === 'published' ? step : 'draft';
}

/** Who asks: her account and what she may be today. */
export type Person = { readonly account: string; readonly roles: readonly string[] };

/** Whether her roles let her write the texts while the publication is a draft. */
export function mayEdit(template: Template, person: Person, state: PublicationState): boolean {
  return state === 'draft' && holdsOne(person, template.steps.submit);
}

/** What this person may do next. Nobody approves what she prepared, wrote or submitted (`authors`); the database says the same. */
export function openActs(template: Template, person: Person, publication: { readonly state: PublicationState; readonly authors: readonly string[] }): readonly Act[] {
  if (publication.state === 'draft') return holdsOne(person, template.steps.submit) ? ['submit'] : [];
  if (publication.state === 'approved') return holdsOne(person, template.steps.publish) ? ['publish'] : [];
  if (publication.state === 'published') return [];
  const approver = holdsOne(person, template.steps.approve);
  const author = publication.authors.includes(person.account);
  return [...(approver && !author ? ['approve' as const] : []), ...(approver || holdsOne(person, template.steps.submit) ? ['return' as const] : [])];
}

function holdsOne(person: Person, roles: readonly string[]): boolean {
  return roles.some((role) => person.roles.includes(role));
}

export type ReportNumber = { readonly department: string; readonly year: number; readonly sequence: number };

/** A number as it is printed: SS-11-19. */
export function printNumber({ department, year, sequence }: ReportNumber): string {
  return `${department}-${String(sequence).padStart(2, '0')}-${String(year % 100).padStart(2, '0')}`;
}

/** The numbers of a report as one: SS-11-19/MO-15-19; undefined where it has none yet. */
export function joinNumbers(numbers: readonly ReportNumber[]): string | undefined {
  return numbers.length > 0 ? numbers.map(printNumber).join('/') : undefined;
}

/** The highest sequence that a department used in a year in numbers printed elsewhere, such as SS-11-19/MO-15-19; 0 where there is none. */
export function highestPrinted(printed: readonly string[], department: string, year: number): number {
  const own = printed.flatMap((one) => [...one.matchAll(/([A-Z]{2,4})-(\d+)-(\d{2})\b/g)]).filter(([, code, , short]) => code === department && Number(short) === year % 100);
  return Math.max(0, ...own.map(([, , sequence]) => Number(sequence)));
}
