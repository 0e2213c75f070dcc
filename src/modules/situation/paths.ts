/** Addresses of the situation module, without their language. */
export const situationPaths = {
  about: '/situation',
  agreements: '/situation/agreements',
  sign: (body: string) => `/situation/agreements/${body}/sign`,
  judge: (id: string) => `/situation/agreements/${id}/judge`,
  table: (body: string) => `/situation/tables/${body}`,
  bring: (body: string) => `/situation/tables/${body}/bring`,
  setting: (body: string) => `/situation/tables/${body}/setting`,
  tracking: (body: string) => `/situation/tables/${body}/tracking.csv`,
  counts: (body: string) => `/situation/tables/${body}/counts`,
  discussion: (id: string) => `/situation/discussions/${id}`,
  tell: (id: string) => `/situation/discussions/${id}/tell`,
  step: (id: string, step: string) => `/situation/discussions/${id}/steps/${step}`,
} as const;
