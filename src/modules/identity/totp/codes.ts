import { generateSecret, generateURI, verifySync } from 'otplib';

export function newTotpSecret(): string {
  return generateSecret();
}

export function totpUri(secret: string, label: string): string {
  return generateURI({ secret, label, issuer: 'Common Table' });
}

/** The time step that a code belongs to (30 s, one step of tolerance); undefined when it is wrong or its step was used before (RFC 6238). */
export function totpStep(secret: string, code: string, now: Date, lastStep: number): number | undefined {
  const token = code.replace(/\s/g, '');
  if (!/^\d{6}$/.test(token)) return undefined;
  const epoch = Math.floor(now.getTime() / 1000);
  for (const step of [0, -1, 1].map((offset) => Math.floor(epoch / 30) + offset)) {
    const { valid } = verifySync({ secret, token, epoch: step * 30, epochTolerance: 0 });
    if (valid) return step > lastStep ? step : undefined;
  }
  return undefined;
}
