import type { MethodEntry } from './method.ts';

/** Every method that the command line knows, by its words; each is loaded when it is asked for. */
export const methodEntries: readonly MethodEntry[] = [
  { name: 'name-warning', summary: 'points at names, e-mail addresses and telephone numbers in lines of notes', load: async () => (await import('./name-warning/command.ts')).nameWarning },
];
