/** One name as it is searched: lower case, without diacritics, spaces, hyphens or any other sign; æ, œ and ß in two letters. */
export function nameKey(name: string): string {
  return name.toLowerCase().replaceAll('œ', 'oe').replaceAll('æ', 'ae').replaceAll('ß', 'ss').replaceAll('ø', 'o').replaceAll('ł', 'l').replaceAll('đ', 'd')
    .normalize('NFKD').replaceAll(/[^\p{L}\p{N}]/gu, '');
}

/** The key that a record is found by: family name, a space, given name; either may be empty. */
export function searchKey(given: string, family: string): string {
  return `${nameKey(family)} ${nameKey(given)}`;
}
