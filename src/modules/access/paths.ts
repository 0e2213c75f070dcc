/** Addresses of the access module, without their language. */
export const accessPaths = {
  persons: '/access/persons',
  search: '/access/persons/search',
  enter: '/access/persons/new',
  person: (id: string) => `/access/persons/${id}`,
  identity: (id: string) => `/access/persons/${id}/identity`,
  alias: (id: string) => `/access/persons/${id}/aliases`,
  contact: (id: string) => `/access/persons/${id}/contact`,
  section: (id: string, section: string) => `/access/persons/${id}/sections/${section}`,
  assignments: (id: string) => `/access/persons/${id}/assignments`,
  consents: (id: string) => `/access/persons/${id}/consents`,
  consentNew: (id: string) => `/access/persons/${id}/consents/new`,
  receipt: (id: string, consent: string) => `/access/persons/${id}/consents/${consent}/receipt`,
  withdraw: (id: string, consent: string) => `/access/persons/${id}/consents/${consent}/withdraw`,
  instruct: (id: string) => `/access/persons/${id}/instructions/new`,
  lift: (id: string, instruction: string) => `/access/persons/${id}/instructions/${instruction}/lift`,
  scans: (id: string, consent: string) => `/access/persons/${id}/consents/${consent}/scans`,
  scan: (id: string, consent: string, scan: string) => `/access/persons/${id}/consents/${consent}/scans/${scan}`,
  endAssignment: (id: string, assignment: string) => `/access/persons/${id}/assignments/${assignment}/end`,
  instructions: '/access/instructions',
  liftClosed: (instruction: string) => `/access/instructions/${instruction}/lift`,
  looks: (id: string) => `/access/persons/${id}/looks`,
  glass: '/access/glass',
  glassNew: '/access/glass/new',
  glassReview: (id: string) => `/access/glass/${id}`,
} as const;

/** Roles that open a record at all. */
export const caring = { roles: ['intake-worker', 'clinician', 'access-supervisor', 'coordinator'] } as const;
/** Roles that see to the whole of an agency. */
export const overseeing = { roles: ['access-supervisor', 'coordinator'] } as const;
/** Roles that write in one. */
export const writing = { roles: ['intake-worker', 'clinician', 'access-supervisor'] } as const;
