/** Addresses of what was given, without the language; the files are the same in every language. */
export const grantPaths = {
  list: '/funding/grants',
  json: '/funding/grants/360giving.json',
  csv: '/funding/grants/grants.csv',
} as const;
