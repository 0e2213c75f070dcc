import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Contact, OwnContact } from './contact-queries.ts';
import { contactWords } from './contact-words.ts';
import { alertPaths } from './paths.ts';
import { alertWords } from './words.ts';

type ListProps = { frame: PageFrame; contacts: readonly Contact[]; typed: PostedForm; errors?: FieldErrors | undefined; done?: string | undefined };

/** Who is told of a confirmed alert, and the form that adds a desk. */
export function ContactsPage({ frame, contacts, typed, errors, done }: ListProps) {
  const { language } = frame;
  const words = contactWords[language];
  const [name, email, own, state] = words.header;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: alertPaths.desk, label: alertWords[language].desk }]} />
      <h1>{words.title}</h1>
      {done === 'added' ? <p class="inset" role="status">{words.added}</p> : null}
      {done === 'stopped' ? <p class="inset" role="status">{words.stopped}</p> : null}
      <p>{words.lead}</p>
      {contacts.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.caption}</caption>
          <thead><tr>{[name, email, own, state].map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {contacts.map((one) => (
              <tr>
                <th scope="row">{one.name}{one.demonstration ? ` ${words.demonstration}` : ''}</th><td data-label={email}>{one.email}</td><td data-label={own}>{words.languages[one.language]}</td>
                <td data-label={state}>
                  {words.states[one.stoppedAt ? 'stopped' : one.confirmedAt ? 'confirmed' : 'waiting']}
                  {one.stoppedAt ? null : <StepButton frame={frame} to={alertPaths.stopContact(one.id)} label={words.stop} quiet />}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{words.add}</h2>
      <Form frame={frame} errors={errors} action={localized(language, alertPaths.contacts)} submit={words.save}>
        <TextInput name="name" label={words.name} hint={words.nameHint} value={typed.text('name')} error={errors?.name} maxlength={120} />
        <TextInput name="email" type="email" inputmode="email" label={words.email} value={typed.text('email')} error={errors?.email} spellcheck={false} />
        <Radios name="language" inline label={words.language} value={typed.text('language') || language} options={[{ value: 'en', label: words.languages.en }, { value: 'fr', label: words.languages.fr }]} />
      </Form>
    </StaffLayout>
  );
}

/** The page of a contact's link: it confirms or stops by a button, never by opening the page. */
export function OwnContactPage({ frame, own, address }: { frame: PageFrame; own: OwnContact; address: string }) {
  const { language } = frame;
  const words = contactWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.ownTitle}</h1>
      <p>{words.ownLead(own.name)}</p>
      <p role="status"><strong>{own.stopped ? words.ownStopped : own.confirmed ? words.ownConfirmed : words.ownWaiting}</strong></p>
      <h2>{words.ownAsk}</h2>
      <form method="post" action={address} class="buttons">
        {own.confirmed && !own.stopped ? null : <button class="button" type="submit" name="answer" value="yes">{words.ownYes}</button>}
        {own.stopped ? null : <button class="button quiet" type="submit" name="answer" value="no">{words.ownNo}</button>}
      </form>
    </PublicLayout>
  );
}
