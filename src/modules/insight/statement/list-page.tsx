import { guidances, strengths } from '#app/community-pack/statement-schema.ts';
import type { Form as Typed } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { alcoholTemplate } from '../alcohol-report/template.ts';
import { Blocks } from '../publication/document/html.tsx';
import { statementBlock } from './block.ts';
import { deskWords } from './desk-words.ts';
import { statementPaths } from './paths.ts';
import type { Statement } from './statement.ts';
import { statementWords } from './words.ts';

/** Every statement by chapter, as the report shows it, and the form for another. */
export function StatementsPage({ frame, statements, typed, errors }: { frame: PageFrame; statements: readonly Statement[]; typed: Typed; errors: FieldErrors | undefined }) {
  const { language } = frame;
  const [words, marks] = [deskWords[language], statementWords[language]];
  const own = alcoholTemplate.sections.map((section) => ({ section, of: statements.filter((one) => one.section === section.key) })).filter(({ of }) => of.length > 0);
  const field = (name: string) => ({ name, value: typed.text(name), error: errors?.[name] });
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a href="#add">{words.add}</a></p>
      {own.map(({ section, of }) => (
        <section>
          <h2>{section.heading[language]}</h2>
          {of.map((one) => (
            <>
              <Blocks blocks={[statementBlock(language, one)]} linkOf={(path) => localized(language, path)} />
              {one.origin === 'staff' ? (
                <form method="post" action={localized(language, statementPaths.withdraw(one.slug))} class="step">
                  <Csrf frame={frame} />
                  <button class="button quiet" type="submit">{words.withdraw}<span class="hidden-text">{words.withdrawOf(one.text[language])}</span></button>
                </form>
              ) : null}
            </>
          ))}
        </section>
      ))}
      <h2 id="add">{words.add}</h2>
      <Form frame={frame} errors={errors} action={localized(language, statementPaths.list)} submit={words.submit}>
        <Select {...field('section')} label={words.section} empty="" options={alcoholTemplate.sections.map((one) => ({ value: one.key, label: one.heading[language] }))} />
        <Textarea {...field('text-en')} label={words.textEn} rows={3} lang="en" />
        <Textarea {...field('text-fr')} label={words.textFr} rows={3} lang="fr" />
        <TextInput {...field('source-en')} label={words.sourceEn} hint={words.sourceHint} />
        <TextInput {...field('source-fr')} label={words.sourceFr} hint={words.sourceHint} />
        <TextInput {...field('url')} label={words.url} inputmode="url" />
        <Radios {...field('strength')} label={words.strength} options={strengths.map((one) => ({ value: one, label: marks.strengths[one], hint: marks.meanings[one] }))} />
        <Select {...field('guidance')} label={words.guidance} empty={words.noGuidance} options={guidances.map((one) => ({ value: one, label: marks.guidances[one] }))} />
      </Form>
    </StaffLayout>
  );
}
