import type { MethodEntry } from './method.ts';

/** Every method that the command line knows, by its words; each is loaded when it is asked for. */
export const methodEntries: readonly MethodEntry[] = [
  { name: 'homelessness', summary: 'days of homelessness, chronic state and its evidence on a date', load: async () => (await import('./homelessness/command.ts')).homelessness },
  { name: 'list', summary: 'monthly measures of a by-name list, as known now or at a moment', load: async () => (await import('./list/command.ts')).list },
  { name: 'questionnaire validate', summary: 'validates a FHIR QuestionnaireResponse against its Questionnaire', load: async () => (await import('./questionnaire/command.ts')).questionnaireValidate },
  { name: 'questionnaire score', summary: 'computes which items of a Questionnaire are enabled and what it calculates', load: async () => (await import('./questionnaire/command.ts')).questionnaireScore },
  { name: 'questionnaire render', summary: 'renders a Questionnaire as an accessible HTML form', load: async () => (await import('./questionnaire/command.ts')).questionnaireRender },
  { name: 'agreement', summary: 'agreement of two coders: kappa with its 95 % interval', load: async () => (await import('./agreement/command.ts')).agreement },
  { name: 'disclosure protect', summary: 'rounds a table of counts and its totals so that nobody can be found in it', load: async () => (await import('./disclosure/protect-command.ts')).disclosureProtect },
  { name: 'disclosure audit', summary: 'attacks published tables with linear programmes and says whether hidden counts stay hidden', load: async () => (await import('./disclosure/audit-command.ts')).disclosureAudit },
  { name: 'alcohol', summary: 'fractions of disease and injury that are due to alcohol', load: async () => (await import('./alcohol/command.ts')).alcohol },
  { name: 'name-warning', summary: 'points at names, e-mail addresses and telephone numbers in lines of notes', load: async () => (await import('./name-warning/command.ts')).nameWarning },
  { name: 'aberration', summary: 'finds unusual counts: EARS, Farrington, CUSUM, exact, rolling window, daily', load: async () => (await import('./aberration/command.ts')).aberration },
  { name: 'raking', summary: 'weights that reproduce known totals, with the effective sample size', load: async () => (await import('./raking/command.ts')).raking },
  { name: 'conformance', summary: 'how real cases left an agreed pathway: skipped, out of order, late, repeated', load: async () => (await import('./conformance/command.ts')).conformance },
  { name: 'linkage', summary: 'suggests which records are of one person, field by field explained', load: async () => (await import('./linkage/command.ts')).linkage },
  { name: 'priority rank', summary: 'orders people by an ordered list of rules, with reasons, and says why others do not fit', load: async () => (await import('./priority/command.ts')).priorityRank },
  { name: 'priority draw', summary: 'draws lots from a committed seed, so that anyone can check the draw', load: async () => (await import('./priority/command.ts')).priorityDraw },
  { name: 'priority replay', summary: 'runs the vacancies of the past under two rule sets and compares who would have been offered what', load: async () => (await import('./priority/command.ts')).priorityReplay },
  { name: 'matching', summary: 'which services fit whom, with every reason where one does not fit and what would change it', load: async () => (await import('./matching/command.ts')).matching },
  { name: 'supports', summary: 'calendar of supports of a young person who leaves care, with the next day on which less is paid', load: async () => (await import('./supports/command.ts')).supports },
];
