import type { MethodEntry } from './method.ts';

/** Every method that the command line knows, by its words; each is loaded when it is asked for. */
export const methodEntries: readonly MethodEntry[] = [
  { name: 'linkage', summary: 'suggests which records are of one person, field by field explained', load: async () => (await import('./linkage/command.ts')).linkage },
];
