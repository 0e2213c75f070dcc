import { type Agreement, cohenKappa } from '#app/methods/agreement/cohen-kappa.ts';
import type { CodePair } from './queries.ts';

export type ThemeAgreement = { readonly theme: string; readonly agreement: Agreement };
/** How far two coders agree: on the whole set of themes of a piece, and on each theme (given or not). */
export type PairAgreement = { readonly first: string; readonly second: string; readonly overall: Agreement; readonly themes: readonly ThemeAgreement[] };

/**
 * Agreement of each two coders over the pieces that both coded, each piece one pair, so that the pairs are independent and the interval holds
 * (Cohen's kappa; 95 % interval after Fleiss, Cohen and Everitt). Overall, two codings agree when they gave the same set of themes: a strict
 * measure. Both coders must be those of the pieces throughout, so each two stand apart.
 */
export function agreementOf(pairs: readonly CodePair[], themes: readonly string[]): PairAgreement[] {
  const groups = new Map<string, CodePair[]>();
  for (const pair of pairs) groups.set(`${pair.first} ${pair.second}`, [...(groups.get(`${pair.first} ${pair.second}`) ?? []), pair]);
  return [...groups.values()].flatMap((group) => {
    const [one] = group;
    if (!one) return [];
    const setOf = (given: readonly string[]) => given.toSorted().join(' ');
    return [{
      first: one.first, second: one.second, overall: cohenKappa(group.map((pair): [string, string] => [setOf(pair.firstThemes), setOf(pair.secondThemes)])),
      themes: themes.map((theme) => ({ theme, agreement: cohenKappa(group.map((pair): [string, string] => [given(pair.firstThemes, theme), given(pair.secondThemes, theme)])) })),
    }];
  });
}

function given(themes: readonly string[], theme: string): 'given' | 'not given' {
  return themes.includes(theme) ? 'given' : 'not given';
}
