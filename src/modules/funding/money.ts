import type { Language } from '#app/platform/language/language.ts';

/** Money as whole cents; never a fraction. SQL keeps it as numeric(14, 2), which arrives as text such as `29999.50`. */
export type Cents = number;

/** The cents of a decimal as SQL gives it. Throws where the text is none or is not exact in cents. */
export function centsOf(decimal: string): Cents {
  const match = /^(-?)(\d{1,12})(?:\.(\d{1,2}))?$/.exec(decimal);
  if (!match) throw new RangeError(`not an amount of money: ${decimal}`);
  const [, sign, whole = '0', part = ''] = match;
  const cents = Number(whole) * 100 + Number(part.padEnd(2, '0'));
  return sign === '-' && cents > 0 ? -cents : cents;
}

/** Cents as the decimal that SQL and files take: `29999.50`. */
export function decimalOf(cents: Cents): string {
  if (!Number.isSafeInteger(cents)) throw new RangeError(`not whole cents: ${cents}`);
  const size = Math.abs(cents);
  return `${cents < 0 ? '-' : ''}${Math.trunc(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

/**
 * What a person types as an amount of dollars: `29,999.50`, `29 999,50`, `$30000`. Undefined where it is none, below zero, or too large. A single mark before
 * exactly three digits parts thousands; before one or two digits it is the decimal mark.
 */
export function readMoney(typed: string): Cents | undefined {
  const bare = typed.replace(/[\s\u00a0\u202f$]/g, '');
  const match = /^(\d{1,3}(?:[,.]?\d{3})*|\d+)(?:[.,](\d{1,2}))?$/.exec(bare);
  if (!match) return undefined;
  const whole = (match[1] ?? '').replace(/[,.]/g, '');
  if (whole.length > 12) return undefined;
  return centsOf(`${whole}${match[2] ? `.${match[2]}` : ''}`);
}

/** An amount as people read it: $29,999.50 or 29 999,50 $; whole dollars without cents. */
export function formatMoney(language: Language, cents: Cents): string {
  const [whole = '', part = ''] = decimalOf(Math.abs(cents)).split('.');
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, language === 'en' ? ',' : '\u00a0');
  const tail = part === '00' ? '' : `${language === 'en' ? '.' : ','}${part}`;
  const sign = cents < 0 ? '\u2212' : '';
  return language === 'en' ? `${sign}$${grouped}${tail}` : `${sign}${grouped}${tail}\u00a0$`;
}

export function sumOf(amounts: readonly Cents[]): Cents {
  return amounts.reduce((sum, one) => sum + one, 0);
}

/** An amount in `parts` that differ by a cent at most and add up to it exactly; the earlier ones are the larger. Throws below one part or zero cents. */
export function splitEvenly(amount: Cents, parts: number): Cents[] {
  return splitByWeight(amount, Array.from({ length: parts }, () => 1));
}

/**
 * An amount in parts by whole weights, adding up to it exactly: each part is its share rounded down, and the cents left over go to those that lost most by it
 * (largest remainders; ties to the earlier). Throws where no weight is above zero.
 */
export function splitByWeight(amount: Cents, weights: readonly number[]): Cents[] {
  const total = weights.reduce((sum, one) => sum + one, 0);
  if (!Number.isSafeInteger(amount) || amount < 0) throw new RangeError('an amount is whole cents, zero or more');
  if (total <= 0 || weights.some((one) => !Number.isSafeInteger(one) || one < 0)) throw new RangeError('weights are whole numbers, one of them above zero');
  // In big integers, because an amount times a weight may pass what a number holds exactly.
  const shares = weights.map((weight) => ({ down: Number((BigInt(amount) * BigInt(weight)) / BigInt(total)), rest: (BigInt(amount) * BigInt(weight)) % BigInt(total) }));
  const left = amount - sumOf(shares.map((one) => one.down));
  const first = shares.map((one, index) => ({ index, rest: one.rest })).sort((a, b) => (a.rest === b.rest ? a.index - b.index : a.rest > b.rest ? -1 : 1)).slice(0, left);
  const more = new Set(first.map((one) => one.index));
  return shares.map((one, index) => one.down + (more.has(index) ? 1 : 0));
}
