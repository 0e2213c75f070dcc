import { raw } from 'hono/html';
import { renderFields } from '#app/methods/questionnaire/render/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { Checkboxes, type FieldErrors, HiddenFields, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { compiledOf } from '../application/answers.ts';
import { callPaths } from '../call/paths.ts';
import type { Call } from '../call/queries.ts';
import { reportWords } from '../report/words.ts';
import { blankRow, type Row } from './input.ts';
import { kinds } from './model.ts';
import { formPaths } from './paths.ts';
import { formWords } from './words.ts';

type Props = { frame: PageFrame; call: Call; part: string; title: string };
type EditProps = Props & { rows: readonly Row[]; months: string | undefined; blanks: number; fromFile: boolean; errors: FieldErrors };

/** The questions of a form as the office writes them, each on a fold of its own. */
export function EditPage({ frame, call, part, title, rows, months, blanks, fromFile, errors }: EditProps) {
  const words = formWords[frame.language];
  const all = [...rows, ...Array.from({ length: blanks }, (_, n) => ({ ...blankRow, place: String((rows.length + n + 1) * 10) }))];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={frame.language} steps={[{ path: callPaths.keep(call.slug), label: call.title[frame.language] }]} />
      <h1>{title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a href={localized(frame.language, formPaths.preview(call.slug, part))}>{words.preview}</a></p>
      {fromFile ? <p class="inset">{words.file}</p> : null}
      <ErrorSummary language={frame.language} errors={errors} />
      <form method="post" action={localized(frame.language, formPaths.edit(call.slug, part))} novalidate>
        <Csrf frame={frame} />
        {months === undefined ? null : <TextInput name="months" label={words.months} value={months} error={errors.months} width="short" inputmode="numeric" />}
        <p>{words.empty}</p>
        {all.map((row, n) => <QuestionRow frame={frame} row={row} n={n} errors={errors} open={n === rows.length && rows.length === 0} />)}
        <div class="buttons">
          <button class="button" type="submit" name="do" value="save">{words.save}</button>
          <button class="button quiet" type="submit" name="do" value="more">{words.more}</button>
        </div>
      </form>
    </StaffLayout>
  );
}

function QuestionRow({ frame: { language }, row, n, errors, open }: { frame: PageFrame; row: Row; n: number; errors: FieldErrors; open: boolean }) {
  const words = formWords[language];
  const error = (name: string) => errors[`${name}-${n}`];
  const wrong = ['text-en', 'text-fr', 'choices-en'].some((name) => error(name) !== undefined);
  const said = language === 'en' ? row.textEn || row.textFr : row.textFr || row.textEn;
  return (
    <details open={wrong || open}>
      <summary>{words.question(n + 1)}{colon(language)}{said === '' ? words.fresh : `${said} (${words.kinds[row.kind].toLowerCase()})`}</summary>
      <HiddenFields fields={[[`id-${n}`, row.id]]} />
      <TextInput name={`text-en-${n}`} label={words.textEn} value={row.textEn} error={error('text-en')} />
      <TextInput name={`text-fr-${n}`} label={words.textFr} value={row.textFr} error={error('text-fr')} />
      <Select name={`kind-${n}`} label={words.kind} options={kinds.map((one) => ({ value: one, label: words.kinds[one] }))} value={row.kind} />
      <Textarea name={`choices-en-${n}`} label={words.choicesEn} hint={words.choicesHint} value={row.choicesEn} error={error('choices-en')} rows={3} />
      <Textarea name={`choices-fr-${n}`} label={words.choicesFr} value={row.choicesFr} rows={3} />
      <Checkboxes name={`needed-${n}`} label={words.needed} options={[{ value: 'yes', label: words.must }]} values={row.needed ? ['yes'] : []} />
      <TextInput name={`place-${n}`} label={words.place} hint={words.placeHint} value={row.place} width="short" inputmode="numeric" />
    </details>
  );
}

/** A form as whoever fills it in will see it; there is nothing to send. */
export function PreviewPage({ frame, call, part, title, questionnaire, fixed, changes }: Props & { questionnaire: unknown; fixed: boolean; changes: boolean }) {
  const { language } = frame;
  const [words, report] = [formWords[language], reportWords[language]];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: callPaths.keep(call.slug), label: call.title[language] }]} />
      <h1>{title}</h1>
      <p class="lead">{words.previewLead}</p>
      {fixed ? <><p>{words.fixed}</p><ul><li>{report.spent}</li><li>{report.people}</li></ul></> : null}
      <div class="panel">{raw(renderFields(compiledOf(`preview ${call.id} ${part}`, questionnaire), {}, { language, issues: [], branches: 'hidden', zone: frame.site.timeZone }))}</div>
      <ul class="links">
        {changes ? <li><a href={localized(language, formPaths.edit(call.slug, part))}>{words.edit}</a></li> : null}
        <li><a href={localized(language, callPaths.keep(call.slug))}>{words.back}</a></li>
      </ul>
    </StaffLayout>
  );
}
