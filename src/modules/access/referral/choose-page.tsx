import type { Child } from 'hono/jsx';
import type { Profile } from '#app/methods/matching/service-rules.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { Checkboxes, type FieldErrors, HiddenFields, Select, TextInput } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { directoryPaths } from '../directory/paths.ts';
import { languageName, listText } from '../directory/reason-text.ts';
import { accessPaths } from '../paths.ts';
import type { Fitted } from './choose.ts';
import { chooseWords } from './choose-words.ts';
import { FittedCard, type FittedNames } from './fitted-card.tsx';
import { referralPaths } from './paths.ts';
import type { Asked, DirectoryChoices } from './profile.ts';
import { referralWords } from './words.ts';

export type ChooseProps = { frame: PageFrame; person: string; name: string; previous: string | undefined; asked: Asked; errors?: FieldErrors | undefined; choices: DirectoryChoices; profile: Profile; found: readonly Fitted[] };

/** The services that a person could be sent to, matched against what is known of her, each with its reasons. What is typed travels in the body of a post. */
export function ChoosePage(props: ChooseProps) {
  const { frame, person, name, previous, errors, found } = props;
  const { language } = frame;
  const [words, more] = [referralWords[language], chooseWords[language]];
  const offered = found.filter(({ choice }) => choice !== undefined);
  const of = (verdict: string) => offered.filter(({ explanation }) => explanation.verdict === verdict);
  const [fits, asks, misses, closed] = [of('fits'), of('ask'), of('does-not-fit'), found.filter(({ choice }) => choice === undefined)];
  const firm = fits.length + asks.length === 0;
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, accessPaths.person(person))}>{name}</a></p>
      <h1>{words.choose}</h1>
      <p class="lead">{more.lead}</p>
      {previous ? <p class="inset">{words.previous}</p> : null}
      <ErrorSummary language={language} errors={errors ?? {}} />
      <AskedForm {...props} />
      {errors ? null : (
        <div id="results">
          {found.length === 0 ? <p>{words.noService}</p> : fits.length === 0 ? <p><b>{more.nothing}</b> {more.nothingHint}</p> : null}
          {fits.length > 0 ? <section class="band"><h2>{more.fits(fits.length)}</h2><Cards {...props} list={fits} /></section> : null}
          {asks.length > 0 ? <section class="band"><h2>{more.asks(asks.length)}</h2><Cards {...props} list={asks} /></section> : null}
          {misses.length > 0 ? <Folded heading={more.misses(misses.length)} open={firm}><Cards {...props} list={misses} /></Folded> : null}
          {closed.length > 0 ? (
            <Folded heading={more.closed(closed.length)} open={false}>
              <ul>{closed.map(({ line }) => <li><a href={localized(language, directoryPaths.service(line.id))}>{line.name[language]}<span class="hidden-text"> ({more.entry})</span></a>, {line.organizationName[language]}. {line.takesReferrals ? more.stale : more.noReferrals}</li>)}</ul>
            </Folded>
          ) : null}
        </div>
      )}
    </StaffLayout>
  );
}

function Folded({ heading, open, children }: { heading: string; open: boolean; children: Child }) {
  return <details class="band" open={open}><summary><b>{heading}</b></summary><h2 class="hidden-text">{heading}</h2>{children}</details>;
}

function Cards({ frame, person, previous, choices, profile, list }: ChooseProps & { list: readonly Fitted[] }) {
  const by = (all: readonly { code: string; name: { en: string; fr: string } }[]) => new Map(all.map((one) => [one.code, one.name]));
  const names: FittedNames = { needs: by(choices.needs), conditions: by(choices.conditions), places: by(choices.places) };
  return <ul class="issues">{list.map((one) => <FittedCard language={frame.language} person={person} previous={previous} profile={profile} names={names} one={one} />)}</ul>;
}

function AskedForm({ frame, person, previous, asked, errors, choices }: ChooseProps) {
  const { language } = frame;
  const [words, more] = [referralWords[language], chooseWords[language]];
  const place = choices.places.find(({ code }) => code === asked.municipality)?.name[language];
  const known = [asked.age === '' ? undefined : more.years(asked.age), place, ...asked.languages.map((code) => languageName(language, code))].filter((one) => one !== undefined);
  return (
    <form method="post" action={`${localized(language, referralPaths.choose(person))}#results`} novalidate>
      <Csrf frame={frame} />
      {previous ? <HiddenFields fields={[['previous', previous]]} /> : null}
      <Select name="need" label={more.need} empty={more.anyNeed} value={asked.need} options={choices.needs.map((one) => ({ value: one.code, label: one.name[language] }))} />
      <TextInput name="q" label={words.sought} width="medium" autocomplete="off" value={asked.sought} />
      <details open={errors !== undefined}>
        <summary>{more.known}{colon(language)}{known.length > 0 ? listText(language, known) : more.nothingKnown}</summary>
        <TextInput name="age" label={more.age} width="short" inputmode="numeric" autocomplete="off" value={asked.age} error={errors?.age} />
        <Select name="municipality" label={more.municipality} empty={more.unsaid} value={asked.municipality} options={choices.places.map((one) => ({ value: one.code, label: one.name[language] }))} />
        <Checkboxes name="languages" label={more.languages} options={choices.languages.map((code) => ({ value: code, label: languageName(language, code) }))} values={asked.languages} />
        <Checkboxes name="facts" label={more.facts} options={choices.conditions.map((one) => ({ value: one.code, label: one.name[language] }))} values={asked.facts} />
        <Checkboxes name="free" label={more.free} options={[{ value: 'yes', label: more.yes }]} values={asked.free ? ['yes'] : []} />
      </details>
      <p class="go"><button class="button quiet" type="submit">{words.search}</button></p>
    </form>
  );
}
