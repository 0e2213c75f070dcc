import { extensionFlag, extensionNumber, extensionText } from './extensions.ts';
import type { Compiled } from './model.ts';

/** Our own extensions of a questionnaire that is about a known person; the README says what they hold. */
export const termUrls = { section: 'urn:x-common-table:record-section', months: 'urn:x-common-table:score-months', scoreOnly: 'urn:x-common-table:score-only' } as const;

export type Terms = {
  /** The section of a record that its answers belong to and are protected as; undefined where the questionnaire names none. */
  readonly section: string | undefined;
  /** After how many months a score is out of date. */
  readonly months: number | undefined;
  /** Only the result of a tool that is kept elsewhere: no question of it stands here. */
  readonly scoreOnly: boolean;
};

/** What a questionnaire says about keeping its answers. */
export function termsOf({ source }: Compiled): Terms {
  return { section: extensionText(source, termUrls.section), months: extensionNumber(source, termUrls.months), scoreOnly: extensionFlag(source, termUrls.scoreOnly) };
}
