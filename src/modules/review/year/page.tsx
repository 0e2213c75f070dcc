import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { yearPaths } from './paths.ts';
import type { Year } from './queries.ts';
import { yearWords } from './words.ts';

/** The counts that the police gave, and a form for one more year. */
export function YearPage({ frame, years, enters, typed, errors = {}, saved }: { frame: PageFrame; years: readonly Year[]; enters: boolean; typed: PostedForm; errors?: FieldErrors | undefined; saved: boolean }) {
  const { language } = frame;
  const words = yearWords[language];
  const own = (name: string) => ({ name, value: typed.text(name), error: errors[name], width: 'short' as const, inputmode: 'numeric' as const });
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {saved ? <p class="inset" role="status">{words.saved}</p> : null}
      {years.length === 0 ? <p>{words.none}</p> : (
        <table>
          <caption>{words.caption}</caption>
          <thead><tr>{words.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>{years.map((one) => <tr><th scope="row">{one.year}</th><td>{formatNumber(language, one.reported)}</td><td>{formatNumber(language, one.unfounded)}</td></tr>)}</tbody>
        </table>
      )}
      {enters ? (
        <>
          <h2>{words.enter}</h2>
          <Form frame={frame} errors={errors} action={localized(language, yearPaths.list)} submit={words.save}>
            <TextInput {...own('year')} label={words.year} />
            <TextInput {...own('reported')} label={words.reported} />
            <TextInput {...own('unfounded')} label={words.unfounded} />
          </Form>
        </>
      ) : null}
    </StaffLayout>
  );
}
