/** Addresses of pilots and of who takes part, without their language. */
export const pilotPaths = {
  list: '/funding/pilots',
  chain: (slug: string) => `/funding/pilots/${slug}/chain`,
  enrolments: '/funding/enrolments',
  enrol: '/funding/enrolments/new',
  enrolment: (id: string) => `/funding/enrolments/${id}`,
  code: (id: string) => `/funding/enrolments/${id}/code`,
  mentor: (id: string) => `/funding/enrolments/${id}/mentor`,
  joined: (id: string) => `/funding/enrolments/${id}/joined`,
  left: (id: string) => `/funding/enrolments/${id}/left`,
  contacts: (id: string) => `/funding/enrolments/${id}/contacts`,
  outcome: (id: string, point: string) => `/funding/enrolments/${id}/outcomes/${point}`,
  goal: (id: string) => `/funding/enrolments/${id}/goals`,
  tick: (id: string) => `/funding/enrolments/${id}/tick`,
  word: (id: string) => `/funding/enrolments/${id}/words`,
} as const;
