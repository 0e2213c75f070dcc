import { columnTypes } from '#app/community-pack/dataset-schema.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { FileInput } from '#app/ui/components/file-input.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { datasetPaths } from './paths.ts';
import type { Dataset } from './queries.ts';
import { type ColumnPart, countColumns, partField, type Typed } from './schema-form.ts';
import { schemaWords } from './schema-words.ts';
import { datasetWords } from './words.ts';

type Props = { frame: PageFrame; dataset?: Dataset | undefined; typed: Typed; errors?: FieldErrors | undefined };

/** A schema, written in a form of as many columns as are asked for, or taken from a file. */
export function SchemaPage({ frame, dataset, typed, errors = {} }: Props) {
  const { language } = frame;
  const words = schemaWords[language];
  const at = (path: string) => localized(language, path);
  const input = (name: string, label: string, hint?: string) => <TextInput name={name} label={label} hint={hint} value={typed[name]} error={errors[name]} />;
  const count = countColumns(typed);
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(dataset ? datasetPaths.dataset(dataset.slug) : datasetPaths.datasets)}>{dataset ? datasetWords[language].backToOne(dataset.name[language]) : datasetWords[language].backToAll}</a></p>
      <h1>{dataset ? words.newVersion(dataset.name[language]) : words.newTitle}</h1>
      <p class="lead">{words.lead}</p>
      <ErrorSummary language={language} errors={errors} />
      <form method="post" action={at(dataset ? datasetPaths.newSchema(dataset.slug) : datasetPaths.newDataset)} novalidate>
        <Csrf frame={frame} />
        {dataset ? <>{input('why-en', words.whyEn)}{input('why-fr', words.whyFr)}<input type="hidden" name="name-en" value={dataset.name.en} /><input type="hidden" name="name-fr" value={dataset.name.fr} /><input type="hidden" name="text-en" value={dataset.text.en} /><input type="hidden" name="text-fr" value={dataset.text.fr} /></>
          : <>{input('id', words.id, words.idHint)}{input('name-en', words.nameEn)}{input('name-fr', words.nameFr)}{input('text-en', words.textEn)}{input('text-fr', words.textFr)}</>}
        {input('row-en', words.rowEn, words.rowHint)}{input('row-fr', words.rowFr)}
        <p>{words.emptyColumn}</p>
        {Array.from({ length: count }, (_, index) => <ColumnFields frame={frame} index={index} typed={typed} errors={errors} />)}
        <input type="hidden" name="count" value={String(count)} />
        <div class="buttons">
          <button class="button" type="submit">{words.save}</button>
          <button class="button quiet" type="submit" name="more" value="yes">{words.more}</button>
        </div>
      </form>
      <h2>{words.fileTitle}</h2>
      <p>{words.fileLead}</p>
      <Form frame={frame} action={at(datasetPaths.schemaFile)} submit={words.uploadFile} hidden={dataset ? [['of', dataset.slug]] : []} files>
        <FileInput name="schema" label={words.file} accept=".yaml,.yml,.json" error={errors.schema} />
      </Form>
    </StaffLayout>
  );
}

function ColumnFields({ frame, index, typed, errors }: { frame: PageFrame; index: number; typed: Typed; errors: FieldErrors }) {
  const words = schemaWords[frame.language];
  const field = (part: ColumnPart) => ({ name: partField(index, part), value: typed[partField(index, part)], error: errors[partField(index, part)] });
  // A column that was never posted begins as one that must be filled in.
  const fresh = typed[partField(index, 'name')] === undefined;
  const ticked = (part: 'required' | 'key', label: string) => (
    <div class="choice">
      <input type="checkbox" id={partField(index, part)} name={partField(index, part)} value="yes" checked={typed[partField(index, part)] === 'yes' || (part === 'required' && fresh)} aria-describedby={errors[partField(index, part)] ? `${partField(index, part)}-error` : undefined} />
      <div><label for={partField(index, part)}>{label}</label>{errors[partField(index, part)] ? <p class="error-text" id={`${partField(index, part)}-error`}>{errors[partField(index, part)]}</p> : null}</div>
    </div>
  );
  return (
    <fieldset class="panel">
      <legend><b>{words.columnOf(index + 1)}</b></legend>
      <TextInput {...field('name')} label={words.name} hint={words.nameHint} width="medium" />
      <TextInput {...field('en')} label={words.labelEn} /><TextInput {...field('fr')} label={words.labelFr} />
      <Select {...field('type')} label={words.type} options={columnTypes.map((value) => ({ value, label: datasetWords[frame.language].types[value] ?? value }))} />
      <Textarea {...field('codes')} label={words.codes} hint={words.codesHint} rows={3} />
      <TextInput {...field('from')} label={words.from} width="short" inputmode="numeric" /><TextInput {...field('to')} label={words.to} width="short" inputmode="numeric" />
      {ticked('required', words.required)}{ticked('key', words.key)}
    </fieldset>
  );
}
