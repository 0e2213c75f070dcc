/** Addresses of vacancies, without their language. */
export const vacancyPaths = {
  list: '/access/vacancies',
  enter: '/access/vacancies/new',
  show: (id: string) => `/access/vacancies/${id}`,
  close: (id: string) => `/access/vacancies/${id}/close`,
  decision: (id: string) => `/access/vacancies/${id}/decision`,
  withdraw: (id: string) => `/access/vacancies/${id}/withdraw`,
} as const;

/** Who gives vacancies or keeps the list that they are offered from. */
export const giving = { roles: ['intake-worker', 'coordinator', 'access-supervisor'] } as const;
