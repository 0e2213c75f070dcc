import type { Form as Posted } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Radios, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Crisis } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { agreedParts, type Start } from './input.ts';
import { outreachPaths } from './paths.ts';
import type { TakingAgency } from './queries.ts';
import { referrers, tellings } from './rules.ts';
import { outreachWords } from './words.ts';

type State = { frame: PageFrame; typed: Posted; errors: FieldErrors | undefined };

/** The first page: who refers, the age, and whether the person was told. Nothing on it is about a certain person. */
export function ReferPage({ frame, typed, errors, agencies }: State & { agencies: readonly TakingAgency[] }) {
  const { language } = frame;
  const words = outreachWords[language];
  const [only] = agencies;
  return (
    <PublicLayout frame={frame}>
      <h1>{words.referTitle}</h1>
      <p class="lead">{words.referLead}</p>
      <Crisis language={language} />
      {only === undefined ? <p class="inset">{words.noneTaken}</p> : (
        <>
          <p>{words.referPrivacy}</p>
          <Form frame={frame} errors={errors} submit={words.next}>
            {agencies.length > 1 ? <Radios name="agency" label={words.agency} options={agencies.map((one) => ({ value: one.id, label: words.ageHint(one.name[language], one.minimumAge) }))} value={typed.text('agency')} error={errors?.agency} /> : null}
            <Radios name="who" label={words.who} options={referrers.map((value) => ({ value, label: words.whos[value] }))} value={typed.text('who')} error={errors?.who} />
            <Radios name="age" label={agencies.length > 1 ? words.ageAny : words.age(only.minimumAge)} options={(['yes', 'no', 'unknown'] as const).map((value) => ({ value, label: words.ages[value] }))} value={typed.text('age')} error={errors?.age} />
            <Radios name="told" label={words.told} options={tellings.map((value) => ({ value, label: words.tolds[value], hint: words.toldHints[value] }))} value={typed.text('told')} error={errors?.told} />
          </Form>
        </>
      )}
    </PublicLayout>
  );
}

/** The second page: how she can be reached, as far as she agreed. */
export function DetailsPage({ frame, typed, errors, start, seed }: State & { start: Start; seed: string }) {
  const { language } = frame;
  const words = outreachWords[language];
  const unsure = start.told === 'unsure';
  return (
    <PublicLayout frame={frame}>
      <h1>{words.detailsTitle}</h1>
      <p class="lead">{unsure ? words.unsureLead : words.agreesLead}</p>
      <Form frame={frame} errors={errors} action={localized(language, outreachPaths.details)} submit={words.send} hidden={[['who', start.who], ['age', start.age], ['told', start.told], ['agency', start.agency.id], ['seed', seed]]}>
        {unsure ? <Checkboxes name="agreed" label={words.agreed} options={agreedParts.map((value) => ({ value, label: words.agreedParts[value] }))} values={typed.list('agreed')} /> : null}
        <TextInput name="telephone" label={words.telephone} type="tel" inputmode="tel" autocomplete="off" width="medium" value={typed.text('telephone')} error={errors?.telephone} />
        <TextInput name="first-name" label={words.firstName} autocomplete="off" width="medium" value={typed.text('first-name')} error={errors?.['first-name']} />
        <TextInput name="good-times" label={`${words.goodTimes}${words.optional}`} hint={words.goodTimesHint} autocomplete="off" value={typed.text('good-times')} error={errors?.['good-times']} />
        {unsure ? null : <Radios name="language" label={words.language} options={[{ value: 'en', label: words.en }, { value: 'fr', label: words.fr }]} value={typed.text('language') || language} />}
      </Form>
    </PublicLayout>
  );
}

/** What to do instead: how to raise it, or whom to ask. Nothing was stored. */
export function AdvicePage({ frame, why }: { frame: PageFrame; why: 'not-told' | 'young' | 'no-number' }) {
  const { language } = frame;
  const words = outreachWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{frame.title}</h1>
      <p class="lead">{why === 'not-told' ? words.adviceLead : why === 'young' ? words.young : words.noNumber}</p>
      <Crisis language={language} />
      {why === 'young' ? null : <><h2>{words.adviceHow}</h2><ol>{words.advice.map((line) => <li>{line}</li>)}</ol><p>{words.adviceWorry}</p></>}
      <p><a href={localized(language, outreachPaths.refer)}>{words.startOver}</a></p>
    </PublicLayout>
  );
}

export function ThanksPage({ frame }: { frame: PageFrame }) {
  const words = outreachWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.thanksTitle}</h1>
      <p class="lead">{words.thanks}</p>
      <p><a href={localized(frame.language, outreachPaths.refer)}>{words.another}</a></p>
    </PublicLayout>
  );
}
