import type { Language } from '#app/platform/language/language.ts';
import { colon } from '#app/ui/format.ts';
import { officeEventWords } from '../event/office-words.ts';
import type { NeedTotal } from './queries.ts';
import { registrationWords } from './words.ts';

/** Needs in totals, with the words that were given for them; no name stands near. */
export function NeedList({ language, needs }: { language: Language; needs: readonly NeedTotal[] }) {
  const words = registrationWords[language];
  const names: Readonly<Record<string, string>> = words.needNames;
  if (needs.length === 0) return <p>{officeEventWords[language].noNeeds}</p>;
  return (
    <ul>
      {needs.map(({ need, amount, notes }) => (
        <li><b>{names[need] ?? need}</b>{colon(language)}{amount}{notes.length > 0 ? <ul>{notes.map((note) => <li>{note}</li>)}</ul> : null}</li>
      ))}
    </ul>
  );
}
