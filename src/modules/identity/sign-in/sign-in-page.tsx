import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { demoPassword } from '../demo/password.ts';
import type { ProviderName } from '../oidc/queries.ts';
import { signInPath } from '../paths.ts';
import { identityWords } from '../words.ts';
import type { DemoAccount } from './queries.ts';

type Props = { frame: PageFrame; next: string; email?: string; errors?: FieldErrors; demo: readonly DemoAccount[]; providers: readonly ProviderName[] };

export function SignInPage({ frame, next, email, errors, demo, providers }: Props) {
  const words = identityWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.signIn}</h1>
      <p class="lead">{words.signInLead}</p>
      <Form frame={frame} errors={errors} action={signInPath(frame.language)} submit={words.signIn} hidden={[['next', next]]}>
        <TextInput name="email" label={words.email} type="email" inputmode="email" autocomplete="username" value={email} width="medium" spellcheck={false} error={errors?.email} />
        <TextInput name="password" label={words.password} type="password" autocomplete="current-password" width="medium" />
        <TextInput name="code" label={words.code} hint={words.codeHint} autocomplete="one-time-code" inputmode="numeric" width="short" />
      </Form>
      <form method="post" action={`${signInPath(frame.language)}/passkey`} class="buttons">
        <input type="hidden" name="next" value={next} />
        <button class="button quiet" type="submit">{words.passkeySignIn}</button>
      </form>
      {providers.map((provider) => (
        <form method="post" action={`${signInPath(frame.language)}/oidc`} class="buttons">
          <input type="hidden" name="provider" value={provider.id} />
          <input type="hidden" name="next" value={next} />
          <button class="button quiet" type="submit">{words.oidcSignIn(provider.name[frame.language])}</button>
        </form>
      ))}
      {demo.length > 0 ? (
        <section class="band" aria-labelledby="demo-accounts">
          <h2 id="demo-accounts">{words.demoTitle}</h2>
          <p>{words.demoText(demoPassword)}</p>
          <ul class="accounts">
            {demo.map((account) => (
              <li>
                <form method="post" action={signInPath(frame.language)}>
                  <input type="hidden" name="email" value={account.email} />
                  <input type="hidden" name="password" value={demoPassword} />
                  <input type="hidden" name="next" value={next} />
                  <button class="button quiet" type="submit">{words.signInAs(account.name)}</button>
                </form>
                <p><strong>{account.roles.map((role) => words.roles[role] ?? role).join(', ')}</strong>{account.agency ? <span>{account.agency[frame.language]}</span> : null}</p>
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </PublicLayout>
  );
}
