/** Addresses of stays, without their language. */
export const stayPaths = {
  stays: (person: string) => `/access/persons/${person}/stays`,
  end: (person: string, stay: string) => `/access/persons/${person}/stays/${stay}/end`,
  void: (person: string, stay: string) => `/access/persons/${person}/stays/${stay}/void`,
  activity: (person: string) => `/access/persons/${person}/stays/activity`,
} as const;
