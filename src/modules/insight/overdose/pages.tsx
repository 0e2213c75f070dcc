import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { StepButton } from '#app/ui/components/step-button.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Area } from '../alert/rule.ts';
import { OverdoseForm, typedOf } from './form.tsx';
import { overdosePaths } from './paths.ts';
import type { Entry } from './queries.ts';
import { correctionHours } from './rules.ts';
import { overdoseWords } from './words.ts';

/** An entry in a few words: when, where, how it ended. */
export function entryText(language: Language, entry: Entry, areas: readonly Area[], timeZone: string): string {
  const words = overdoseWords[language];
  const area = areas.find(({ slug }) => slug === entry.area)?.name[language] ?? entry.area;
  return `${formatMoment(language, entry.occurredAt, timeZone)}, ${area}, ${words.outcomes[entry.outcome].toLocaleLowerCase(language)}`;
}

type EnterProps = { frame: PageFrame; areas: readonly Area[]; typed: PostedForm; errors?: FieldErrors | undefined; seed: string; received?: { entry: Entry; again: boolean } | undefined; noAgency: boolean };

/** The form for a responder at the scene: what was received last on top, then the next person. */
export function EnterPage({ frame, areas, typed, errors, seed, received, noAgency }: EnterProps) {
  const { language, site } = frame;
  const words = overdoseWords[language];
  const said = received ? entryText(language, received.entry, areas, site.timeZone) : '';
  return (
    <StaffLayout frame={frame} script="overdose">
      <h1>{words.title}</h1>
      {received ? (
        <div class="inset" role="status">
          <p><strong>{received.again ? words.receivedAgain(said) : words.received(said)}</strong> <a href={localized(language, overdosePaths.entry(received.entry.id))}>{words.correct}</a></p>
          <p class="small">{words.another}</p>
        </div>
      ) : <p class="small">{words.lead}</p>}
      {noAgency ? <p>{words.noAgency}</p> : <OverdoseForm frame={frame} areas={areas} typed={typedOf(typed, { when: 'now' })} errors={errors} seed={seed} submit={words.send} action={localized(language, overdosePaths.enter)} />}
    </StaffLayout>
  );
}

type ListProps = { frame: PageFrame; areas: readonly Area[]; entries: readonly Entry[]; changeable: (entry: Entry) => boolean; enters: boolean };

export function EntryListPage({ frame, areas, entries, changeable, enters }: ListProps) {
  const { language, site } = frame;
  const words = overdoseWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.list}</h1>
      <p>{enters ? words.listLead(correctionHours) : words.watchLead}</p>
      {enters ? <p><a class="button" href={localized(language, overdosePaths.enter)}>{words.enter}</a></p> : null}
      {entries.length === 0 ? <p>{words.none}</p> : (
          <table class="stack">
            <caption class="hidden-text">{words.caption}</caption>
            <thead><tr>{words.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>
              {entries.map((entry) => (
                <tr>
                  <th scope="row">{changeable(entry) ? <a href={localized(language, overdosePaths.entry(entry.id))}>{formatMoment(language, entry.occurredAt, site.timeZone)}</a> : formatMoment(language, entry.occurredAt, site.timeZone)}</th>
                  <td data-label={words.header[1]}>{areas.find(({ slug }) => slug === entry.area)?.name[language] ?? entry.area}</td>
                  <td data-label={words.header[2]}>{words.outcomes[entry.outcome]}</td>
                  <td data-label={words.header[3]}>{words.naloxoneAnswers[entry.naloxone]}</td>
                  <td data-label={words.header[4]}>{[...(entry.contaminated ? [words.contaminatedShort] : []), ...(entry.samePlace > 1 ? [words.placeShort(entry.samePlace)] : []), ...entry.substances.map((one) => words.substanceNames[one].toLocaleLowerCase(language))].join(', ') || '–'}</td>
                  <td data-label={words.header[5]}>{words.states[entry.withdrawnAt ? 'withdrawn' : entry.demonstration ? 'demonstration' : entry.correctedAt ? 'corrected' : 'entered']}</td>
                </tr>
              ))}
            </tbody>
          </table>
      )}
    </StaffLayout>
  );
}

type EntryProps = { frame: PageFrame; areas: readonly Area[]; entry: Entry; fallback: Readonly<Record<string, string | readonly string[]>>; typed: PostedForm; errors?: FieldErrors | undefined; may: boolean; done?: string | undefined };

/** An entry of the last 24 hours, to be corrected or taken back by whoever made it. */
export function EntryPage({ frame, areas, entry, fallback, typed, errors, may, done }: EntryProps) {
  const { language, site } = frame;
  const words = overdoseWords[language];
  return (
    <StaffLayout frame={frame} script="overdose">
      <Breadcrumbs language={language} steps={[{ path: overdosePaths.list, label: words.list }]} />
      <h1>{words.entry}</h1>
      {done === 'corrected' ? <p class="inset" role="status">{words.corrected}</p> : null}
      {done === 'withdrawn' ? <p class="inset" role="status">{words.withdrawn}</p> : null}
      <p>{entryText(language, entry, areas, site.timeZone)}</p>
      {may ? (
        <>
          <OverdoseForm frame={frame} areas={areas} typed={typedOf(typed, fallback)} errors={errors} submit={words.save} action={localized(language, overdosePaths.entry(entry.id))} />
          <StepButton frame={frame} to={overdosePaths.withdraw(entry.id)} label={words.withdraw} hint={words.withdrawHint} quiet />
        </>
      ) : entry.withdrawnAt ? null : <p>{words.closed}</p>}
    </StaffLayout>
  );
}
