import type { Milestone, Priority } from '#app/modules/plan/index.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import type { DoneAbout } from '../consultation/done.ts';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import { numberThemes, type Theme } from './rules.ts';
import { themeWords } from './words.ts';

export type ThemeProps = {
  frame: PageFrame; consultation: Consultation; theme: Theme; themes: readonly Theme[]; done: readonly DoneAbout[]; priorities: readonly Priority[]; milestones: readonly Milestone[];
  typed: ReadonlyMap<string, string>; errors?: FieldErrors;
};

/** One theme: its names, merging, and what was done about it. */
export function ThemePage(props: ThemeProps) {
  const { frame, consultation, theme, themes, typed, errors = {} } = props;
  const { language } = frame;
  const words = themeWords[language];
  const target = themes.find((one) => one.id === theme.mergedInto);
  const value = (name: 'name-en' | 'name-fr', own: string) => typed.get(name) ?? own;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }, { path: voicePaths.themes(consultation.slug), label: words.title }]} />
      <h1>{theme.name[language]}</h1>
      <ErrorSummary language={language} errors={errors} />
      {target ? (
        <form method="post" action={localized(language, voicePaths.themeVerb(theme.id, 'unmerge'))} class="inset">
          <Csrf frame={frame} />
          <p>{words.merged} {words.mergedInto(target.name[language])}.</p>
          <button class="button quiet" type="submit">{words.unmerge}</button>
        </form>
      ) : <Answers {...props} />}
      <section class="band">
        <h2>{words.rename}</h2>
        <form method="post" action={localized(language, voicePaths.themeVerb(theme.id, 'name'))} novalidate>
          <Csrf frame={frame} />
          <p class="hint">{words.renameHint}</p>
          <div class="pair">
            <TextInput name="name-en" label={words.nameEn} value={value('name-en', theme.name.en)} error={errors['name-en']} maxlength={120} />
            <TextInput name="name-fr" label={words.nameFr} value={value('name-fr', theme.name.fr)} error={errors['name-fr']} maxlength={120} />
          </div>
          <button class="button quiet" type="submit">{words.rename}</button>
        </form>
        {theme.earlier.length > 0 ? <p class="small">{words.earlier}{colon(language)}{theme.earlier.map((name) => name[language]).join('; ')}</p> : null}
      </section>
      {target ? null : (
        <section class="band">
          <h2>{words.merge}</h2>
          <p>{words.mergeLead}</p>
          <form method="post" action={localized(language, voicePaths.themeVerb(theme.id, 'merge'))} novalidate>
            <Csrf frame={frame} />
            <Select name="into" label={words.into} empty={words.choose} value={typed.get('into')} error={errors.into} options={numberThemes(themes).filter((one) => one.id !== theme.id).map((one) => ({ value: one.id, label: one.name[language] }))} />
            <button class="button quiet" type="submit">{words.merge}</button>
          </form>
        </section>
      )}
    </StaffLayout>
  );
}

function Answers({ frame, theme, done, priorities, milestones, typed, errors = {} }: ThemeProps) {
  const { language } = frame;
  const words = themeWords[language];
  return (
    <section class="band">
      <h2>{words.done}</h2>
      <p>{words.doneLead}</p>
      {done.length === 0 ? <p>{words.noAnswer}</p> : null}
      <ul class="plain">
        {done.map((one) => (
          <li>
            <form method="post" action={localized(language, voicePaths.removeAnswer(theme.id, one.id))}>
              <Csrf frame={frame} />
              {words.kinds[one.kind]}{colon(language)}<b>{one.title?.[language] ?? one.target}</b> {one.words?.[language]}{' '}
              <button class="button link" type="submit">{words.remove}<span class="hidden-text"> {one.title?.[language] ?? one.target ?? one.words?.[language]}</span></button>
            </form>
          </li>
        ))}
      </ul>
      <h3>{words.answer}</h3>
      <form method="post" action={localized(language, voicePaths.themeVerb(theme.id, 'answers'))} novalidate>
        <Csrf frame={frame} />
        <Radios name="kind" label={words.kind} value={typed.get('kind')} error={errors.kind} options={(['priority', 'milestone', 'issue', 'no'] as const).map((kind) => ({ value: kind, label: words.kinds[kind] }))} />
        <Select name="priority" label={words.priority} empty={words.choose} value={typed.get('priority')} error={errors.priority} options={priorities.map((one) => ({ value: one.slug, label: one.title[language] }))} />
        <Select name="milestone" label={words.milestone} empty={words.choose} value={typed.get('milestone')} error={errors.milestone} options={milestones.map((one) => ({ value: one.slug, label: one.title[language] }))} />
        <TextInput name="reference" width="short" label={words.reference} value={typed.get('reference')} error={errors.reference} />
        <p class="hint">{words.wordsHint}</p>
        <div class="pair">
          <Textarea name="words-en" rows={3} lang="en" label={words.wordsEn} value={typed.get('words-en')} error={errors['words-en']} />
          <Textarea name="words-fr" rows={3} lang="fr" label={words.wordsFr} value={typed.get('words-fr')} error={errors['words-fr']} />
        </div>
        <button class="button" type="submit">{words.answer}</button>
      </form>
    </section>
  );
}
