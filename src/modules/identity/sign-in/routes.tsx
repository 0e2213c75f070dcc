import { invalid, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { readCookie, sessionCookie, sessionCookieHeader } from '#app/platform/http/session-cookie.ts';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { revokeSession } from '../account/queries.ts';
import { listProviders } from '../oidc/queries.ts';
import { safeNext, signInPath } from '../paths.ts';
import { identityWords } from '../words.ts';
import { signIn } from './actions.ts';
import { listDemoAccounts } from './queries.ts';
import { SignInPage } from './sign-in-page.tsx';

const hours = 3600;

export function signInRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: '/identity/sign-in', may: 'anyone', audit: 'none', handle: async (visit) => await showSignIn(visit, site) },
    { method: 'POST', path: '/identity/sign-in', may: 'anyone', audit: 'identity.sign-in', limit: { name: 'sign-in', max: 30, seconds: 900 }, handle: async (visit) => await postSignIn(visit, site) },
    { method: 'POST', path: '/identity/sign-out', may: 'signed-in', audit: 'identity.sign-out', handle: postSignOut },
  ];
}

const frame = (visit: Visit, site: SiteSource, hasErrors = false) => frameOf(visit, site(), { title: identityWords[visit.language].signIn, unlisted: true, hasErrors });

async function showSignIn(visit: Visit, site: SiteSource) {
  const next = safeNext(visit.language, visit.query.get('next') ?? '');
  if (visit.actor.kind === 'staff') return redirect(next);
  return page(<SignInPage frame={frame(visit, site)} next={next} demo={await listDemoAccounts(visit)} providers={await listProviders(visit)} />);
}

async function postSignIn(visit: Visit, site: SiteSource) {
  const { form, language, baseUrl } = visit;
  const next = safeNext(language, form.text('next'));
  if (visit.actor.kind === 'staff') return redirect(next);
  const secure = baseUrl.startsWith('https:');
  const deviceName = secure ? '__Host-device' : 'device';
  const outcome = await signIn(visit, { email: form.text('email'), password: form.text('password'), code: form.text('code'), device: readCookie(visit.header('cookie'), deviceName) });
  if (outcome.kind !== 'signed-in') {
    const errors = { email: identityWords[language][outcome.kind] };
    return invalid(<SignInPage frame={frame(visit, site, true)} next={next} email={form.text('email')} errors={errors} demo={await listDemoAccounts(visit)} providers={await listProviders(visit)} />);
  }
  const device = `${deviceName}=${outcome.device}; Path=/; HttpOnly; SameSite=Lax; Max-Age=31536000${secure ? '; Secure' : ''}`;
  return redirect(next, { cookies: [sessionCookieHeader(outcome.token, secure, 12 * hours), device] });
}

async function postSignOut(visit: Visit) {
  if (visit.actor.kind === 'staff') await revokeSession(visit, visit.actor.session, false);
  const secure = visit.baseUrl.startsWith('https:');
  const name = secure ? sessionCookie.secure : sessionCookie.plain;
  return redirect(signInPath(visit.language), { cookies: [`${name}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0${secure ? '; Secure' : ''}`] });
}
