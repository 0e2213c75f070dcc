/** Addresses of commitments, without the language. */
export const commitmentPaths = {
  myDay: '/commitment/my-day',
  obligations: '/commitment/obligations',
  obligation: (id: string) => `/commitment/obligations/${id}`,
  step: (id: string, step: 'pause' | 'resume' | 'extend') => `/commitment/obligations/${id}/${step}`,
} as const;
