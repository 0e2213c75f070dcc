import type { Child } from 'hono/jsx';
import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate } from '#app/ui/format.ts';
import type { Compared, Likeness } from './compare.ts';
import { duplicateWords } from './words.ts';

type Column = { readonly title: string; readonly record: Omit<Compared, 'id'> };
const rows = [['givenName', 'givenName'], ['surname', 'familyName'], ['dateOfBirth', 'birthDate'], ['suburb', 'municipality'], ['postcode', 'postcode'], ['phone', 'phone'], ['email', 'email']] as const;

/** Field by field, two records and what each field says, in words. */
export function Evidence({ language, fields, columns, last }: { language: Language; fields: Likeness['fields']; columns: readonly [Column, Column]; last?: readonly Child[] }) {
  const words = duplicateWords[language];
  const shown = (name: (typeof rows)[number][1], record: Column['record']) => (name === 'birthDate' ? (record.birthDate ? formatDate(language, record.birthDate) : '') : (record[name] ?? ''));
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.field}</th>{columns.map(({ title }) => <th scope="col">{title}</th>)}<th scope="col">{words.says}</th></tr></thead>
      <tbody>
        {rows.map(([field, name]) => {
          const values = columns.map(({ record }) => shown(name, record));
          const said = fields.find((one) => one.field === field);
          if (values.every((value) => value === '')) return null;
          return <tr><th scope="row">{words.fields[field]}</th>{values.map((value, index) => <td data-label={columns[index]?.title}>{value === '' ? '–' : value}</td>)}<td>{said ? tellEvidence(language, said) : ''}</td></tr>;
        })}
        {last ? <tr><th scope="row">{last[0]}</th>{last.slice(1).map((cell, index) => <td data-label={columns[index]?.title}>{cell}</td>)}<td></td></tr> : null}
      </tbody>
    </table>
  );
}

/** A field's agreement and weight as a sentence: each six bits of weight multiply the odds by sixty-four. */
export function tellEvidence(language: Language, { agreement, weight }: Likeness['fields'][number]): string {
  const words = duplicateWords[language];
  const power = weight >= 6 ? 'strong' : weight >= 1.5 ? 'for' : weight > -1.5 ? 'little' : weight > -6 ? 'against' : 'strongAgainst';
  return `${words.agreements[agreement] ?? agreement}${colon(language)}${words.weights[power]}`;
}
