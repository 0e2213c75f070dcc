/** Addresses of households, without their language. */
export const householdPaths = {
  enter: '/access/households/new',
  show: (person: string) => `/access/persons/${person}/household`,
  leave: (person: string, member: string) => `/access/persons/${person}/household/${member}/leave`,
} as const;
