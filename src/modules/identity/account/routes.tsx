import { invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { isId } from '#app/platform/db/id.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, type SiteSource } from '#app/ui/page-frame.ts';
import { hashPassword, passwordHolds } from '../password/hash.ts';
import { passwordFault } from '../password/rules.ts';
import { listOwnPasskeys } from '../passkey/queries.ts';
import { accountPath } from '../paths.ts';
import { newTotpSecret, totpStep } from '../totp/codes.ts';
import { identityWords } from '../words.ts';
import { AccountPage } from './account-page.tsx';
import { deleteOwnTotp, findOwnPassword, findOwnTotp, listOwnSessions, revokeSession, updateOwnPassword, updateOwnTotp } from './queries.ts';

export function accountRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: '/identity/account', may: 'signed-in', audit: 'none', handle: async (visit) => page(await accountPage(visit, site)) },
    { method: 'POST', path: '/identity/account/password', may: 'signed-in', audit: 'identity.change-password', handle: async (visit) => await postPassword(visit, site) },
    { method: 'POST', path: '/identity/account/totp', may: 'signed-in', audit: 'identity.change-totp', handle: async (visit) => await postTotp(visit, site) },
    { method: 'POST', path: '/identity/account/sessions', may: 'signed-in', audit: 'identity.end-session', handle: postSessions },
  ];
}

async function accountPage(visit: Visit, site: SiteSource, errors: FieldErrors = {}) {
  const frame = frameOf(visit, site(), { title: identityWords[visit.language].account, current: 'account', hasErrors: Object.keys(errors).length > 0 });
  const current = visit.actor.kind === 'staff' ? visit.actor.session : '';
  return <AccountPage frame={frame} sessions={await listOwnSessions(visit)} current={current} totp={await findOwnTotp(visit)} passkeys={await listOwnPasskeys(visit)} errors={errors} />;
}

async function postPassword(visit: Visit, site: SiteSource) {
  const words = identityWords[visit.language];
  const fresh = visit.form.text('new-password');
  const errors: Record<string, string> = {};
  if (!(await passwordHolds(visit.form.text('current-password'), await findOwnPassword(visit)))) errors['current-password'] = words.currentWrong;
  const fault = passwordFault(fresh, visit.actor.kind === 'staff' ? [visit.actor.name] : []);
  if (fault) errors['new-password'] = words.faults[fault];
  if (Object.keys(errors).length > 0) return invalid(await accountPage(visit, site, errors));
  await updateOwnPassword(visit, await hashPassword(fresh));
  await revokeSession(visit, null, true);
  return redirect(accountPath(visit.language));
}

async function postTotp(visit: Visit, site: SiteSource) {
  const step = visit.form.text('step');
  const present = await findOwnTotp(visit);
  if (step === 'start' && !present) await updateOwnTotp(visit, newTotpSecret(), false, 0);
  if (step === 'drop') await deleteOwnTotp(visit);
  if (step === 'confirm' && present && !present.confirmed) {
    const used = totpStep(present.secret, visit.form.text('totp-code'), visit.now, present.lastStep);
    if (used === undefined) return invalid(await accountPage(visit, site, { 'totp-code': identityWords[visit.language].totpWrong }));
    await updateOwnTotp(visit, present.secret, true, used);
  }
  return redirect(accountPath(visit.language));
}

async function postSessions(visit: Visit) {
  const others = visit.form.text('others') === 'yes';
  const session = visit.form.text('session');
  if (!others && !isId(session)) return notFound;
  const ended = await revokeSession(visit, others ? null : session, others);
  return ended === 0 && !others ? notFound : redirect(accountPath(visit.language));
}
