import type { Form as Posted } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { assessmentPaths } from '../assessment/paths.ts';
import { accessPaths } from '../paths.ts';
import { nameOf } from '../person/list-page.tsx';
import type { PersonLine } from '../person/queries.ts';
import { stayPaths } from '../stay/paths.ts';
import { householdPaths } from './paths.ts';
import { type Member, relations } from './queries.ts';
import { householdWords } from './words.ts';

type Props = { frame: PageFrame; person: string; members: readonly Member[]; known: readonly PersonLine[]; writes: boolean; typed: Posted; errors?: FieldErrors | undefined; today: string };

/** With whom somebody lives, what is next for each of them, and who else belongs to them. */
export function HouseholdPage({ frame, person, members, known, writes, typed, errors, today }: Props) {
  const { language } = frame;
  const words = householdWords[language];
  const [now, before] = [members.filter((one) => one.to === null), members.filter((one) => one.to !== null)];
  const begins = !now.some((one) => one.person === person);
  const kinds = relations.map((value) => ({ value, label: words.relations[value] }));
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, accessPaths.person(person))}>{words.back}</a></p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {members.length === 0 ? <p>{words.none}</p> : null}
      {now.length > 0 ? <><h2>{words.now}</h2><Members frame={frame} person={person} members={now} acts /></> : null}
      {before.length > 0 ? <><h2>{words.before}</h2><Members frame={frame} person={person} members={before} /></> : null}
      <p class="hint">{words.unseen}</p>
      {writes ? (
        <>
          <h2>{begins ? words.begin : words.add}</h2>
          <p>{words.addLead}</p>
          <Form frame={frame} errors={errors} submit={begins ? words.begin : words.save}>
            {begins ? <Select name="own" label={words.own} hint={words.ownHint} empty="" options={kinds} value={typed.text('own')} error={errors?.own} /> : null}
            <Select name="known" label={`${words.known}${words.optional}`} hint={words.knownHint} empty="" value={typed.text('known')} error={errors?.known}
              options={known.map((one) => ({ value: one.id, label: `${nameOf(one, language)}${one.birthDate ? `, ${formatDate(language, one.birthDate)}` : ''}` }))} />
            <fieldset>
              <legend>{words.fresh}</legend>
              <TextInput name="given" label={words.given} width="medium" autocomplete="off" value={typed.text('given')} error={errors?.given} />
              <TextInput name="family" label={words.family} width="medium" autocomplete="off" value={typed.text('family')} error={errors?.family} />
              <TextInput name="birth" label={`${words.birth}${words.optional}`} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('birth')} error={errors?.birth} />
            </fieldset>
            <Select name="relation" label={words.relation} empty="" options={kinds} value={typed.text('relation')} error={errors?.relation} />
            <TextInput name="from" label={words.since} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('from') || today} error={errors?.from} />
          </Form>
        </>
      ) : null}
    </StaffLayout>
  );
}

function Members({ frame, person, members, acts }: { frame: PageFrame; person: string; members: readonly Member[]; acts?: boolean }) {
  const { language } = frame;
  const words = householdWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.relation}</th><th scope="col">{words.from}</th>{acts ? <><th scope="col">{words.done}</th><th scope="col">{words.change}</th></> : <th scope="col">{words.to}</th>}</tr></thead>
      <tbody>
        {members.map((one) => {
          const name = memberName(one, language);
          const link = (path: string, label: string) => <li><a href={at(path)}>{label}<span class="hidden-text"> ({name})</span></a></li>;
          return (
            <tr>
              <th scope="row">{one.person === person ? <>{name} <span class="hint">({words.self})</span></> : <a href={at(accessPaths.person(one.person))}>{name}</a>}</th>
              <td data-label={words.relation}>{words.relations[one.relation]}</td>
              <td data-label={words.from}>{formatDate(language, one.from)}</td>
              {acts ? (
                <>
                  <td>{one.writes ? <ul class="inline">{link(accessPaths.consentNew(one.person), words.consent)}{link(assessmentPaths.begin(one.person, 'needs'), words.needsForm)}{link(stayPaths.stays(one.person), words.stays)}</ul> : null}</td>
                  <td>{one.writes ? <form method="post" action={at(householdPaths.leave(person, one.member))}><Csrf frame={frame} /><button class="button link" type="submit">{words.leaves}<span class="hidden-text"> ({name})</span></button></form> : null}</td>
                </>
              ) : <td data-label={words.to}>{one.to ? formatDate(language, one.to) : ''}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

/** What a member is called. */
export function memberName(one: Pick<Member, 'person' | 'givenName' | 'familyName'>, language: Language): string {
  return nameOf({ id: one.person, anonymous: one.givenName === null, givenName: one.givenName, familyName: one.familyName }, language);
}

/** One line that says with whom somebody lives; nothing where she lives with nobody known. */
export function HouseholdLine({ language, members }: { language: Language; members: readonly Pick<Member, 'person' | 'givenName' | 'familyName' | 'relation'>[] }) {
  const words = householdWords[language];
  if (members.length < 2) return null;
  const names = members.map((one) => (one.relation === 'head' ? words.headMark(memberName(one, language)) : memberName(one, language)));
  return <>{words.line(names.join(', '))}</>;
}
