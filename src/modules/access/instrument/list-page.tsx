import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { personWords } from '../person/words.ts';
import { instrumentPaths } from './paths.ts';
import type { Decided } from './queries.ts';
import type { Version } from './shelf.ts';
import { instrumentWords } from './words.ts';

type Props = { frame: PageFrame; shelf: readonly Version[]; decided: readonly Decided[]; wrong?: { instrument: string; errors: FieldErrors } | undefined; typed: Posted; saved?: string | undefined };

/** Every form with its notice, the section that protects it and what the agency decided about it. */
export function InstrumentsPage({ frame, shelf, decided, wrong, typed, saved }: Props) {
  const { language } = frame;
  const words = instrumentWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary language={language} errors={wrong?.errors ?? {}} />
      <h2>{words.own}</h2>
      {shelf.filter((version) => !version.scoreOnly).map(one)}
      <h2>{words.slots}</h2>
      <p>{words.slotsLead}</p>
      {shelf.filter((version) => version.scoreOnly).map(one)}
    </StaffLayout>
  );

  function one(version: Version) {
    const own = decided.find((row) => row.instrument === version.id);
    const errors = wrong?.instrument === version.id ? wrong.errors : {};
    const value = (name: string, kept: string) => (wrong?.instrument === version.id ? typed.text(name) : kept);
    const [months, licence] = [`months-${version.id}`, `licence-${version.id}`];
    return (
      <section class="band" aria-labelledby={version.id}>
        <h3 id={version.id}>{version.title[language]}</h3>
        {saved === version.id ? <p class="inset" role="status">{words.saved}</p> : null}
        <p>{words.section} {personWords[language].sections[version.section]}. {words.version} {version.number}.</p>
        <p class="hint" lang={language === 'en' ? undefined : 'en'}>{version.notice}</p>
        <form method="post" action={localized(language, instrumentPaths.change(version.id))} novalidate>
          <Csrf frame={frame} />
          <TextInput name={months} label={words.months} hint={words.monthsHint(version.months)} width="short" inputmode="numeric" value={value(months, own?.months?.toString() ?? '')} error={errors[months]} />
          {version.scoreOnly ? <Textarea name={licence} label={words.licence} rows={3} value={value(licence, own?.licence ?? '')} error={errors[licence]} /> : null}
          <button class="button quiet" type="submit">{words.save}<span class="hidden-text">{`: ${version.title[language]}`}</span></button>
        </form>
      </section>
    );
  }
}
