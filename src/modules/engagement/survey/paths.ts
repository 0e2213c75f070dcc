/** Addresses of surveys, without the language. */
export const surveyPaths = {
  list: '/engagement/surveys',
  resume: '/engagement/surveys/resume',
  office: '/engagement/surveys/office',
  make: '/engagement/surveys/office/new',
  show: (slug: string) => `/engagement/surveys/${slug}`,
  answer: (slug: string) => `/engagement/surveys/${slug}/answer`,
  print: (slug: string) => `/engagement/surveys/${slug}/print`,
  results: (slug: string) => `/engagement/surveys/${slug}/results`,
  keep: (slug: string) => `/engagement/surveys/office/${slug}`,
  step: (slug: string, step: 'dates' | 'compose' | 'remove' | 'up' | 'version') => `/engagement/surveys/office/${slug}/${step}`,
  entry: (slug: string) => `/engagement/surveys/office/${slug}/entry`,
  export: (slug: string, file: string) => `/engagement/surveys/office/${slug}/export/${file}`,
} as const;
