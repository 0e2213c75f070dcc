import { randomBytes } from 'node:crypto';

/** Without letters and digits that are read as one another. */
const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';
const length = 12;

/** A new code of 60 random bits, as it is written: ABCD-EFGH-JKLM. */
export function newCode(): string {
  return grouped([...randomBytes(length)].map((byte) => alphabet[byte % alphabet.length] ?? '').join(''));
}

/** What the code opens, as the secret whose hash is kept; undefined for what can be no code. Spaces, dashes and small letters do not matter. */
export function secretOf(typed: string): string | undefined {
  const code = typed.toUpperCase().replaceAll(/[\s-]/g, '');
  return code.length === length && [...code].every((letter) => alphabet.includes(letter)) ? `assessment ${code}` : undefined;
}

const grouped = (code: string): string => code.replaceAll(/(.{4})(?=.)/g, '$1-');
