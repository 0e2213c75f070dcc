import { commonPasswords } from './common-passwords.ts';

export const minimumLength = 15;
export const maximumLength = 200;
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'repeats' | 'contains-name';

/** What is wrong with a new password, after NIST SP 800-63B: length and a blocklist count, no rules of composition. Undefined when it will do. */
export function passwordFault(password: string, about: readonly string[]): PasswordFault | undefined {
  const plain = password.normalize('NFKC').toLowerCase();
  if ([...plain].length < minimumLength) return 'too-short';
  if ([...plain].length > maximumLength) return 'too-long';
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '');
  if (new Set(bare).size < 5) return 'repeats';
  const rest = commonPasswords.reduce((text, word) => text.replaceAll(word, ''), bare);
  if (rest.length < 5) return 'common';
  const names = about.flatMap((text) => text.toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((part) => part.length >= 4);
  const own = names.reduce((text, name) => text.replaceAll(name, ''), bare);
  return own !== bare && own.length < 8 ? 'contains-name' : undefined;
}
