import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { type FieldErrors, Textarea } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Part } from './compile.ts';
import { Blocks, DocumentArticle } from './document/html.tsx';
import type { Document } from './document/model.ts';
import { publicationPaths } from './paths.ts';
import { Files } from './published-pages.tsx';
import type { Publication, Step } from './queries.ts';
import { type Refusal, refusalSentence } from './refusal/refusal.ts';
import type { Act } from './rules.ts';
import type { Template } from './template.ts';
import { publicationWords } from './words.ts';

type Props = {
  frame: PageFrame;
  publication: Publication;
  template: Template;
  document: Document;
  /** The sections of a working copy; a frozen version is shown as one. */
  parts: readonly Part[] | undefined;
  refusals: readonly Refusal[];
  steps: readonly Step[];
  acts: readonly Act[];
  mayEdit: boolean;
  author: boolean;
  typed: PostedForm;
  errors?: FieldErrors | undefined;
};

/** One report in the making: what stops it, the report itself with its texts to edit, its steps, and what this person can do next. */
export function DraftPage(props: Props) {
  const { frame, publication, document, parts, refusals } = props;
  const { language } = frame;
  const words = publicationWords[language];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: publicationPaths.drafts, label: words.drafts }]} />
      <p><span class="tag">{words.states[publication.state]}</span> {parts ? words.workingCopy : words.frozen(formatDate(language, document.date))}</p>
      {refusals.length > 0 ? (
        <section class="inset" aria-labelledby="stops">
          <h2 id="stops">{words.stops}</h2>
          <ul>{refusals.map((one) => <li>{refusalSentence(language, one)}</li>)}</ul>
        </section>
      ) : null}
      {parts ? <DocumentArticle document={{ ...document, blocks: [] }} linkOf={(path) => localized(language, path)} /> : <DocumentArticle document={document} linkOf={(path) => localized(language, path)} />}
      {parts?.map((part) => <PartMarkup {...props} part={part} />)}
      <section class="band">
        <h2>{words.files}</h2>
        <Files language={language} pathOf={(format) => publicationPaths.draftFile(publication.id, format)} />
      </section>
      <Steps language={language} steps={props.steps} timeZone={frame.site.timeZone} />
      <Acts {...props} />
    </StaffLayout>
  );
}

function PartMarkup({ frame: { language }, publication, template, part, mayEdit }: Props & { part: Part }) {
  const words = publicationWords[language];
  const heading = template.sections.find((one) => one.key === part.key)?.heading[language] ?? '';
  return (
    <section id={part.key} class="report">
      <h2>{heading}</h2>
      <Blocks blocks={part.blocks} linkOf={(path) => localized(language, path)} />
      {mayEdit ? <p><a class="small" href={localized(language, publicationPaths.section(publication.id, part.key))} aria-label={words.editSection(heading)}>{words.edit}</a></p> : null}
    </section>
  );
}

function Steps({ language, steps, timeZone }: { language: Language; steps: readonly Step[]; timeZone: string }) {
  const words = publicationWords[language];
  if (steps.length === 0) return null;
  return (
    <section class="band">
      <h2>{words.steps}</h2>
      <ol>
        {steps.map((one) => (
          <li><b>{words.step[one.step]}</b> {words.stepBy(one.by, formatMoment(language, one.at, timeZone))}{one.reason ? <><br />{one.reason}</> : null}</li>
        ))}
      </ol>
    </section>
  );
}

function Acts({ frame, publication, acts, author, typed, errors, refusals }: Props) {
  const { language } = frame;
  const words = publicationWords[language];
  const post = (act: 'submit' | 'approve' | 'publish', hint?: string) => <StepButton frame={frame} to={publicationPaths.step(publication.id, act)} label={words[act]} hint={hint} />;
  return (
    <section class="band">
      {acts.includes('submit') && refusals.length === 0 ? post('submit', words.submitHint) : null}
      {acts.includes('approve') ? post('approve') : null}
      {acts.includes('publish') ? post('publish', words.publishHint) : null}
      {publication.state === 'in-review' && author ? <p>{words.ownReport}</p> : null}
      {acts.includes('return') ? (
        <Form frame={frame} errors={errors} action={localized(language, publicationPaths.step(publication.id, 'return'))} submit={words.return}>
          <Textarea name="reason" rows={3} label={words.reason} value={typed.text('reason')} error={errors?.reason} />
        </Form>
      ) : null}
    </section>
  );
}
