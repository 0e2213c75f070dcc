import { type FieldErrors, Radios, Select } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { dateOrders } from '#app/ui/file-cells.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Mapping } from './judge.ts';
import { columnField } from './mapping.ts';
import { datasetPaths } from './paths.ts';
import type { Dataset, SchemaVersion, Version } from './queries.ts';
import { datasetWords } from './words.ts';

type Props = { frame: PageFrame; dataset: Dataset; version: Version; schema: SchemaVersion; mapping: Mapping; errors?: FieldErrors | undefined };

/** Which heading of the file is which column of the schema. */
export function MappingPage({ frame, dataset, schema, version, mapping, errors }: Props) {
  const { language } = frame;
  const words = datasetWords[language];
  const options = version.headers.flatMap((heading, index) => (heading === '' ? [] : [{ value: String(index), label: heading }]));
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, datasetPaths.dataset(dataset.slug))}>{words.backToOne(dataset.name[language])}</a></p>
      <h1>{words.mappingTitle}</h1>
      <p class="lead">{words.mappingLead}</p>
      <Form frame={frame} errors={errors} submit={words.save}>
        {schema.columns.map((column) => (
          <Select name={columnField(column.name)} label={`${column.label[language]} (${words.types[column.type]}, ${column.required ? words.needed : words.notNeeded})`} empty={words.notThere} options={options}
            value={String(version.headers.indexOf(mapping.columns[column.name] ?? ''))} error={errors?.[columnField(column.name)]} />
        ))}
        {schema.columns.some(({ type }) => type === 'date' || type === 'month') ? <Radios name="dates" label={words.dates} value={mapping.dates} options={dateOrders.map((value) => ({ value, label: words.dateOrders[value] }))} /> : null}
      </Form>
    </StaffLayout>
  );
}
