import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';

/** The session travels as a random token; the database keeps only its hash. */
export const sessionCookie = { secure: '__Host-session', plain: 'session' } as const;

export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

export function hashToken(token: string): Uint8Array {
  return createHash('sha256').update(token).digest();
}

/** The hash of a program's key. It differs from that of a session's token, so that neither serves as the other. */
export function hashApiKey(key: string): Uint8Array {
  return hashToken(`api-key ${key}`);
}

/** The key of an Authorization header, if it brings one. */
export function readBearer(header: string | undefined): string | undefined {
  return /^bearer ([\w-]{20,200})$/i.exec(header?.trim() ?? '')?.[1];
}

export function sessionCookieHeader(token: string, secure: boolean, maxAgeSeconds: number): string {
  const name = secure ? sessionCookie.secure : sessionCookie.plain;
  return `${name}=${token}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAgeSeconds}${secure ? '; Secure' : ''}`;
}

export function readCookie(header: string | undefined, name: string): string | undefined {
  return header?.split(/;\s*/).map((pair) => pair.split('=')).find(([key]) => key === name)?.slice(1).join('=');
}

export function csrfToken(sessionToken: string): string {
  return createHmac('sha256', sessionToken).update('form').digest('base64url');
}

export function csrfHolds(sessionToken: string, given: string): boolean {
  const expected = Buffer.from(csrfToken(sessionToken));
  const actual = Buffer.from(given);
  return expected.length === actual.length && timingSafeEqual(expected, actual);
}
