import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { type FieldErrors, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { dateIn } from '#app/platform/clock/clock.ts';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Cube } from './cube.ts';
import { releasePaths } from './paths.ts';
import type { Entry, Withdrawn } from './queries.ts';
import { periodText } from './sentences.ts';
import { releaseWords } from './words.ts';

/** Asks why a filed table is taken back, in both languages. */
export function WithdrawPage({ frame, entry, cube, typed, errors }: { frame: PageFrame; entry: Entry; cube: Cube; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = releaseWords[language];
  const name = `${cube.title[language]}, ${periodText(language, entry.period)}`;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: releasePaths.ledger, label: words.title }, { path: releasePaths.one(entry.id), label: name }]} />
      <h1>{words.withdraw}</h1>
      <p class="lead">{name}</p>
      <p>{words.withdrawHint}</p>
      <Form frame={frame} errors={errors} action={localized(language, releasePaths.step(entry.id, 'withdraw'))} submit={words.withdraw}>
        <Textarea name="reason-en" lang="en" rows={3} label={words.whyWithdrawn(words.english)} hint={words.whyHint} value={typed.text('reason-en')} error={errors?.['reason-en']} />
        <Textarea name="reason-fr" lang="fr" rows={3} label={words.whyWithdrawn(words.french)} value={typed.text('reason-fr')} error={errors?.['reason-fr']} />
      </Form>
    </StaffLayout>
  );
}

/** For everybody: that a table was withdrawn, when and why; nothing of what it said. */
export function WithdrawnPage({ frame, cube, withdrawn }: { frame: PageFrame; cube: Cube; withdrawn: Withdrawn }) {
  const { language, site } = frame;
  const words = releaseWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: '/plan', label: words.plan }, { path: releasePaths.protection, label: words.publicTitle }]} />
      <h1>{cube.title[language]}</h1>
      <p class="lead">{periodText(language, withdrawn.period)}</p>
      <div class="inset">
        <p><b>{words.withdrawnOn(formatDate(language, dateIn(site.timeZone, withdrawn.withdrawnAt)))}</b></p>
        <p>{words.withdrawnLead}</p>
      </div>
      <h2>{words.whyTitle}</h2>
      <p>{withdrawn.withdrawal[language]}</p>
      <p class="sources"><a href={localized(language, releasePaths.protection)}>{words.publicTitle}</a></p>
    </PublicLayout>
  );
}
