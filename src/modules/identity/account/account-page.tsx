import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { PasskeyLine } from '../passkey/queries.ts';
import { accountPath } from '../paths.ts';
import { totpUri } from '../totp/codes.ts';
import { identityWords } from '../words.ts';
import type { OwnTotp, SessionLine } from './queries.ts';

type Props = { frame: PageFrame; sessions: readonly SessionLine[]; current: string; totp: OwnTotp | undefined; passkeys: readonly PasskeyLine[]; errors?: FieldErrors };

export function AccountPage({ frame, sessions, current, totp, passkeys, errors = {} }: Props) {
  const words = identityWords[frame.language];
  const act = (name: string) => `${accountPath(frame.language)}/${name}`;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.account}</h1>
      <h2>{words.passwordTitle}</h2>
      <Form frame={frame} errors={errors} action={act('password')} submit={words.changePassword}>
        <TextInput name="current-password" label={words.currentPassword} type="password" autocomplete="current-password" width="medium" error={errors['current-password']} />
        <TextInput name="new-password" label={words.newPassword} hint={words.passwordHint} type="password" autocomplete="new-password" width="medium" error={errors['new-password']} />
      </Form>
      <h2>{words.totpTitle}</h2>
      <Totp frame={frame} totp={totp} act={act} />
      <h2>{words.passkeyTitle}</h2>
      <p>{words.passkeyLead}</p>
      {passkeys.map((passkey) => (
        <form method="post" action={act('passkeys/drop')} class="buttons"><Csrf frame={frame} /><input type="hidden" name="passkey" value={passkey.id} /><span>{words.passkeyAdded(formatMoment(frame.language, passkey.addedAt, frame.site.timeZone))}</span><button class="button quiet" type="submit">{words.passkeyDrop}</button></form>
      ))}
      <form method="post" action={act('passkeys')}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.passkeyAdd}</button></form>
      <h2>{words.sessions}</h2>
      <table class="stack">
        <tbody>
          {sessions.map((session) => (
            <tr>
              <td>{session.method}, {words.since(formatMoment(frame.language, session.createdAt, frame.site.timeZone))} {session.id === current ? `(${words.thisSession})` : ''}</td>
              <td>
                {session.id === current ? null : (
                  <form method="post" action={act('sessions')}><Csrf frame={frame} /><input type="hidden" name="session" value={session.id} /><button class="button quiet" type="submit">{words.endSession}</button></form>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {sessions.length > 1 ? <form method="post" action={act('sessions')}><Csrf frame={frame} /><input type="hidden" name="others" value="yes" /><button class="button" type="submit">{words.endOthers}</button></form> : null}
    </StaffLayout>
  );
}

function Totp({ frame, totp, act }: { frame: PageFrame; totp: OwnTotp | undefined; act: (name: string) => string }) {
  const words = identityWords[frame.language];
  if (!totp) return <><p>{words.totpOff}</p><form method="post" action={act('totp')}><Csrf frame={frame} /><button class="button quiet" type="submit" name="step" value="start">{words.totpStart}</button></form></>;
  if (totp.confirmed) return <><p>{words.totpOn}</p><form method="post" action={act('totp')}><Csrf frame={frame} /><button class="button quiet" type="submit" name="step" value="drop">{words.totpDrop}</button></form></>;
  return (
    <>
      <p>{words.totpSecret} <code>{totp.secret}</code> <a href={totpUri(totp.secret, frame.staff?.name ?? '')}>{words.totpOpen}</a></p>
      <Form frame={frame} action={act('totp')} submit={words.totpConfirmButton} hidden={[['step', 'confirm']]}>
        <TextInput name="totp-code" label={words.totpConfirm} inputmode="numeric" autocomplete="one-time-code" width="short" />
      </Form>
    </>
  );
}
