/** Addresses of assessments, without their language. */
export const assessmentPaths = {
  list: (person: string) => `/access/persons/${person}/assessments`,
  begin: (person: string, instrument: string) => `/access/persons/${person}/assessments/new/${instrument}`,
  link: (person: string, instrument: string) => `/access/persons/${person}/assessments/link/${instrument}`,
  renew: (person: string, assessment: string) => `/access/persons/${person}/assessments/${assessment}/link`,
  show: (person: string, assessment: string) => `/access/persons/${person}/assessments/${assessment}`,
  edit: (person: string, assessment: string) => `/access/persons/${person}/assessments/${assessment}/edit`,
  strike: (person: string, assessment: string) => `/access/persons/${person}/assessments/${assessment}/strike`,
  /** Where a person opens the form that she fills in herself. */
  fill: '/access/fill',
} as const;
