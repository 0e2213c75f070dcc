/** The sections of a person's record; each is a table of its own, opened by the database. */
export const sections = ['identity', 'contact', 'housing', 'health', 'note'] as const;
export type Section = (typeof sections)[number];
/** Sections whose only way in is a function that writes its audit line first. */
export const writtenSections = ['housing', 'health', 'note'] as const;
export type WrittenSection = (typeof writtenSections)[number];

export const isWrittenSection = (value: string): value is WrittenSection => writtenSections.some((one) => one === value);
export const isSection = (value: string): value is Section => sections.some((one) => one === value);

export type Outcome = 'permit' | 'mask' | 'deny';
