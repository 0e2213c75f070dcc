import { generateAuthenticationOptions, generateRegistrationOptions, verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import { z } from 'zod';
import { newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { completePasskey, findPasskey, insertChallenge, insertPasskey, listOwnPasskeys, takeChallenge } from './queries.ts';

/** The site that a passkey belongs to. */
export type Party = { readonly origin: string; readonly id: string };
export const partyOf = (baseUrl: string): Party => ({ origin: new URL(baseUrl).origin, id: new URL(baseUrl).hostname });

const text = z.string().max(20_000);
const transports = z.array(z.enum(['ble', 'cable', 'hybrid', 'internal', 'nfc', 'smart-card', 'usb'])).optional();
const shared = { id: text, rawId: text, type: z.literal('public-key'), clientExtensionResults: z.looseObject({}).default({}) };
const registration = z.object({ ...shared, response: z.object({ clientDataJSON: text, attestationObject: text, transports }) });
const authentication = z.object({ ...shared, response: z.object({ clientDataJSON: text, authenticatorData: text, signature: text, userHandle: text.optional() }) });

function parsed<T>(schema: z.ZodType<T>, json: string): T | undefined {
  try {
    return schema.parse(JSON.parse(json));
  } catch {
    return undefined;
  }
}

/** What the browser needs to make a passkey; the challenge is kept and counts once. */
export async function beginRegistration(scope: Scope, party: Party, person: { account: string; name: string }): Promise<string> {
  const options = await generateRegistrationOptions({
    rpName: 'Common Table', rpID: party.id, userName: person.name, userID: new TextEncoder().encode(person.account), attestationType: 'none',
    excludeCredentials: (await listOwnPasskeys(scope)).map((passkey) => ({ id: passkey.id })), authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  });
  await insertChallenge(scope, hashToken(options.challenge));
  return JSON.stringify(options);
}

export async function beginAuthentication(scope: Scope, party: Party): Promise<string> {
  const options = await generateAuthenticationOptions({ rpID: party.id, userVerification: 'required' });
  await insertChallenge(scope, hashToken(options.challenge));
  return JSON.stringify(options);
}

/** Keeps the passkey that the browser made; false when it does not verify. */
export async function finishRegistration(scope: Scope, party: Party, account: string, credential: string): Promise<boolean> {
  const response = parsed(registration, credential);
  if (!response) return false;
  const { transports: way, ...rest } = response.response;
  const checked = await verifyRegistrationResponse({
    response: { ...response, response: { ...rest, ...(way ? { transports: way } : {}) } }, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true,
    expectedChallenge: async (challenge) => await takeChallenge(scope, hashToken(challenge)),
  }).catch(() => undefined);
  if (!checked?.verified) return false;
  const made = checked.registrationInfo.credential;
  await insertPasskey(scope, { id: made.id, account, publicKey: made.publicKey, counter: made.counter, transports: made.transports ?? [] });
  return true;
}

/** Opens a session for the passkey that was shown; gives its token, undefined when it does not verify. */
export async function finishAuthentication(scope: Scope, party: Party, credential: string): Promise<string | undefined> {
  const response = parsed(authentication, credential);
  const known = response ? await findPasskey(scope, response.id) : undefined;
  if (!response || !known) return undefined;
  const { userHandle, ...rest } = response.response;
  const checked = await verifyAuthenticationResponse({
    response: { ...response, response: { ...rest, ...(userHandle ? { userHandle } : {}) } }, expectedOrigin: party.origin, expectedRPID: party.id, requireUserVerification: true,
    expectedChallenge: async (challenge) => await takeChallenge(scope, hashToken(challenge)),
    credential: { id: response.id, publicKey: new Uint8Array(Buffer.from(known.publicKey, 'base64')), counter: known.counter },
  }).catch(() => undefined);
  if (!checked?.verified) return undefined;
  const token = newToken();
  return (await completePasskey(scope, { id: response.id, counter: checked.authenticationInfo.newCounter, session: newId(), token: hashToken(token) })) ? token : undefined;
}
