const alphabet = '23456789ABCDEFGHJKLMNPQRSTUVWXYZ';

/** A code of ten letters and digits without look-alikes (50 bits), in two groups, from ten random bytes. */
export function codeFrom(random: Uint8Array): string {
  const letters = [...random.slice(0, 10)].map((byte) => alphabet[byte % 32]).join('');
  return `${letters.slice(0, 5)}-${letters.slice(5)}`;
}

/** A code as people type it: small letters, spaces, no hyphen; '' where it is none. */
export function normalCode(typed: string): string {
  const letters = typed.toUpperCase().replace(/[^0-9A-Z]/g, '');
  return letters.length === 10 ? `${letters.slice(0, 5)}-${letters.slice(5)}` : '';
}
