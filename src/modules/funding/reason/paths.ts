import type { Result } from './queries.ts';

/** Addresses of the reason that an applicant is told for a result. */
export const reasonPaths = {
  show: (application: string, result: Result | ':result') => `/funding/reasons/${application}/${result}`,
} as const;
