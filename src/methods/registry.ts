import type { MethodEntry } from './method.ts';

/** Every method that the command line knows, by its words; each is loaded when it is asked for. */
export const methodEntries: readonly MethodEntry[] = [
  { name: 'agreement', summary: 'agreement of two coders: kappa with its 95 % interval', load: async () => (await import('./agreement/command.ts')).agreement },
  { name: 'name-warning', summary: 'points at names, e-mail addresses and telephone numbers in lines of notes', load: async () => (await import('./name-warning/command.ts')).nameWarning },
  { name: 'raking', summary: 'weights that reproduce known totals, with the effective sample size', load: async () => (await import('./raking/command.ts')).raking },
];
