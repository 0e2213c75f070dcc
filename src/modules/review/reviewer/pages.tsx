import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { Checkboxes, type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { reviewerPaths } from './paths.ts';
import type { Candidate, Reviewer } from './queries.ts';
import { stateOfSeat } from './rules.ts';
import { reviewerWords } from './words.ts';

type ListProps = { frame: PageFrame; reviewers: readonly Reviewer[]; candidates: readonly Candidate[]; today: string; own: string | null; errors?: FieldErrors | undefined };

/** Who sits, what each seat still asks for, and a form that gives another. */
export function ReviewerListPage({ frame, reviewers, candidates, today, own, errors = {} }: ListProps) {
  const { language } = frame;
  const words = reviewerWords[language];
  const free = candidates.filter(({ account }) => account !== own && !reviewers.some((one) => one.account === account));
  const day = (value: string | null) => (value === null ? words.missing : formatDate(language, value));
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p>{words.lead}</p>
      {reviewers.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <caption>{words.caption}</caption>
          <thead><tr>{words.header.map((one) => <th scope="col">{one}</th>)}</tr></thead>
          <tbody>
            {reviewers.map((one) => (
              <tr>
                <th scope="row">{one.account === own ? nameOf(candidates, one, words.unknown) : <a href={localized(language, reviewerPaths.keep(one.id))}>{nameOf(candidates, one, words.unknown)}</a>}</th>
                <td data-label={words.header[1]}>{day(one.checkOn)}</td>
                <td data-label={words.header[2]}>{day(one.trainedOn)}</td>
                <td data-label={words.header[3]}>{day(one.oathUntil)}</td>
                <td data-label={words.header[4]}>{words.states[stateOfSeat(one, today)]}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{words.add}</h2>
      {free.length === 0 ? <p>{words.noCandidate}</p> : (
        <Form frame={frame} errors={errors} action={localized(language, reviewerPaths.list)} submit={words.add}>
          <Select name="account" label={words.candidate} error={errors.account} empty="" options={free.map((one) => ({ value: one.account, label: one.agency ? `${one.name}, ${one.agency[language]}` : one.name }))} />
        </Form>
      )}
    </StaffLayout>
  );
}

export function nameOf(candidates: readonly Candidate[], { account }: { readonly account: string }, otherwise: string): string {
  return candidates.find((one) => one.account === account)?.name ?? otherwise;
}

/** The dates of a seat. */
export function KeepPage({ frame, reviewer, name, typed, errors = {} }: { frame: PageFrame; reviewer: Reviewer; name: string; typed: PostedForm; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = reviewerWords[language];
  const own = (key: string, kept: string | null) => ({ name: key, value: typed.has(key) ? typed.text(key) : (kept ?? ''), error: errors[key], width: 'medium' as const });
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: reviewerPaths.list, label: words.title }]} />
      <h1>{name}</h1>
      <Form frame={frame} errors={errors} action={localized(language, reviewerPaths.keep(reviewer.id))} submit={words.save}>
        <TextInput {...own('check', reviewer.checkOn)} label={words.checkOn} hint={words.dateHint} />
        <TextInput {...own('trained', reviewer.trainedOn)} label={words.trainedOn} />
        <TextInput {...own('left', reviewer.leftOn)} label={words.leftOn} />
      </Form>
    </StaffLayout>
  );
}

/** The oath, read and signed by the reviewer herself. */
export function OathPage({ frame, reviewer, today, errors = {} }: { frame: PageFrame; reviewer: Reviewer | undefined; today: string; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = reviewerWords[language];
  const holds = reviewer?.oathUntil !== null && reviewer !== undefined && reviewer.oathUntil >= today;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.oath}</h1>
      {reviewer === undefined || reviewer.leftOn !== null ? <p>{words.noSeat}</p> : (
        <>
          {holds ? <p class="inset">{words.signedUntil(formatDate(language, reviewer.oathUntil ?? ''))} {words.signAgain}</p> : <p>{words.oathLead}</p>}
          {reviewer.checkOn === null || reviewer.trainedOn === null ? <p>{words.waits}</p> : null}
          <ol>{words.oathText.map((one) => <li>{one}</li>)}</ol>
          <Form frame={frame} errors={errors} action={localized(language, reviewerPaths.oath)} submit={words.sign}>
            <Checkboxes name="agree" label={words.oath} error={errors.agree} values={[]} options={[{ value: 'yes', label: words.agree }]} />
          </Form>
        </>
      )}
    </StaffLayout>
  );
}
