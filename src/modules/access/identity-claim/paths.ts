/** Addresses of what people say of themselves, without their language. */
export const claimPaths = {
  claim: (person: string) => `/access/persons/${person}/identity-claim`,
} as const;
