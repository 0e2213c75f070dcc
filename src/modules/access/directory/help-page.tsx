import type { Language } from '#app/platform/language/language.ts';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { Checkboxes, type FieldErrors, Radios, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Crisis, Sources } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import type { Asked } from './help-input.ts';
import type { Matched } from './match.ts';
import type { PublicWait } from '../wait/queries.ts';
import { Checked, RoomTag, WaitLine } from './marks.tsx';
import { directoryPaths } from './paths.ts';
import type { listChoices } from './queries.ts';
import { languageName, type Names, questionText, reasonText } from './reason-text.ts';
import { directoryWords } from './words.ts';

export type Choices = Awaited<ReturnType<typeof listChoices>>;
export type Waits = ReadonlyMap<string, PublicWait>;
type Props = { frame: PageFrame; asked: Asked; errors?: FieldErrors | undefined; choices: Choices; names: Names; found: readonly Matched[] | undefined; waits: Waits };

/** Crisis lines, what somebody needs, and which services fit, may fit and do not. */
export function HelpPage({ frame, asked, errors, choices, names, found, waits }: Props) {
  const words = directoryWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Crisis language={frame.language} />
      {choices.madeUp ? <p class="inset">{words.demonstrationHint}</p> : null}
      <ErrorSummary language={frame.language} errors={errors ?? {}} />
      <form method="get" action={`${localized(frame.language, directoryPaths.help)}#results`} novalidate>
        <Radios name="need" label={words.need} value={asked.need} options={[...choices.needs.map((one) => ({ value: one.code, label: one.name[frame.language], hint: one.text[frame.language] })), { value: 'any', label: words.anyNeed }]} />
        <Select name="municipality" label={words.municipality} empty={words.unsaid} value={asked.municipality} options={choices.places.map((one) => ({ value: one.code, label: one.name[frame.language] }))} />
        <TextInput name="age" label={words.age} hint={words.ageHint} width="short" inputmode="numeric" autocomplete="off" value={asked.age} error={errors?.age} />
        <Select name="language" label={words.language} empty={words.anyLanguage} value={asked.language} options={choices.languages.map((code) => ({ value: code, label: languageName(frame.language, code) })).toSorted((a, b) => a.label.localeCompare(b.label, frame.language))} />
        <Checkboxes name="now" label={words.now} options={[{ value: 'yes', label: words.yes }]} values={asked.now ? ['yes'] : []} />
        <Checkboxes name="free" label={words.free} options={[{ value: 'yes', label: words.yes }]} values={asked.free ? ['yes'] : []} />
        <p class="hint">{words.kept}</p>
        <div class="buttons"><button class="button" type="submit">{words.search}</button></div>
      </form>
      {found ? <Results language={frame.language} names={names} found={found} waits={waits} /> : null}
      <Sources language={frame.language} sources={choices.sources} />
    </PublicLayout>
  );
}

function Results({ language, names, found, waits }: { language: Language; names: Names; found: readonly Matched[]; waits: Waits }) {
  const words = directoryWords[language];
  const of = (verdict: string) => found.filter(({ explanation }) => explanation.verdict === verdict);
  const [fits, asks, misses] = [of('fits'), of('ask'), of('does-not-fit')];
  return (
    <div id="results" class="band">
      {fits.length > 0 ? <Group heading={words.fits(fits.length)} language={language} names={names} found={fits} waits={waits} /> : (
        <section class="band">
          <h2>{words.nothing}</h2>
          <p>{words.nothingText}</p>
        </section>
      )}
      {asks.length > 0 ? <Group heading={words.asks(asks.length)} language={language} names={names} found={asks} waits={waits} /> : null}
      {misses.length > 0 ? <Group heading={words.misses(misses.length)} language={language} names={names} found={misses} waits={waits} /> : null}
      {found.some(({ line }) => waits.has(line.id)) ? <p class="hint">{words.waitedHow}</p> : null}
      <p class="inset">{words.more}</p>
    </div>
  );
}

function Group({ heading, language, names, found, waits }: { heading: string; language: Language; names: Names; found: readonly Matched[]; waits: Waits }) {
  return (
    <section class="band">
      <h2>{heading}</h2>
      <ul class="issues">{found.map((one) => <ServiceCard language={language} names={names} one={one} wait={waits.get(one.line.id)} />)}</ul>
    </section>
  );
}

function ServiceCard({ language, names, one: { line, explanation }, wait }: { language: Language; names: Names; one: Matched; wait: PublicWait | undefined }) {
  const words = directoryWords[language];
  const failed = [...new Set(explanation.failed.map((reason) => reasonText(language, reason, names)))];
  const ask = [...new Set(explanation.ask.map((reason) => questionText(language, reason, names)))];
  return (
    <li class="issue">
      <h3 class="card-title"><a href={localized(language, directoryPaths.service(line.id))}>{line.name[language]}</a></h3>
      <p class="small">{words.byOf(line.organizationName[language])}</p>
      <p>{line.description[language]}</p>
      {failed.length > 0 ? <div><b>{words.wouldFit}</b><ul>{failed.map((text) => <li>{text}</li>)}</ul></div> : null}
      {ask.length > 0 ? <div><b>{words.toAsk}</b><ul>{ask.map((text) => <li>{text}</li>)}</ul></div> : null}
      {line.phone ? <p>{words.phone}{colon(language)}{line.demonstration ? line.phone : <a href={`tel:${line.phone}`}>{line.phone}</a>}</p> : null}
      <footer>
        <RoomTag language={language} code={line.capacity} />
        <WaitLine language={language} wait={wait} />
        <Checked language={language} assuredDate={line.assuredDate} assuredBy={line.assuredBy} freshness={line.freshness} real={line.real} />
        {line.demonstration ? <span class="tag">{words.demonstration}</span> : null}
      </footer>
    </li>
  );
}
