/** Terms that nobody can be told to miss, each with its reason; a test gap does not belong here. */
export const redundant: ReadonlyMap<string, string> = new Map<string, string>([]);
