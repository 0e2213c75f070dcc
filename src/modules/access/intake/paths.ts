/** Addresses of requests for help, without their language. */
export const intakePaths = {
  follow: '/access/follow-intake',
  withdraw: '/access/follow-intake/withdraw',
  intakes: '/access/intakes',
  seek: '/access/intakes/seek',
  counts: '/access/intakes/counts',
  enter: '/access/intakes/new',
  intake: (id: string) => `/access/intakes/${id}`,
  take: (id: string) => `/access/intakes/${id}/take`,
  giveBack: (id: string) => `/access/intakes/${id}/give-back`,
  triage: (id: string) => `/access/intakes/${id}/triage`,
  attempts: (id: string) => `/access/intakes/${id}/attempts`,
  link: (id: string) => `/access/intakes/${id}/link`,
  record: (id: string) => `/access/intakes/${id}/record`,
  close: (id: string) => `/access/intakes/${id}/close`,
  erase: (id: string) => `/access/intakes/${id}/erase`,
  reopen: (id: string) => `/access/intakes/${id}/reopen`,
  ofPerson: (id: string) => `/access/persons/${id}/intakes`,
} as const;

/** Roles that work on requests for help. */
export const answering = { roles: ['intake-worker', 'access-supervisor'] } as const;
