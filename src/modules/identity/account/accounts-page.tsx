import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { accountsPath } from '../paths.ts';
import { identityWords } from '../words.ts';
import type { AccountLine, AgencyChoice } from './queries.ts';

type Props = { frame: PageFrame; accounts: readonly AccountLine[]; agencies: readonly AgencyChoice[]; values?: { email: string; name: string; role: string; agency: string }; errors?: FieldErrors; link?: string };

/** Everybody who may sign in; add, invite, close. */
export function AccountsPage({ frame, accounts, agencies, values, errors = {}, link }: Props) {
  const words = identityWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.accounts}</h1>
      <p class="lead">{words.accountsLead}</p>
      {link ? <div class="panel" role="status"><p>{words.inviteLink}</p><p><code>{link}</code></p></div> : null}
      <table class="stack">
        <thead><tr><th>{words.name}</th><th>{words.email}</th><th>{words.role}</th><th><span class="hidden-text">{words.closeAccount}</span></th></tr></thead>
        <tbody>
          {accounts.map((account) => (
            <tr>
              <td>{account.name}</td>
              <td>{account.email}</td>
              <td>{account.roles.map((role) => words.roles[role] ?? role).join(', ')}</td>
              <td>{account.closedAt ? words.closed : <form method="post" action={`${accountsPath(frame.language)}/close`}><Csrf frame={frame} /><input type="hidden" name="account" value={account.id} /><button class="button quiet" type="submit">{words.closeAccount}<span class="hidden-text"> {account.name}</span></button></form>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{words.invite}</h2>
      <Form frame={frame} errors={errors} action={accountsPath(frame.language)} submit={words.invite}>
        <TextInput name="name" label={words.name} width="medium" value={values?.name} error={errors.name} />
        <TextInput name="email" label={words.email} type="email" width="medium" value={values?.email} error={errors.email} />
        <Select name="role" label={words.role} empty="" value={values?.role} options={Object.entries(words.roles).map(([value, label]) => ({ value, label }))} error={errors.role} />
        <Select name="agency" label={words.agency} hint={words.agencyHint} empty="" value={values?.agency} options={agencies.map((one) => ({ value: one.id, label: one.name[frame.language] }))} error={errors.agency} />
      </Form>
    </StaffLayout>
  );
}

/** The page behind an invitation's link. */
export function InvitationPage({ frame, secret, holds, errors = {} }: { frame: PageFrame; secret: string; holds: boolean; errors?: FieldErrors }) {
  const words = identityWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.invitationTitle}</h1>
      {holds ? (
        <Form frame={frame} errors={errors} submit={words.save} hidden={[['key', secret]]}>
          <TextInput name="new-password" label={words.newPassword} hint={words.passwordHint} type="password" autocomplete="new-password" width="medium" error={errors['new-password']} />
        </Form>
      ) : <p>{words.invitationGone}</p>}
    </PublicLayout>
  );
}
