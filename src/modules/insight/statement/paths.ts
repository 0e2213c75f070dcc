/** Addresses of statements, without the language. */
export const statementPaths = { list: '/insight/statements', withdraw: (slug: string) => `/insight/statements/${slug}/withdraw` } as const;
