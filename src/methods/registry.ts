import type { MethodEntry } from './method.ts';

/** Every method that the command line knows, by its words; each is loaded when it is asked for. */
export const methodEntries: readonly MethodEntry[] = [
  { name: 'agreement', summary: 'agreement of two coders: kappa with its 95 % interval', load: async () => (await import('./agreement/command.ts')).agreement },
  { name: 'disclosure protect', summary: 'rounds a table of counts and its totals so that nobody can be found in it', load: async () => (await import('./disclosure/protect-command.ts')).disclosureProtect },
  { name: 'disclosure audit', summary: 'attacks published tables with linear programmes and says whether hidden counts stay hidden', load: async () => (await import('./disclosure/audit-command.ts')).disclosureAudit },
  { name: 'alcohol', summary: 'fractions of disease and injury that are due to alcohol', load: async () => (await import('./alcohol/command.ts')).alcohol },
];
