/** Addresses of the pages about bars, without their language. */
export const barPaths = {
  list: (person: string) => `/access/persons/${person}/bars`,
  own: (person: string) => `/access/persons/${person}/bars/own`,
  end: (person: string, bar: string) => `/access/persons/${person}/bars/${bar}/end`,
} as const;
