import type { MethodEntry } from './method.ts';

/** Every method that the command line knows, by its words; each is loaded when it is asked for. */
export const methodEntries: readonly MethodEntry[] = [
  { name: 'homelessness', summary: 'days of homelessness, chronic state and its evidence on a date', load: async () => (await import('./homelessness/command.ts')).homelessness },
  { name: 'list', summary: 'monthly measures of a by-name list, as known now or at a moment', load: async () => (await import('./list/command.ts')).list },
  { name: 'questionnaire validate', summary: 'validates a FHIR QuestionnaireResponse against its Questionnaire', load: async () => (await import('./questionnaire/command.ts')).questionnaireValidate },
  { name: 'questionnaire score', summary: 'computes which items of a Questionnaire are enabled and what it calculates', load: async () => (await import('./questionnaire/command.ts')).questionnaireScore },
  { name: 'questionnaire render', summary: 'renders a Questionnaire as an accessible HTML form', load: async () => (await import('./questionnaire/command.ts')).questionnaireRender },
];
