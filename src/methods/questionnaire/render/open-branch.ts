/** What `data-enable-when` holds: when the items of a branch apply, by the fields of the form. */
export type BranchRule = {
  readonly behavior: 'all' | 'any';
  readonly conditions: readonly { readonly field: string; readonly operator: string; readonly answer: string | number | boolean }[];
};

/**
 * Whether a branch applies to what stands in a form, after the same rules as `isMet` for answers as they are typed. `answersOf` gives the answers of a
 * field, none for one that is hidden or empty, undefined for one that is not in the form: then only the server can say, and the result is undefined.
 */
export function isBranchOpen({ behavior, conditions }: BranchRule, answersOf: (field: string) => readonly string[] | undefined): boolean | undefined {
  const met = conditions.map(({ field, operator, answer }) => {
    const answers = answersOf(field);
    return answers && isMetBy(operator, answer, answers);
  });
  if (met.includes(undefined)) return undefined;
  return behavior === 'any' ? met.includes(true) : !met.includes(false);
}

function isMetBy(operator: string, wanted: string | number | boolean, answers: readonly string[]): boolean {
  if (operator === 'exists') return answers.length > 0 === wanted;
  const compare = (answer: string) => (typeof wanted === 'number' ? Number(answer.replace(',', '.').replaceAll(/\s/g, '')) - wanted : answer.localeCompare(String(wanted), 'en'));
  const equals = (answer: string) => (typeof wanted === 'number' ? compare(answer) === 0 : answer === String(wanted));
  switch (operator) {
    case '=': return answers.some(equals);
    case '!=': return !answers.some(equals);
    case '>': return answers.some((answer) => compare(answer) > 0);
    case '<': return answers.some((answer) => compare(answer) < 0);
    case '>=': return answers.some((answer) => compare(answer) >= 0);
    default: return answers.some((answer) => compare(answer) <= 0);
  }
}
