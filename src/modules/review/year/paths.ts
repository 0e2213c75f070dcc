/** Where the police give a year's counts, without the language. */
export const yearPaths = { list: '/review/years' } as const;
