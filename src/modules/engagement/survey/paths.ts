/** Addresses of surveys, without the language. */
export const surveyPaths = {
  list: '/engagement/surveys',
  resume: '/engagement/surveys/resume',
  office: '/engagement/surveys/office',
  make: '/engagement/surveys/office/new',
  show: (slug: string) => `/engagement/surveys/${slug}`,
  answer: (slug: string) => `/engagement/surveys/${slug}/answer`,
  print: (slug: string) => `/engagement/surveys/${slug}/print`,
  results: (slug: string, version?: number) => `/engagement/surveys/${slug}/results${versionQuery(version)}`,
  keep: (slug: string) => `/engagement/surveys/office/${slug}`,
  step: (slug: string, step: 'dates' | 'compose' | 'remove' | 'up' | 'version') => `/engagement/surveys/office/${slug}/${step}`,
  entry: (slug: string) => `/engagement/surveys/office/${slug}/entry`,
  export: (slug: string, file: string, version?: number) => `/engagement/surveys/office/${slug}/export/${file}${versionQuery(version)}`,
} as const;

function versionQuery(version: number | undefined): string {
  return version === undefined ? '' : `?version=${version}`;
}
