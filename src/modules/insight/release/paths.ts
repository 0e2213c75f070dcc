/** Addresses of the gate, without the language. */
export const releasePaths = {
  ledger: '/insight/releases',
  /** For everybody: how small numbers are protected. */
  protection: '/insight/releases/protection',
  /** A filed table, for whoever its cube is for. */
  table: (id: string) => `/insight/releases/tables/${id}`,
  file: (id: string, format: 'csv' | 'json' | ':format') => `/api/releases/${id}/${format}`,
  one: (id: string) => `/insight/releases/${id}`,
  step: (id: string, step: 'approve' | 'return' | 'withdraw') => `/insight/releases/${id}/${step}`,
  /** All periods of a table that wait; the cube is named in the query, since its name has strokes. */
  series: '/insight/releases/series',
} as const;
