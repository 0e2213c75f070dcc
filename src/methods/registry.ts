import type { MethodEntry } from './method.ts';

/** Every method that the command line knows, by its words; each is loaded when it is asked for. */
export const methodEntries: readonly MethodEntry[] = [
  { name: 'aberration', summary: 'finds unusual counts: EARS, Farrington, CUSUM, exact, rolling window, daily', load: async () => (await import('./aberration/command.ts')).aberration },
];
