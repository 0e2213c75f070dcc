/** Addresses of the alcohol feature, without the language. */
export const alcoholPaths = {
  /** What was found, for everybody. */
  found: '/insight/alcohol',
  runs: '/insight/alcohol/runs',
  run: (id: string) => `/insight/alcohol/runs/${id}`,
  runStep: (id: string, step: 'release' | 'discard') => `/insight/alcohol/runs/${id}/${step}`,
} as const;

/** Who works with runs: analysts ask, and they or the plan manager decide. */
export const asking = { roles: ['analyst'] } as const;
export const deciding = { roles: ['analyst', 'plan-manager'] } as const;
