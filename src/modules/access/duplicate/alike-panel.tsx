import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { accessPaths } from '../paths.ts';
import { personWords } from '../person/words.ts';
import type { Question } from './ask.ts';
import { tellEvidence } from './evidence.tsx';
import { duplicateWords } from './words.ts';

/** Before somebody is entered: who she could be, and why, field by field. */
export function AlikePanel({ frame: { language }, question }: { frame: PageFrame; question: Question }) {
  const words = duplicateWords[language];
  const at = (path: string) => localized(language, path);
  const agency = (id: string) => question.agencies.find((one) => one.id === id)?.name[language] ?? '';
  return (
    <section class="panel" aria-labelledby="alike" role="status">
      <h2 id="alike">{words.asked}</h2>
      <p>{words.askedLead}</p>
      {question.alike.map((one) => (
        <article>
          <h3><a href={at(accessPaths.person(one.id))} target="_blank" rel="noopener">{one.givenName} {one.familyName}<span class="hidden-text"> {words.newTab}</span></a>{one.birthDate ? `, ${words.born(formatDate(language, one.birthDate))}` : ''}</h3>
          <ul>{one.fields.map((field) => <li>{words.fields[field.field]}{colon(language)}{tellEvidence(language, field)}</li>)}</ul>
        </article>
      ))}
      {question.elsewhere.length > 0 ? (
        <>
          <p>{words.elsewhere}</p>
          <ul>{question.elsewhere.map((match) => <li>{personWords[language].elsewhereLine(match.initials, match.birthYear, agency(match.agency))}</li>)}</ul>
        </>
      ) : null}
      <p class="go"><button class="button" type="submit">{words.noneOfThese}</button></p>
    </section>
  );
}
