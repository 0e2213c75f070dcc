import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { outreachPaths } from './paths.ts';
import type { OutreachLine } from './queries.ts';
import { outreachWords } from './words.ts';

/** Everybody who was referred to the organisation, who waits first. */
export function OutreachListPage({ frame, lines, may }: { frame: PageFrame; lines: readonly OutreachLine[]; may: { settings: boolean; calls: boolean } }) {
  const { language } = frame;
  const words = outreachWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ul>
        {may.calls ? <li><a href={at(outreachPaths.calls)}>{words.calls}</a></li> : null}
        {may.settings ? <li><a href={at(outreachPaths.results)}>{words.results}</a></li> : null}
        {may.settings ? <li><a href={at(outreachPaths.settings)}>{words.settings}</a></li> : null}
        <li><a href={at(outreachPaths.refer)}>{words.publicForm}</a></li>
      </ul>
      {lines.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.state}</th><th scope="col">{words.consent}</th><th scope="col">{words.received}</th><th scope="col">{words.attempts}</th></tr></thead>
          <tbody>
            {lines.map((one) => (
              <tr>
                <td><a href={at(outreachPaths.show(one.id))}>{one.firstName ?? words.noName} <span class="hidden-text">({formatDate(language, one.receivedOn)})</span></a></td>
                <td data-label={words.state}>{words.states[one.state]}</td>
                <td data-label={words.consent}>{words.consents[one.consent]}</td>
                <td data-label={words.received}>{formatDate(language, one.receivedOn)}</td>
                <td class="n" data-label={words.attempts}>{one.attempts}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}

export function SettingsPage({ frame, typed, errors }: { frame: PageFrame; typed: Posted; errors: FieldErrors | undefined }) {
  const words = outreachWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(frame.language, outreachPaths.list)}>{words.back}</a></p>
      <h1>{words.settings}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Checkboxes name="takes" label={words.takes} options={[{ value: 'yes', label: words.yes }]} values={typed.list('takes')} />
        <TextInput name="minimum-age" label={words.minimumAge} width="short" inputmode="numeric" value={typed.text('minimum-age')} error={errors?.['minimum-age']} />
        <TextInput name="missed-limit" label={words.missedLimit} width="short" inputmode="numeric" value={typed.text('missed-limit')} error={errors?.['missed-limit']} />
      </Form>
    </StaffLayout>
  );
}
