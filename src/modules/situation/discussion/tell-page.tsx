import type { Form as Posted } from '#app/platform/http/form.ts';
import { Form } from '#app/ui/components/form-page.tsx';
import { Checkboxes, type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Table } from '../agreement/queries.ts';
import { byCategory, type Code } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import { titleOf } from './agenda-page.tsx';
import type { Discussion, Told } from './queries.ts';
import { ageBands, kinds, sexes, stakes } from './rules.ts';
import { discussionWords } from './words.ts';

type Props = { frame: PageFrame; table: Table; discussion: Discussion; told: Told | undefined; codes: readonly Code[]; typed: Posted; errors?: FieldErrors | undefined };

/** What is told at filter 2: lists, and a few words in which nobody can be found. */
export function TellPage({ frame, table, discussion, told, codes, typed, errors }: Props) {
  const { language } = frame;
  const words = discussionWords[language];
  const posted = typed.entries().length > 0;
  const one = (name: string, known: string | undefined) => (posted ? typed.text(name) : (known ?? ''));
  const many = (name: string, known: readonly string[] = []) => (posted ? typed.list(name) : known);
  const choices = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) => values.map((value) => ({ value, label: names[value] }));
  const groups = (list: 'risk' | 'protective') => byCategory(codes, list).map(([category, items], index) => {
    const chosen = many(list, told?.codes);
    const unsure = items.some(({ confirmed }) => !confirmed);
    // The first group carries the error; the others are folded up unless something in them is chosen.
    return (
      <details class="group" open={index === 0 || items.some(({ slug }) => chosen.includes(slug))}>
        <summary>{category[language]}{unsure ? <span class="hint"> ({words.unconfirmed})</span> : null}</summary>
        <div class="choices">
          {items.map((item) => <div class="choice"><input type="checkbox" id={`${list}-${item.slug}`} name={list} value={item.slug} checked={chosen.includes(item.slug)} /><div><label for={`${list}-${item.slug}`}>{item.name[language]}</label></div></div>)}
        </div>
      </details>
    );
  });
  const flat = (list: 'flag' | 'affected') => byCategory(codes, list).flatMap(([, items]) => items.map((item) => ({ value: item.slug, label: item.name[language] })));
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: situationPaths.table(table.body), label: table.name[language] }, { path: situationPaths.discussion(discussion.id), label: titleOf(discussion, language) }]} />
      <h1>{words.tellTitle}</h1>
      <p class="inset">{words.noIdentity}</p>
      <Form frame={frame} errors={errors} submit={words.tellSubmit} hidden={[['from', discussion.state]]}>
        <Radios name="kind" label={words.kindQuestion} options={choices(kinds, words.kinds)} value={one('kind', told?.kind)} error={errors?.kind} />
        <Radios name="age" label={words.ageQuestion} options={choices(ageBands, words.ageBands)} value={one('age', told?.age_band)} error={errors?.age} />
        <Radios name="sex" label={words.sexQuestion} options={choices(sexes, words.sexes)} value={one('sex', told?.sex)} error={errors?.sex} />
        <Checkboxes name="stakes" label={words.stakesQuestion} options={choices(stakes, words.stakes)} values={many('stakes', told?.stakes)} />
        <fieldset id="risk" tabindex={-1} class={errors?.risk ? 'field bad' : 'field'} aria-describedby={errors?.risk ? 'risk-hint risk-error' : 'risk-hint'}>
          <legend>{words.riskQuestion}</legend>
          <p class="hint" id="risk-hint">{words.youthHint}</p>
          {errors?.risk ? <p class="error-text" id="risk-error">{errors.risk}</p> : null}
          {groups('risk')}
        </fieldset>
        <fieldset class="field"><legend>{words.protectiveQuestion}</legend>{groups('protective')}</fieldset>
        {flat('flag').length > 0 ? <Checkboxes name="flag" label={words.flagQuestion} options={flat('flag')} values={many('flag', told?.codes)} /> : null}
        {flat('affected').length > 0 ? <Checkboxes name="affected" label={words.affectedQuestion} options={flat('affected')} values={many('affected', told?.codes)} /> : null}
        <Textarea name="words" label={words.words} hint={words.wordsHint} rows={4} value={one('words', told?.words)} error={errors?.words} />
        <details open={errors?.reference !== undefined || errors?.secret !== undefined}>
          <summary>{words.returnTitle}</summary>
          <div class="panel">
            <p class="hint">{words.returnHint}</p>
            <TextInput name="reference" label={words.reference} autocomplete="off" width="medium" value={typed.text('reference')} error={errors?.reference} />
            <TextInput name="secret" type="password" label={words.secret} hint={words.secretHint} autocomplete="off" value={typed.text('secret')} error={errors?.secret} />
          </div>
        </details>
      </Form>
    </StaffLayout>
  );
}
