import { type Answer, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { sessionCookieHeader } from '#app/platform/http/session-cookie.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { frameOf, type PageFrame, type SiteSource } from '#app/ui/page-frame.ts';
import { accountPath, safeNext, signInPath } from '../paths.ts';
import { identityWords } from '../words.ts';
import { beginAuthentication, beginRegistration, finishAuthentication, finishRegistration, partyOf } from './ceremony.ts';
import { deletePasskey } from './queries.ts';

const limit = { name: 'passkey', max: 40, seconds: 600 };

export function passkeyRoutes(site: SiteSource): Route[] {
  return [
    { method: 'POST', path: '/identity/account/passkeys', may: 'signed-in', audit: 'identity.begin-passkey', handle: async (visit) => await startAdding(visit, site) },
    { method: 'POST', path: '/identity/account/passkeys/finish', may: 'signed-in', audit: 'identity.add-passkey', handle: async (visit) => await finishAdding(visit, site) },
    { method: 'POST', path: '/identity/account/passkeys/drop', may: 'signed-in', audit: 'identity.drop-passkey', handle: async (visit) => ((await deletePasskey(visit, visit.form.text('passkey'))) > 0 ? redirect(accountPath(visit.language)) : notFound) },
    { method: 'POST', path: '/identity/sign-in/passkey', may: 'anyone', audit: 'none', limit, handle: async (visit) => ask(visit, site, await beginAuthentication(visit, partyOf(visit.baseUrl)), `${signInPath(visit.language)}/passkey/finish`, false) },
    { method: 'POST', path: '/identity/sign-in/passkey/finish', may: 'anyone', audit: 'identity.sign-in', limit, handle: async (visit) => await finishSignIn(visit, site) },
  ];
}

function ask(visit: Visit, site: SiteSource, options: string, action: string, making: boolean): Answer {
  const words = identityWords[visit.language];
  const frame = frameOf(visit, site(), { title: making ? words.passkeyAdd : words.passkeySignIn, unlisted: true });
  return page(
    <PublicLayout frame={frame} script="passkey">
      <h1>{frame.title}</h1>
      <p class="lead">{words.passkeyWait}</p>
      <form method="post" action={action} data-passkey={options} data-making={making ? 'yes' : 'no'}>
        <Csrf frame={frame} />
        <input type="hidden" name="credential" value="" />
        <input type="hidden" name="next" value={visit.form.text('next')} />
      </form>
    </PublicLayout>,
  );
}

async function startAdding(visit: Visit, site: SiteSource): Promise<Answer> {
  if (visit.actor.kind !== 'staff') return notFound;
  return ask(visit, site, await beginRegistration(visit, partyOf(visit.baseUrl), visit.actor), `${accountPath(visit.language)}/passkeys/finish`, true);
}

async function finishAdding(visit: Visit, site: SiteSource): Promise<Answer> {
  if (visit.actor.kind !== 'staff') return notFound;
  const done = await finishRegistration(visit, partyOf(visit.baseUrl), visit.actor.account, visit.form.text('credential'));
  return done ? redirect(accountPath(visit.language)) : refused(visit, site, accountPath(visit.language));
}

async function finishSignIn(visit: Visit, site: SiteSource): Promise<Answer> {
  const token = visit.actor.kind === 'public' ? await finishAuthentication(visit, partyOf(visit.baseUrl), visit.form.text('credential')) : undefined;
  if (!token) return refused(visit, site, signInPath(visit.language));
  return redirect(safeNext(visit.language, visit.form.text('next')), { cookies: [sessionCookieHeader(token, visit.baseUrl.startsWith('https:'), 12 * 3600)] });
}

function refused(visit: Visit, site: SiteSource, back: string): Answer {
  const words = identityWords[visit.language];
  const frame: PageFrame = frameOf(visit, site(), { title: words.passkeyWrong, unlisted: true });
  return { kind: 'page', status: 422, body: <PublicLayout frame={frame}><h1>{words.passkeyWrong}</h1><p><a href={back}>{words.signIn}</a></p></PublicLayout> };
}
