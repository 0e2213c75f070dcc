/** Addresses of awards and payments, without the language. */
export const awardPaths = {
  list: (call: string) => `/funding/awards/call/${call}`,
  reserve: (call: string) => `/funding/awards/call/${call}/reserve`,
  show: (id: string) => `/funding/awards/${id}`,
  sign: (id: string) => `/funding/awards/${id}/sign`,
  change: (id: string) => `/funding/awards/${id}/change`,
  report: (id: string) => `/funding/awards/${id}/report`,
  answer: (id: string) => `/funding/awards/${id}/answer`,
  payments: '/funding/payments',
  make: '/funding/payments/make',
  file: (id: string) => `/funding/payments/${id}.csv`,
  paid: (id: string) => `/funding/payments/${id}/paid`,
} as const;
