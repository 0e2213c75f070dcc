import { type FieldErrors, Radios, Select } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { dateOrders } from './cells.ts';
import { type FileKind, fieldsOf, fileKinds, mappedWords, requiredOf, type WordField, wordFields } from './fields.ts';
import { columnField, type Headers, type Mapping, wordField } from './mapping.ts';
import { exchangePaths } from './paths.ts';
import type { Import, Provider } from './queries.ts';
import { exchangeWords } from './words.ts';

type Props = { frame: PageFrame; one: Import; headers: Headers; mapping: Mapping; found: Readonly<Record<WordField, readonly string[]>>; providers: readonly Provider[]; errors?: FieldErrors | undefined };

/** Which column is which of our fields, and what the words under them mean. */
export function MappingPage(props: Props) {
  const { frame, headers, mapping, found, errors } = props;
  const words = exchangeWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(frame.language, exchangePaths.exchange)}>{words.back}</a></p>
      <h1>{words.mappingTitle}</h1>
      <p class="lead">{words.mappingLead}</p>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Radios name="dates" label={words.dates} value={mapping.dates} options={dateOrders.map((value) => ({ value, label: words.dateOrders[value] }))} />
        {fileKinds.map((kind) => (headers[kind] ? <Columns {...props} kind={kind} /> : null))}
        {wordFields.some((field) => found[field].length > 0) ? <><h2>{words.wordsTitle}</h2><p>{words.wordsLead}</p></> : null}
        {wordFields.map((field) => <WordsOf {...props} field={field} />)}
      </Form>
    </StaffLayout>
  );
}

function Columns({ frame, headers, mapping, errors, kind }: Props & { kind: FileKind }) {
  const words = exchangeWords[frame.language];
  const there = headers[kind] ?? [];
  const options = there.flatMap((heading, index) => (heading === '' ? [] : [{ value: String(index), label: heading }]));
  return (
    <>
      <h2>{words.mappingOf[kind]}</h2>
      {fieldsOf[kind].map((field) => {
          const name = columnField(kind, field);
          const label = requiredOf[kind].includes(field) ? `${words.fields[field]} (${words.needed})` : words.fields[field];
          return <Select name={name} label={label} empty={words.notThere} options={options} value={String(there.indexOf(mapping[kind][field] ?? ''))} error={errors?.[name]} />;
      })}
    </>
  );
}

function WordsOf({ frame, mapping, found, providers, field }: Props & { field: WordField }) {
  const { language } = frame;
  const words = exchangeWords[language];
  if (found[field].length === 0) return null;
  const codes = mappedWords[field].map((value) => ({ value: String(value), label: words.code[value] ?? value }));
  const options = field === 'consentTo' ? [...providers.map(({ id, name }) => ({ value: id, label: name[language] })), ...codes] : codes;
  return (
    <>
      <h3>{words.wordsOf[field]}</h3>
      {found[field].map((word, index) => <Select name={wordField(field, index)} label={word} empty={words.undecided} options={options} value={mapping.words[field][word] ?? ''} />)}
    </>
  );
}
