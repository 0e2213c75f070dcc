import { extensionNumber, extensionsOf } from './extensions.ts';
import type { Json } from './fhir.ts';
import type { Compiled } from './model.ts';
import type { Score } from './score.ts';
import { textIn } from './translation.ts';
import { type Node, everyNode, readTree } from './tree.ts';
import { issueWords, type Language } from './words.ts';

/** Our own extensions; the README says what they hold. */
export const bandUrl = 'urn:x-common-table:score-band';
export const safetyUrl = 'urn:x-common-table:safety-answer';

export type Band = { readonly linkId: string; readonly low: number; readonly high: number; readonly label: string };

/** The bands into which the computed values fall; none while the form is incomplete. Labels are neutral and are no diagnosis. */
export function bandsOf(compiled: Compiled, { values }: Score, language: Language): readonly Band[] {
  return compiled.all.flatMap(({ linkId, definition }) => {
    const value = Object.hasOwn(values, linkId) ? values[linkId] : undefined;
    if (typeof value !== 'number') return [];
    return extensionsOf(definition, bandUrl).flatMap((band): readonly Band[] => {
      const [low, high] = [extensionNumber(band, 'low'), extensionNumber(band, 'high')];
      const label = extensionsOf(band, 'label')[0];
      if (low === undefined || high === undefined || value < low || value > high) return [];
      return [{ linkId, low, high, label: textIn(label, 'valueString', language, compiled.source.language).text }];
    });
  });
}

/**
 * The items whose answers call for the safety step: those with a safety extension and an answer of at least its weight. It looks at whatever was answered, be
 * the form finished or not, the question enabled or not.
 */
export function safetyAnswers(compiled: Compiled, response: Json): readonly string[] {
  const calls = ({ item, answers }: Node) => {
    const least = item && extensionNumber(item.definition, safetyUrl);
    return least !== undefined && answers.some((answer) => (answer.option?.weight ?? Number.NEGATIVE_INFINITY) >= least);
  };
  return [...everyNode(readTree(compiled, response, issueWords('en'), () => undefined))].filter(calls).flatMap((node) => node.item?.linkId ?? []);
}
