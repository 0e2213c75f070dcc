import type { Municipality } from '#app/modules/plan/index.ts';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { type FieldErrors, Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import type { Census } from '../report/queries.ts';
import { contributionWords } from './words.ts';

type Props = {
  frame: PageFrame; consultation: Consultation; census: Census | undefined; places: readonly Municipality[]; typed: ReadonlyMap<string, string>; errors?: FieldErrors; asksNames?: boolean;
};

/** A call or a letter, typed by hand. Age and language are asked only where the census has them to compare with. */
export function NewPiecePage({ frame, consultation, census, places, typed, errors = {}, asksNames }: Props) {
  const { language } = frame;
  const words = contributionWords[language];
  const value = (name: string) => typed.get(name);
  const of = (dimension: string) => census?.rows.filter((row) => row.dimension === dimension).map((row) => ({ value: row.category, label: row.label[language] })) ?? [];
  const [ages, homes] = [of('age'), of('language')];
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }]} />
      <h1>{words.newTitle}</h1>
      <Form frame={frame} errors={errors} submit={words.save}>
        <Radios name="kind" inline label={words.kind} value={value('kind')} error={errors.kind} options={[{ value: 'telephone', label: words.kinds.telephone }, { value: 'letter', label: words.kinds.letter }]} />
        <Textarea name="body" label={words.body} hint={words.bodyHint} rows={8} value={value('body')} error={errors.body} />
        {asksNames ? <div class="field choice"><input type="checkbox" id="no-names" name="no-names" value="yes" checked={value('no-names') === 'yes'} /><label for="no-names">{words.noNames}</label></div> : null}
        <Radios name="language" inline label={words.language} value={value('language')} error={errors.language} options={[{ value: 'en', label: words.languages.en }, { value: 'fr', label: words.languages.fr }]} />
        <TextInput name="received-on" type="date" width="short" label={words.receivedOn} value={value('received-on')} error={errors['received-on']} />
        {places.length > 0 ? <Select name="municipality" label={words.municipality} empty={words.notTold} value={value('municipality')} options={places.map((place) => ({ value: place.id, label: place.name[language] }))} /> : null}
        {ages.length > 0 ? <Select name="age" label={words.age} empty={words.notTold} value={value('age')} options={ages} /> : null}
        {homes.length > 0 ? <Select name="home" label={words.home} empty={words.notTold} value={value('home')} options={homes} /> : null}
        <Radios name="may-quote" label={words.mayQuote} hint={words.mayQuoteHint} value={value('may-quote')} error={errors['may-quote']} options={[{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }]} />
      </Form>
    </StaffLayout>
  );
}
