/** Addresses of the gate, without the language. */
export const releasePaths = {
  ledger: '/insight/releases',
  /** For everybody: how small numbers are protected. */
  protection: '/insight/releases/protection',
  one: (id: string) => `/insight/releases/${id}`,
  step: (id: string, step: 'approve' | 'return') => `/insight/releases/${id}/${step}`,
} as const;
