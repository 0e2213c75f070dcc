import type { Difference } from './differencing.ts';
import type { Keys } from './group.ts';

type Language = 'en' | 'fr';

/** Why a release may not be published, for its reviewer; names the group, never a value. */
export function auditSentence(language: Language, keys: Keys, k: number): string {
  const group = groupIn(language, keys);
  return language === 'en'
    ? `From everything published, the count for ${group} can be narrowed down to fewer than ${k} values.`
    : `À partir de tout ce qui est publié, le nombre correspondant à ${group} peut être ramené à moins de ${k} valeurs possibles.`;
}

/** What a comparison of two releases gives away, for their reviewer; names the group, never a value. */
export function differenceSentence(language: Language, difference: Difference, k: number): string {
  const group = groupIn(language, difference.keys);
  if (difference.kind === 'changed')
    return language === 'en'
      ? `The two releases differ for ${group} by fewer than ${k} people.`
      : `Les deux publications présentent, pour ${group}, un écart de moins de ${k} personnes.`;
  const part = groupIn(language, difference.part);
  return language === 'en'
    ? `Subtracting ${part} from ${group} leaves fewer than ${k} people.`
    : `La soustraction de ${part} de ${group} laisse moins de ${k} personnes.`;
}

function groupIn(language: Language, keys: Keys): string {
  const parts = Object.entries(keys).map(([dimension, value]) => `${dimension} = ${value}`);
  return parts.length > 0 ? parts.join(', ') : language === 'en' ? 'the grand total' : 'le total général';
}
