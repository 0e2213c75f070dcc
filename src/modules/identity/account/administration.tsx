import { isId, newId } from '#app/platform/db/id.ts';
import type { Scope } from '#app/platform/db/scope.ts';
import { invalid, notFound, page, redirect } from '#app/platform/http/answer.ts';
import { keyDoor } from '#app/platform/http/door.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import { hashToken, newToken } from '#app/platform/http/session-cookie.ts';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { hashPassword } from '../password/hash.ts';
import { passwordFault } from '../password/rules.ts';
import { accountsPath, signInPath } from '../paths.ts';
import { identityWords } from '../words.ts';
import { AccountsPage, InvitationPage } from './accounts-page.tsx';
import { closeAccount, findAccountByEmail, insertAccount, insertInvitation, invitationHolds, listAccounts, listAgencyChoices, useInvitation } from './queries.ts';
import { agencyRoles } from './roles.ts';

const administrator = { roles: ['administrator'] };
const { behind } = keyDoor({ limit: 'invitation', max: 20 }, ({ query, form }) => form.text('key') || query.get('key') || undefined);

export function administrationRoutes(site: SiteSource): Route[] {
  return [
    { method: 'GET', path: '/identity/accounts', may: administrator, audit: 'identity.list-accounts', handle: async (visit) => page(<AccountsPage frame={frame(visit, site)} accounts={await listAccounts(visit)} agencies={await listAgencyChoices(visit)} />) },
    { method: 'POST', path: '/identity/accounts', may: administrator, audit: 'identity.invite', handle: async (visit) => await postAccount(visit, site) },
    { method: 'POST', path: '/identity/accounts/close', may: administrator, audit: 'identity.close-account', handle: postClose },
    { ...behind, method: 'GET', path: '/identity/invitation', audit: 'none', handle: async (visit) => await showInvitation(visit, site) },
    { ...behind, method: 'POST', path: '/identity/invitation', audit: 'identity.set-first-password', handle: async (visit) => await postInvitation(visit, site) },
  ];
}

const frame = (visit: Visit, site: SiteSource, hasErrors = false) => frameOf(visit, site(), { title: identityWords[visit.language].accounts, current: 'accounts', hasErrors });
const invitationFrame = (visit: Visit, site: SiteSource, hasErrors = false) => frameOf(visit, site(), { title: identityWords[visit.language].invitationTitle, unlisted: true, hasErrors });

/** Adds an account, of an agency where one is given, and gives the key of the link by which the person sets a password. */
export async function inviteAccount(scope: Scope, given: { email: string; name: string; role: string; body?: string; agency?: string | undefined }): Promise<string> {
  const [id, key] = [newId(), newToken()];
  await insertAccount(scope, { id, membership: newId(), email: given.email, name: given.name, role: given.role, body: given.body ?? null, agency: given.agency ?? null });
  await insertInvitation(scope, { key: hashToken(key), account: id, days: 7 });
  return key;
}

async function postAccount(visit: Visit, site: SiteSource) {
  const words = identityWords[visit.language];
  const values = { name: visit.form.text('name'), email: visit.form.text('email'), role: visit.form.text('role'), agency: visit.form.text('agency') };
  const agencies = await listAgencyChoices(visit);
  const agency = agencies.find((one) => one.id === values.agency)?.id;
  const errors: Record<string, string> = {};
  if (values.name === '') errors.name = words.nameMissing;
  if (!/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(values.email)) errors.email = words.emailWrong;
  else if (await findAccountByEmail(visit, values.email)) errors.email = words.emailTaken;
  if (!(values.role in words.roles)) errors.role = words.roleMissing;
  else if (agencyRoles.includes(values.role) && !agency) errors.agency = words.agencyMissing;
  const accounts = await listAccounts(visit);
  if (Object.keys(errors).length > 0) return invalid(<AccountsPage frame={frame(visit, site, true)} accounts={accounts} agencies={agencies} values={values} errors={errors} />);
  const key = await inviteAccount(visit, { ...values, agency });
  return page(<AccountsPage frame={frame(visit, site)} accounts={await listAccounts(visit)} agencies={agencies} link={`${visit.baseUrl}${localized(visit.language, '/identity/invitation')}?key=${key}`} />);
}

async function postClose(visit: Visit) {
  const id = visit.form.text('account');
  visit.about('account', id);
  return isId(id) && (await closeAccount(visit, id)) > 0 ? redirect(accountsPath(visit.language)) : notFound;
}

async function showInvitation(visit: Visit, site: SiteSource) {
  return page(<InvitationPage frame={invitationFrame(visit, site)} secret={visit.query.get('key') ?? ''} holds={await invitationHolds(visit)} />);
}

async function postInvitation(visit: Visit, site: SiteSource) {
  const secret = visit.form.text('key');
  const fault = passwordFault(visit.form.text('new-password'), []);
  const holds = await invitationHolds(visit);
  if (holds && fault) return invalid(<InvitationPage frame={invitationFrame(visit, site, true)} secret={secret} holds errors={{ 'new-password': identityWords[visit.language].faults[fault] }} />);
  if (!holds || !(await useInvitation(visit, await hashPassword(visit.form.text('new-password'))))) return invalid(<InvitationPage frame={invitationFrame(visit, site)} secret="" holds={false} />);
  return redirect(signInPath(visit.language));
}
