import type { Profile } from '#app/methods/matching/service-rules.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { localized } from '#app/ui/page-frame.ts';
import { fitTexts } from '../directory/fit-text.ts';
import { type Names, questionText, reasonText } from '../directory/reason-text.ts';
import { RoomTag } from '../directory/marks.tsx';
import type { CapacityCode } from '../directory/offer.ts';
import type { Fitted } from './choose.ts';
import { chooseWords } from './choose-words.ts';
import { referralPaths } from './paths.ts';
import { referralWords } from './words.ts';

export type FittedNames = Names & { readonly needs: ReadonlyMap<string, Bilingual> };
type Props = { language: Language; person: string; previous: string | undefined; profile: Profile; names: FittedNames; one: Fitted };

/** A service with why it fits, why not, and what to ask; its name leads to the form unless something stands against it. */
export function FittedCard({ language, person, previous, profile, names, one: { line, rules, explanation, choice } }: Props) {
  const [words, more] = [referralWords[language], chooseWords[language]];
  const barriers = choice?.barriers ?? [];
  const barred = barriers.find((barrier) => barrier === 'struck-out' || barrier === 'open-already' || barrier === 'no-address');
  const capacity: CapacityCode | null = line.capacity;
  const name = line.name[language];
  return (
    <li class="issue">
      <h3 class="card-title">{barred === 'struck-out' ? <s>{name}</s> : barred ? name : <a href={`${localized(language, referralPaths.form(person, line.id))}${previous ? `?previous=${previous}` : ''}`}>{name}</a>}</h3>
      <p class="small">{line.organizationName[language]}</p>
      {barred ? <p><b>{words.barriers[barred]}</b></p> : null}
      <Reasons label={more.why} texts={fitTexts(language, rules, profile, explanation, names)} />
      <Reasons label={more.whyNot} texts={explanation.failed.map((reason) => reasonText(language, reason, names))} />
      <Reasons label={more.ask} texts={explanation.ask.map((reason) => questionText(language, reason, names))} />
      <footer>
        {capacity ? <RoomTag language={language} code={capacity} /> : <span>{words.capacityUnknown}</span>}
        {barriers.includes('no-consent') && !barred ? <span>{more.consent}</span> : null}
      </footer>
    </li>
  );
}

function Reasons({ label, texts }: { label: string; texts: readonly string[] }) {
  const all = [...new Set(texts)];
  return all.length > 0 ? <p class="small"><b>{label}</b><br />{all.join(' ')}</p> : null;
}
