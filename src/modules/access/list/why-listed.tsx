import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate } from '#app/ui/format.ts';
import { stayWords } from '../stay/words.ts';
import type { Standing } from './queries.ts';

/** Why somebody is or is not on a list: each condition with yes or no, in the words of the function that decides it. */
export function WhyListed({ language, standing }: { language: Language; standing: Standing }) {
  const words = stayWords[language];
  const { conditions } = words;
  const heard = standing.lastActivity === null ? conditions.never : (standing.active ? conditions.active : conditions.inactive)(formatDate(language, standing.lastActivity), standing.inactiveAfter);
  const lines: [boolean, string | undefined][] = [
    [standing.consented, standing.consented ? conditions.consent : conditions.consentMissing],
    [standing.whereabouts === 'homeless', standing.whereabouts === 'homeless' ? conditions.homeless : words.whereabouts[standing.whereabouts]],
    [standing.active, heard],
  ];
  return (
    <section class="panel">
      <h2>{standing.name[language]}</h2>
      <p><b>{standing.onList ? words.onList : words.offList}</b>. {words.state}{colon(language)}{standing.state ? `${words.states[standing.state]} ${words.since} ${standing.since ? formatDate(language, standing.since) : ''}` : words.noState}.</p>
      <ul>{lines.map(([holds, text]) => <li><b>{holds ? words.yes : words.no}</b>{colon(language)}{text}</li>)}</ul>
    </section>
  );
}
