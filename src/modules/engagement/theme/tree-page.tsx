import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import { numberThemes, type Theme } from './rules.ts';
import { themeWords } from './words.ts';

type Props = { frame: PageFrame; consultation: Consultation; themes: readonly Theme[]; answered: ReadonlyMap<string, number>; typed: ReadonlyMap<string, string>; errors?: FieldErrors };

/** The tree of themes of a consultation, and a form for one more. */
export function ThemesPage({ frame, consultation, themes, answered, typed, errors = {} }: Props) {
  const { language } = frame;
  const words = themeWords[language];
  const numbered = numberThemes(themes);
  const merged = themes.filter((theme) => theme.mergedInto !== null);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }]} />
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {numbered.length === 0 ? <p>{words.none}</p> : (
        <table>
          <caption class="hidden-text">{words.caption}</caption>
          <thead><tr><th scope="col">{words.number}</th><th scope="col">{words.theme}</th><th scope="col">{words.answers}</th></tr></thead>
          <tbody>{numbered.map((theme) => <tr><td class="n">{theme.number}</td><th scope="row"><a class={theme.depth === 1 ? 'under' : undefined} href={localized(language, voicePaths.theme(theme.id))}>{theme.name[language]}</a></th><td class="n">{answered.get(theme.id) ?? 0}</td></tr>)}</tbody>
        </table>
      )}
      {merged.length > 0 ? <><h2>{words.merged}</h2><ul>{merged.map((theme) => <li><a href={localized(language, voicePaths.theme(theme.id))}>{theme.name[language]}</a>, {words.mergedInto(themes.find((one) => one.id === theme.mergedInto)?.name[language] ?? '')}</li>)}</ul></> : null}
      <section class="band">
        <h2>{words.add}</h2>
        <Form frame={frame} errors={errors} submit={words.save}>
          <div class="pair">
            <TextInput name="name-en" label={words.nameEn} value={typed.get('name-en')} error={errors['name-en']} maxlength={120} />
            <TextInput name="name-fr" label={words.nameFr} value={typed.get('name-fr')} error={errors['name-fr']} maxlength={120} />
          </div>
          <Select name="parent" label={words.parent} empty={words.top} value={typed.get('parent')} options={numbered.filter((theme) => theme.depth === 0).map((theme) => ({ value: theme.id, label: theme.name[language] }))} />
        </Form>
      </section>
    </StaffLayout>
  );
}
