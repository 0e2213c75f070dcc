import { SummaryList } from '#app/ui/components/pieces.tsx';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { Code } from '../code/queries.ts';
import type { Opened } from './queries.ts';
import type { State } from './rules.ts';
import { discussionWords } from './words.ts';

type Props = { frame: PageFrame; state: State; opened: Opened; codes: readonly Code[]; limited: boolean };

/** Filters 3 and 4 as they open to the reader: who has a part, the plan, the door, what was disclosed, and the reviews. */
export function InterventionPart({ frame, state, opened, codes, limited }: Props) {
  const { language, site } = frame;
  const words = discussionWords[language];
  const moment = (at: string) => formatMoment(language, new Date(at), site.timeZone);
  const { parts, intervention, steps, disclosures, reviews } = opened;
  return (
    <>
      {parts ? (
        <section aria-labelledby="parts">
          <h2 id="parts">{words.parts}</h2>
          {parts.length === 0 ? <p>{words.noParts}</p> : <SummaryList rows={parts.map((one) => ({ label: words.partNames[one.part], value: one.name[language] }))} />}
        </section>
      ) : null}
      {steps ? (
        <section aria-labelledby="plan">
          <h2 id="plan">{words.plan}</h2>
          {steps.length === 0 ? <p>{words.noPlan}</p> : (
            <SummaryList rows={steps.map((one) => ({ label: one.name[language], value: <>{codes.find(({ slug }) => slug === one.service)?.name[language]}{colon(language)}<b>{words.standings[one.standing]}</b></> }))} />
          )}
        </section>
      ) : null}
      {intervention ? (
        <section aria-labelledby="door">
          <h2 id="door">{words.intervention}</h2>
          <SummaryList rows={[
            { label: words.began, value: moment(intervention.beganAt) }, { label: words.planned, value: intervention.plannedAt ? moment(intervention.plannedAt) : words.notYet },
            { label: words.knocked, value: intervention.knockedOn && intervention.knock ? `${formatDate(language, intervention.knockedOn)} (${words.knocks[intervention.knock]})` : words.notYet },
            { label: words.consent, value: intervention.consentOn ? formatDate(language, intervention.consentOn) : words.noConsent },
            ...(intervention.reportedAt ? [{ label: words.reported, value: moment(intervention.reportedAt) }] : []),
          ]} />
        </section>
      ) : null}
      {disclosures && (state !== 'roles' || limited) ? (
        <section aria-labelledby="disclosures">
          <h2 id="disclosures">{words.disclosures}</h2>
          <p>{words.disclosuresLead}</p>
          {disclosures.length === 0 ? <p>{words.noDisclosures}</p> : (
              <table class="stack">
                <caption class="hidden-text">{words.disclosures}</caption>
                <thead><tr>{[words.when, words.at, words.from_, words.to, words.fieldsTitle, words.authority].map((one) => <th scope="col">{one}</th>)}</tr></thead>
                <tbody>{disclosures.map((one) => <tr><th scope="row">{moment(one.at)}</th><td data-label={words.at}>{one.filter}</td><td data-label={words.from_}>{one.from[language]}</td><td data-label={words.to}>{one.to[language]}</td><td data-label={words.fieldsTitle}>{one.fields.map((field) => words.fields[field]).join(', ')}</td><td data-label={words.authority}>{words.authorities[one.authority]}</td></tr>)}</tbody>
              </table>
          )}
        </section>
      ) : null}
      {reviews ? (
        <section aria-labelledby="reviews">
          <h2 id="reviews">{words.reviews}</h2>
          <p>{words.reviewsLead}</p>
          {reviews.length === 0 ? <p>{words.noReviews}</p> : <SummaryList rows={reviews.map((one) => ({ label: `${words.reviewKinds[one.kind]} (${moment(one.askedAt)})`, value: one.finding ? words.findings[one.finding] : words.pending }))} />}
        </section>
      ) : null}
    </>
  );
}
