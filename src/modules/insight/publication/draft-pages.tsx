import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { printedNumber } from '#app/ui/printed-number.ts';
import { Checkboxes, type FieldErrors, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Figure } from '../figure/figure.ts';
import type { Indicator } from '../indicator/indicator.ts';
import type { Text } from './compile.ts';
import { publicationPaths } from './paths.ts';
import type { Community, Publication } from './queries.ts';
import type { Section, Template } from './template.ts';
import { publicationWords } from './words.ts';

/** The reports that this person works on or reviews. */
export function DraftsPage({ frame, publications, mayStart }: { frame: PageFrame; publications: readonly Publication[]; mayStart: boolean }) {
  const { language } = frame;
  const words = publicationWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.drafts}</h1>
      <p class="lead">{words.draftsLead}</p>
      {mayStart ? <p><a class="button" href={localized(language, publicationPaths.newDraft)}>{words.start}</a></p> : null}
      {publications.length === 0 ? <p>{words.noDrafts}</p> : (
        <table class="stack">
          <caption class="hidden-text">{words.caption}</caption>
          <thead><tr><th scope="col">{words.report}</th><th scope="col">{words.state}</th><th scope="col">{words.date}</th></tr></thead>
          <tbody>
            {publications.map((one) => (
              <tr>
                <th scope="row"><a href={localized(language, publicationPaths.draft(one.id))}>{one.title[language]}</a>{one.number ? <><br /><span class="small">{one.number}</span></> : null}</th>
                <td data-label={words.state}>{words.states[one.state]}</td>
                <td data-label={words.date}>{one.lastOn ? formatDate(language, one.lastOn) : ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}

type FormState = { frame: PageFrame; typed: PostedForm; errors?: FieldErrors | undefined };

export function StartPage({ frame, typed, errors = {}, templates, community }: FormState & { templates: readonly Template[]; community: Community | undefined }) {
  const { language } = frame;
  const words = publicationWords[language];
  const departments = community?.departments ?? [];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: publicationPaths.drafts, label: words.drafts }]} />
      <h1>{words.start}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Select name="template" label={words.template} empty={words.chooseTemplate} options={templates.map((one) => ({ value: one.name, label: one.title[language] }))}
          value={typed.has('template') ? typed.text('template') : templates.length === 1 ? templates[0]?.name : undefined} error={errors.template} />
        <div class="pair">
          <TextInput name="title-en" label={words.titleEn} value={typed.text('title-en')} error={errors['title-en']} />
          <TextInput name="title-fr" label={words.titleFr} value={typed.text('title-fr')} error={errors['title-fr']} />
        </div>
        <div class="pair">
          <TextInput name="to-en" label={words.toEn} hint={words.toHint} value={typed.text('to-en')} error={errors['to-en']} />
          <TextInput name="to-fr" label={words.toFr} hint={words.toHint} value={typed.text('to-fr')} error={errors['to-fr']} />
        </div>
        {departments.length > 0 ? (
          <Checkboxes name="departments" label={words.departments} hint={words.departmentsHint} options={departments.map((one) => ({ value: one.code, label: `${one.name[language]} (${one.code})` }))}
            values={typed.list('departments')} error={errors.departments} />
        ) : null}
      </Form>
    </StaffLayout>
  );
}

type SectionProps = FormState & { publication: { id: string; title: Bilingual }; section: Section; own: Text; figures: readonly Figure[]; indicators: readonly Indicator[] };

/** The text of one section, both languages side by side, with the figures that it may name. */
export function SectionPage({ frame, typed, errors = {}, publication, section, own, figures, indicators }: SectionProps) {
  const { language } = frame;
  const words = publicationWords[language];
  const value = (name: string, kept: string) => (typed.has(name) ? typed.text(name) : kept);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: publicationPaths.drafts, label: words.drafts }, { path: publicationPaths.draft(publication.id), label: publication.title[language] }]} />
      <h1>{section.heading[language]}</h1>
      <p class="lead">{section.hint[language]}</p>
      <p>{words.writing}</p>
      <Form frame={frame} errors={errors} submit={words.save}>
        <div class="pair">
          <Textarea name="text-en" lang="en" rows={14} label={words.inEnglish} value={value('text-en', own.en)} error={errors['text-en']} />
          <Textarea name="text-fr" lang="fr" rows={14} label={words.inFrench} value={value('text-fr', own.fr)} error={errors['text-fr']} />
        </div>
      </Form>
      <details>
        <summary>{words.figures}</summary>
        <ul>{figures.filter((figure) => figure.releasable).map((figure) => <li><code>{`{figure:${figure.slug}}`}</code> {printedNumber(language, figure)} {figure.label[language]}</li>)}</ul>
      </details>
      {indicators.length > 0 ? (
        <details>
          <summary>{words.indicators}</summary>
          <p>{words.indicatorsHint}</p>
          <ul>{indicators.map((one) => <li><code>{`{indicator:${one.slug}}`}</code> {one.name[language]}</li>)}</ul>
        </details>
      ) : null}
    </StaffLayout>
  );
}
