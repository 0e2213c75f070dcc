import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { assessmentPaths } from './paths.ts';
import type { Assessment } from './queries.ts';
import { strikeReasons } from './rules.ts';
import { assessmentWords } from './words.ts';

type Props = { frame: PageFrame; kept: Assessment; title: string; name: string; typed: Posted; errors?: FieldErrors | undefined };

/** Why a finished assessment is struck out. */
export function StrikePage({ frame, kept, title, name, typed, errors }: Props) {
  const { language } = frame;
  const words = assessmentWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: accessPaths.person(kept.person), label: name }, { path: assessmentPaths.list(kept.person), label: words.title }, { path: assessmentPaths.show(kept.person, kept.id), label: title }]} />
      <h1>{words.strikeTitle}</h1>
      <p><b>{title}</b>{kept.administeredOn ? `, ${formatDate(language, kept.administeredOn)}` : ''}</p>
      <p class="lead">{words.strikeLead}</p>
      {kept.alert ? <p class="panel">{words.strikeAlert}</p> : null}
      <Form frame={frame} errors={errors} action={localized(language, assessmentPaths.strike(kept.person, kept.id))} submit={words.strike}>
        <Radios name="reason" label={words.strikeReason} options={strikeReasons.map((value) => ({ value, label: words.strikeReasons[value] }))} value={typed.text('reason')} error={errors?.reason} />
        <Textarea name="words" label={words.strikeWords} hint={words.strikeWordsHint} rows={3} value={typed.text('words')} error={errors?.words} />
      </Form>
    </StaffLayout>
  );
}
