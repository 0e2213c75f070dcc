import { evidenceKinds, stayKinds } from '#app/methods/homelessness/stay.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Question } from '../duplicate/ask.ts';
import { stayWords } from '../stay/words.ts';
import { places } from './input.ts';
import { relations } from './queries.ts';
import { householdWords } from './words.ts';

/** Who a line of the form could be, of those already known. */
export type Asked = { readonly place: number; readonly name: string; readonly question: Question };
type Props = { frame: PageFrame; typed: Posted; errors?: FieldErrors | undefined; asked?: readonly Asked[] };

/** One telling for a whole household: people, where they stay, what they need. */
export function EnterPage({ frame, typed, errors, asked = [] }: Props) {
  const { language } = frame;
  const [words, stays] = [householdWords[language], stayWords[language]];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.enter}</h1>
      <p class="lead">{words.enterLead}</p>
      <Form frame={frame} errors={errors} submit={words.save2} hidden={asked.map(({ place, question }) => [`checked-${place}`, question.key])}>
        {asked.length > 0 ? <Questions frame={frame} typed={typed} asked={asked} errors={errors} /> : null}
        {places.map((place) => <PersonFields frame={frame} place={place} typed={typed} errors={errors} />)}
        <Radios name="language" label={words.language} inline options={[{ value: 'en', label: words.en }, { value: 'fr', label: words.fr }]} value={typed.text('language') || language} />
        <h2>{words.whereTitle}</h2>
        <p class="hint">{words.whereHint}</p>
        <Radios name="kind" label={`${stays.kindLabel}${words.optional}`} inline error={errors?.kind} value={typed.text('kind')} options={stayKinds.map((value) => ({ value, label: stays.kinds[value] }))} />
        <TextInput name="place" label={`${stays.placeLabel}${words.optional}`} hint={stays.placeHint} width="medium" autocomplete="off" value={typed.text('place')} error={errors?.place} />
        <TextInput name="start" label={stays.start} hint={stays.dateHint} width="short" autocomplete="off" value={typed.text('start')} error={errors?.start} />
        <TextInput name="end" label={`${stays.end}${words.optional}`} hint={stays.endHint} width="short" autocomplete="off" value={typed.text('end')} error={errors?.end} />
        <Radios name="evidence" label={stays.evidence} inline error={errors?.evidence} value={typed.text('evidence')} options={evidenceKinds.map((value) => ({ value, label: stays.evidences[value] }))} />
        <h2>{words.needsHead}</h2>
        <Textarea name="needs" label={`${words.needs}${words.optional}`} hint={words.needsHint} rows={4} value={typed.text('needs')} error={errors?.needs} />
      </Form>
    </StaffLayout>
  );
}

function PersonFields({ frame: { language }, place, typed, errors }: Props & { place: number }) {
  const words = householdWords[language];
  const [given, family, birth, relation] = [`given-${place}`, `family-${place}`, `birth-${place}`, `relation-${place}`];
  const fields = (
    <>
      <TextInput name={given} label={words.given} width="medium" autocomplete="off" value={typed.text(given)} error={errors?.[given]} />
      <TextInput name={family} label={words.family} width="medium" autocomplete="off" value={typed.text(family)} error={errors?.[family]} />
      <TextInput name={birth} label={`${words.birth}${words.optional}`} hint={words.dateHint} width="short" autocomplete="off" value={typed.text(birth)} error={errors?.[birth]} />
      <Select name={relation} label={words.relation} empty={place === 1 ? undefined : ''} options={relations.map((value) => ({ value, label: words.relations[value] }))} value={typed.text(relation) || (place === 1 ? 'head' : '')} error={errors?.[relation]} />
    </>
  );
  const used = [given, family, birth, relation].some((name) => typed.text(name) !== '' || errors?.[name] !== undefined);
  if (place <= 3) return <fieldset><legend><h2>{words.person(place)}</h2></legend>{place === 1 ? <p class="hint">{words.personHint}</p> : null}{fields}</fieldset>;
  return <details open={used}><summary>{words.person(place)}</summary>{fields}</details>;
}

function Questions({ frame: { language }, typed, asked, errors }: Props & { asked: readonly Asked[] }) {
  const words = householdWords[language];
  return (
    <section class="panel" aria-labelledby="alike" role="status">
      <h2 id="alike">{words.choose}</h2>
      <p>{words.askedLead}</p>
      {asked.map(({ place, name, question }) => (
        <>
          <Radios name={`use-${place}`} label={words.asked(name)} value={typed.text(`use-${place}`)} error={errors?.[`use-${place}`]} options={[
            ...question.alike.map((one) => ({ value: one.id, label: words.useRecord(`${one.givenName} ${one.familyName}`, one.birthDate ? formatDate(language, one.birthDate) : '') })), { value: 'new', label: words.isNew },
          ]} />
          {question.elsewhere.length > 0 ? <p>{words.elsewhere}</p> : null}
        </>
      ))}
    </section>
  );
}
