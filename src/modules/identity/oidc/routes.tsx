import * as client from 'openid-client';
import { newId } from '#app/platform/db/id.ts';
import { type Answer, notFound } from '#app/platform/http/answer.ts';
import type { Outing, Route } from '#app/platform/http/route.ts';
import { hashToken, newToken, readCookie, sessionCookieHeader } from '#app/platform/http/session-cookie.ts';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { SiteSource } from '#app/ui/page-frame.ts';
import { safeNext, signInPath } from '../paths.ts';
import { identityWords } from '../words.ts';
import { completeOidc, findProvider, insertRequest, type Provider, takeRequest } from './queries.ts';

const limit = { name: 'oidc', max: 40, seconds: 600 };
/** As the session's, so that no other host of the domain can set it. */
const cookieOf = (outing: Outing) => (outing.baseUrl.startsWith('https:') ? '__Host-oidc' : 'oidc');

/** Sign-in through another site's accounts: code flow with PKCE, state and nonce; the state is bound to this browser. */
export function oidcRoutes(site: SiteSource): Route[] {
  return [
    { method: 'POST', path: '/identity/sign-in/oidc', may: 'anyone', audit: 'none', limit, handle: { outside: async (outing) => await start(outing, site) } },
    { method: 'GET', path: '/identity/sign-in/oidc/back', may: 'anyone', audit: 'identity.sign-in', limit, handle: { outside: async (outing) => await finish(outing, site) } },
  ];
}

const backUrl = (outing: Outing) => `${outing.baseUrl}${signInPath(outing.language)}/oidc/back`;

async function configure(provider: Provider): Promise<client.Configuration> {
  const issuer = new URL(provider.issuer);
  // Plain http is for a provider on this machine: tests and development.
  const local = issuer.protocol === 'http:' && ['localhost', '127.0.0.1'].includes(issuer.hostname);
  return await client.discovery(issuer, provider.clientId, provider.clientSecret, undefined, { timeout: 10, ...(local ? { execute: [client.allowInsecureRequests] } : {}) });
}

async function start(outing: Outing, site: SiteSource): Promise<Answer> {
  const provider = await outing.step(async (scope) => await findProvider(scope, outing.form.text('provider')));
  if (!provider) return notFound;
  try {
    const configuration = await configure(provider);
    const [state, nonce, verifier] = [client.randomState(), client.randomNonce(), client.randomPKCECodeVerifier()];
    await outing.step(async (scope) => await insertRequest(scope, { state: hashToken(state), provider: provider.id, nonce, verifier, next: safeNext(outing.language, outing.form.text('next')) }));
    const to = client.buildAuthorizationUrl(configuration, { redirect_uri: backUrl(outing), scope: 'openid email', state, nonce, code_challenge: await client.calculatePKCECodeChallenge(verifier), code_challenge_method: 'S256' });
    const secure = outing.baseUrl.startsWith('https:') ? '; Secure' : '';
    // A page that leads on, not a redirect: the policy of the sign-in page lets its forms end on this site only.
    return { ...leaving(outing, site, to.href), cookies: [`${cookieOf(outing)}=${state}; Path=/; HttpOnly; SameSite=Lax; Max-Age=600${secure}`], headers: { refresh: `0; url=${to.href}` } };
  } catch {
    return refused(outing, site);
  }
}

async function finish(outing: Outing, site: SiteSource): Promise<Answer> {
  const state = outing.query.get('state') ?? '';
  const request = state !== '' && readCookie(outing.header('cookie'), cookieOf(outing)) === state ? await outing.step(async (scope) => await takeRequest(scope, hashToken(state))) : undefined;
  const provider = request ? await outing.step(async (scope) => await findProvider(scope, request.provider)) : undefined;
  if (!request || !provider) return refused(outing, site);
  try {
    const here = new URL(`${backUrl(outing)}${outing.url.search}`);
    const tokens = await client.authorizationCodeGrant(await configure(provider), here, { pkceCodeVerifier: request.verifier, expectedState: state, expectedNonce: request.nonce, idTokenExpected: true });
    const claims = tokens.claims();
    if (!claims) return refused(outing, site);
    const email = claims.email_verified === true && typeof claims.email === 'string' ? claims.email : null;
    const token = newToken();
    const done = await outing.step(async (scope) => await completeOidc(scope, { provider: provider.id, subject: claims.sub, email, session: newId(), token: hashToken(token) }));
    if (!done) return refused(outing, site);
    return { kind: 'redirect', to: request.next, cookies: [sessionCookieHeader(token, outing.baseUrl.startsWith('https:'), 12 * 3600), `${cookieOf(outing)}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${outing.baseUrl.startsWith('https:') ? '; Secure' : ''}`] };
  } catch {
    return refused(outing, site);
  }
}

function leaving({ language, path }: Outing, site: SiteSource, to: string) {
  const words = identityWords[language];
  const body = (
    <PublicLayout frame={{ language, path, title: words.oidcLeave, site: site(), unlisted: true }}>
      <h1>{words.oidcLeave}</h1>
      <p><a href={to}>{new URL(to).host}</a></p>
    </PublicLayout>
  );
  return { kind: 'page', status: 200, body } as const;
}

function refused({ language, path }: Outing, site: SiteSource): Answer {
  const words = identityWords[language];
  return {
    kind: 'page', status: 422,
    body: (
      <PublicLayout frame={{ language, path, title: words.oidcWrong, site: site(), unlisted: true }}>
        <h1>{words.oidcWrong}</h1>
        <p class="lead">{words.oidcWrongText}</p>
        <p><a href={signInPath(language)}>{words.signIn}</a></p>
      </PublicLayout>
    ),
  };
}
