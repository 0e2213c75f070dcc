import type { Language } from '#app/platform/language/language.ts';
import { colon, formatNumber } from '#app/ui/format.ts';
import type { Column } from './schema.ts';
import type { SchemaVersion } from './queries.ts';
import { datasetWords } from './words.ts';

/** The columns of a schema in words. */
export function SchemaTable({ language, schema }: { language: Language; schema: SchemaVersion }) {
  const words = datasetWords[language];
  const range = ({ type, from, to, codes }: Column) => {
    const number = (value: number | undefined) => (value === undefined ? '' : formatNumber(language, value));
    if (type === 'code') return codes.map((one) => one[language]).join(', ');
    return from === undefined && to === undefined ? '' : words.range(number(from), number(to));
  };
  return (
    <>
      <p>{words.schemaVersion(schema.version)} {words.oneRow}{colon(language)}{schema.row[language]}.{schema.key.length === 0 ? ` ${words.noKey}` : ''}</p>
      <table class="stack">
        <thead><tr><th scope="col">{words.column}</th><th scope="col">{words.type}</th><th scope="col">{words.values}</th></tr></thead>
        <tbody>
          {schema.columns.map((column) => (
            <tr>
              <td>{column.label[language]} <code>{column.name}</code></td>
              <td>{words.types[column.type]}, {column.required ? words.needed : words.notNeeded}{schema.key.includes(column.name) ? `, ${words.keyColumn}` : ''}</td>
              <td>{range(column)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
