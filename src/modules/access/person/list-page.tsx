import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { householdPaths } from '../household/paths.ts';
import { householdWords } from '../household/words.ts';
import { accessPaths } from '../paths.ts';
import type { AgencyLine, Elsewhere, PersonLine } from './queries.ts';
import { personWords } from './words.ts';

type Props = { frame: PageFrame; typed: Posted; errors?: FieldErrors | undefined; people: readonly PersonLine[]; sought: boolean; elsewhere: readonly Elsewhere[]; agencies: readonly AgencyLine[]; mayEnter: boolean };

/** The people of a worker, and the search that comes before a new record. */
export function PersonsPage({ frame, typed, errors, people, sought, elsewhere, agencies, mayEnter }: Props) {
  const words = personWords[frame.language];
  const agency = (id: string) => agencies.find((one) => one.id === id)?.name[frame.language] ?? '';
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {mayEnter ? <p><a class="button" href={localized(frame.language, accessPaths.enter)}>{words.enter}</a> <a class="button quiet" href={localized(frame.language, householdPaths.enter)}>{householdWords[frame.language].enter}</a></p> : null}
      <h2>{words.searchTitle}</h2>
      <p>{words.searchLead}</p>
      <Form frame={frame} errors={errors} action={localized(frame.language, accessPaths.search)} submit={words.search}>
        <TextInput name="given" label={words.given} width="medium" autocomplete="off" value={typed.text('given')} error={errors?.given} />
        <TextInput name="family" label={words.family} width="medium" autocomplete="off" value={typed.text('family')} error={errors?.family} />
        <TextInput name="birth" label={words.birth} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('birth')} error={errors?.birth} />
      </Form>
      <h2>{sought ? words.found : words.mine}</h2>
      {people.length === 0 ? <p>{sought ? words.none : words.nobody}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.born}</th><th scope="col">{words.agency}</th></tr></thead>
          <tbody>
            {people.map((person) => (
              <tr>
                <td><a href={localized(frame.language, accessPaths.person(person.id))}>{nameOf(person, frame.language)}</a>{person.demonstration ? ` ${words.demoMark}` : ''}{person.state === 'merged' ? <><br /><span class="hint">{words.mergedMark}</span></> : null}</td>
                <td data-label={words.born}>{person.birthDate ? formatDate(frame.language, person.birthDate) : '–'}</td>
                <td data-label={words.agency}>{agency(person.agency)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {elsewhere.length > 0 ? (
        <>
          <h2>{words.elsewhere}</h2>
          <ul>
            {elsewhere.map((match) => (
              <li>{words.elsewhereLine(match.initials, match.birthYear, agency(match.agency))} <a href={`${localized(frame.language, accessPaths.glassNew)}?record=${match.person}`}>{words.glass}</a></li>
            ))}
          </ul>
        </>
      ) : null}
    </StaffLayout>
  );
}

/** How a list calls somebody; an anonymous person by the end of her random number. */
export function nameOf(person: Pick<PersonLine, 'id' | 'anonymous' | 'givenName' | 'familyName'>, language: 'en' | 'fr'): string {
  const words = personWords[language];
  if (person.givenName !== null) return `${person.givenName} ${person.familyName ?? ''}`.trim();
  return `${person.anonymous ? words.anonymousName : words.unnamed} ${person.id.slice(-6)}`;
}
