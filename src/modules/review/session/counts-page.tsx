import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { labelOf } from '../checklist/pages.tsx';
import { sessionPaths } from './paths.ts';
import type { Code, Session, SheetLine } from './queries.ts';
import { sessionWords } from './words.ts';

type Head = { frame: PageFrame; session: Session; codes: readonly Code[] };

function Crumbs({ frame: { language }, session }: Pick<Head, 'frame' | 'session'>) {
  const words = sessionWords[language];
  return <Breadcrumbs language={language} steps={[{ path: sessionPaths.list, label: words.title }, { path: sessionPaths.show(session.id), label: words.session }]} />;
}

/** The counts of the police, from which the files are drawn. */
export function CountsPage({ frame, session, codes, typed, errors = {} }: Head & { typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = sessionWords[language];
  return (
    <StaffLayout frame={frame}>
      <Crumbs frame={frame} session={session} />
      <h1>{words.counts}</h1>
      <p><strong>{words.period(formatDate(language, session.periodFrom), formatDate(language, session.periodUntil))}</strong></p>
      <p>{words.countsLead}</p>
      <Form frame={frame} errors={errors} action={localized(language, sessionPaths.counts(session.id))} submit={words.draw}>
        {codes.map(({ code, label }) => <TextInput name={`count-${code}`} label={label[language]} value={typed.text(`count-${code}`)} error={errors[`count-${code}`]} width="short" inputmode="numeric" />)}
        <p class="hint">{words.drawHint}</p>
      </Form>
    </StaffLayout>
  );
}

/** The sheet that the liaison prints, fills in by hand and keeps. */
export function SheetPage({ frame, session, codes, lines }: Head & { lines: readonly SheetLine[] }) {
  const { language } = frame;
  const words = sessionWords[language];
  return (
    <StaffLayout frame={frame}>
      <Crumbs frame={frame} session={session} />
      <h1>{words.sheet}</h1>
      <p>{words.sheetLead} {words.print}</p>
      <table class="stack">
        <caption>{words.sheetCaption}</caption>
        <thead><tr>{words.sheetHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
        <tbody>
          {lines.map((line) => (
            <tr>
              <th scope="row">{line.pseudonym}</th>
              <td data-label={words.sheetHeader[1]}>{labelOf(codes, line.code, language)}</td>
              <td data-label={words.sheetHeader[2]}>{line.position}</td>
              <td data-label={words.sheetHeader[3]}>______________</td>
            </tr>
          ))}
        </tbody>
      </table>
    </StaffLayout>
  );
}
