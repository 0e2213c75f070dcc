import type { Recomputed } from '#app/methods/priority/decision.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { memberName } from '../household/show-page.tsx';
import { findField } from '../priority/fields.ts';
import { priorityWords } from '../priority/words.ts';
import { vacancyPaths } from './paths.ts';
import type { Behind, Kept, Vacancy } from './queries.ts';
import { vacancyWords } from './words.ts';

/** The vacancies that an agency gave or offers. */
export function VacanciesPage({ frame, vacancies }: { frame: PageFrame; vacancies: readonly Vacancy[] }) {
  const { language } = frame;
  const words = vacancyWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a class="button" href={localized(language, vacancyPaths.enter)}>{words.enter}</a></p>
      {vacancies.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.state}</th><th scope="col">{words.list}</th><th scope="col">{words.available}</th></tr></thead>
          <tbody>{vacancies.map((one) => (
            <tr><th scope="row"><a href={localized(language, vacancyPaths.show(one.id))}>{one.name}</a></th><td data-label={words.state}>{words.states[one.state]}</td><td data-label={words.list}>{one.listName[language]}</td><td data-label={words.available}>{formatDate(language, one.availableOn)}</td></tr>
          ))}</tbody>
        </table>
      )}
    </StaffLayout>
  );
}

/** What somebody behind a token is called; who is closed to the reader has no name. */
export function behindName(language: Language, one: Behind | undefined): string {
  return !one || one.closed ? vacancyWords[language].closed : memberName({ person: one.person ?? '', givenName: one.givenName ?? null, familyName: one.familyName ?? null }, language);
}

/** A kept decision, and what making it again found. */
export function DecisionPage({ frame, vacancy, kept, again }: { frame: PageFrame; vacancy: Vacancy; kept: Kept; again: Recomputed | undefined }) {
  const { language } = frame;
  const words = vacancyWords[language];
  const colon = language === 'fr' ? ' : ' : ': ';
  const nameFor = (token: string) => behindName(language, kept.people.find((behind) => behind.token === token));
  const changeText = (path: string) => {
    const [kind = '', token = '', , field] = path.split('.');
    const fact = field === undefined ? undefined : (findField(field)?.label[language] ?? field);
    return kind === 'people' ? `${nameFor(token)}${fact ? `${colon}${fact}` : ''}` : (words.inputs[kind] ?? path);
  };
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, vacancyPaths.show(vacancy.id))}>{vacancy.name}</a></p>
      <h1>{words.decision}</h1>
      <p class="lead">{words.decisionLead}</p>
      <ul>
        <li>{words.made}{colon}{formatMoment(language, new Date(kept.madeAt), frame.site.timeZone)}</li>
        <li>{words.ruleVersion}{colon}{priorityWords[language].version(Number(kept.inputs.ruleSet.version))}</li>
        <li>{words.ofPeople(kept.order.length, kept.inputs.people.length)}</li>
        <li>{words.commitment}{colon}<code class="break">{vacancy.commitment}</code></li>
      </ul>
      {again ? (
        <div class="panel" role="status">
          <p><b>{again.equal ? words.equal : words.unequal}</b></p>
          {again.changed.length > 0 ? <><p>{words.changed}{colon}</p><ul>{again.changed.map((path) => <li>{changeText(path)} <code class="break">{path}</code></li>)}</ul></> : null}
        </div>
      ) : null}
      <form method="post"><Csrf frame={frame} /><button class="button" type="submit">{words.again}</button></form>
    </StaffLayout>
  );
}
