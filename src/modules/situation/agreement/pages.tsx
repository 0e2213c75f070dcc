import type { Form as Posted } from '#app/platform/http/form.ts';
import { Form } from '#app/ui/components/form-page.tsx';
import { Checkboxes, type FieldErrors } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { situationPaths } from '../paths.ts';
import type { Agreement, Table } from './queries.ts';
import { agreementWords } from './words.ts';

type Props = { frame: PageFrame; tables: readonly Table[]; agreements: readonly Agreement[]; today: string; typed: Posted; wrong?: string; errors?: FieldErrors };

/** Her own agreement to sign, the table that it opens, and those that she confirms. */
export function AgreementsPage({ frame, tables, agreements, today, typed, wrong, errors }: Props) {
  const { language, site } = frame;
  const words = agreementWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {tables.filter(({ seated }) => seated).map((table) => <p class="go"><a class="button" href={at(situationPaths.table(table.body))}>{words.open} ({table.name[language]})</a></p>)}
      {agreements.length === 0 ? <p>{words.none}</p> : (
          <table class="stack">
            <caption class="hidden-text">{words.caption}</caption>
            <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.agency}</th><th scope="col">{words.signed}</th><th scope="col">{words.holds}</th><th scope="col">{words.state}</th></tr></thead>
            <tbody>
              {agreements.map((one) => (
                <tr>
                  <th scope="row">{one.name}</th>
                  <td data-label={words.agency}>{one.agency[language]}</td>
                  <td data-label={words.signed}>{formatDate(language, dateIn(site.timeZone, one.signedAt))}</td>
                  <td data-label={words.holds}>{formatDate(language, one.expiresOn)}</td>
                  <td data-label={words.state}>
                    {one.expiresOn < today ? words.expired : one.confirmedAt ? words.confirmed : words.waits}
                    {one.judge ? <JudgeForm frame={frame} one={one} waits={!one.confirmedAt && one.expiresOn >= today} /> : null}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
      )}
      {tables.map((table) => (
        <section aria-labelledby={`sign-${table.body}`} class="band">
          <h2 id={`sign-${table.body}`}>{words.sign}{colon(language)}{table.name[language]}</h2>
          <h3>{words.textTitle}</h3>
          <ul>{words.text.map((line) => <li>{line}</li>)}</ul>
          <Form frame={frame} errors={wrong === table.body ? errors : undefined} action={at(situationPaths.sign(table.body))} submit={words.sign}>
            <Checkboxes name="agree" label={words.sign} options={[{ value: 'yes', label: words.agree }]} values={wrong === table.body ? typed.list('agree') : []} error={wrong === table.body ? errors?.agree : undefined} />
          </Form>
        </section>
      ))}
    </StaffLayout>
  );
}

function JudgeForm({ frame, one, waits }: { frame: PageFrame; one: Agreement; waits: boolean }) {
  const words = agreementWords[frame.language];
  return (
    <>
      {waits ? <StepButton frame={frame} to={`${situationPaths.judge(one.id)}?verdict=confirm`} label={words.confirm} /> : null}
      <StepButton frame={frame} to={`${situationPaths.judge(one.id)}?verdict=end`} label={words.end} quiet />
    </>
  );
}
