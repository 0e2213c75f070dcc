import type { ChronicEvidence } from '#app/methods/homelessness/evidence.ts';
import { reachingHome, shelterMonthsOrInstances2019 } from '#app/methods/homelessness/definition.ts';
import type { InstanceState } from '#app/methods/homelessness/months-or-instances.ts';
import { evidenceKinds, stayKinds } from '#app/methods/homelessness/stay.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { Checkboxes, type FieldErrors, Radios, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { householdPaths } from '../household/paths.ts';
import type { Member } from '../household/queries.ts';
import { HouseholdLine, memberName } from '../household/show-page.tsx';
import { householdWords } from '../household/words.ts';
import { WhyListed } from '../list/why-listed.tsx';
import type { Standing } from '../list/queries.ts';
import { accessPaths } from '../paths.ts';
import { stayPaths } from './paths.ts';
import { activityKinds, type StayLine } from './queries.ts';
import { Timeline } from './timeline.tsx';
import { stayWords } from './words.ts';

type Props = {
  frame: PageFrame; person: string; stays: readonly StayLine[]; evidence: ChronicEvidence | undefined; instances: InstanceState | undefined; standings: readonly Standing[];
  household: readonly Member[]; agency: string | undefined; writes: boolean; typed: Posted; errors?: FieldErrors | undefined; today: string;
};

/** Where somebody stayed, what that makes in days, and what it means for the list. */
export function StaysPage(props: Props) {
  const { frame, person, stays, household, standings, writes, typed, errors, today } = props;
  const words = stayWords[frame.language];
  const at = (path: string) => localized(frame.language, path);
  const together = household.filter((one) => one.writes && one.person !== person);
  const newsWrong = errors?.news !== undefined || errors?.on !== undefined;
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(accessPaths.person(person))}>{words.back}</a></p>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><HouseholdLine language={frame.language} members={household} /> <a href={at(householdPaths.show(person))}>{householdWords[frame.language].title}</a></p>
      {stays.length === 0 ? <p>{words.none}</p> : <><Timeline language={frame.language} stays={stays} today={today} /><StayTable {...props} /><Days {...props} /></>}
      {standings.map((standing) => <WhyListed language={frame.language} standing={standing} />)}
      {writes ? (
        <>
          <h2 id="add">{words.add}</h2>
          <Form frame={frame} errors={newsWrong ? undefined : errors} submit={words.save}>
            <Radios name="kind" label={words.kindLabel} inline error={errors?.kind} value={typed.text('kind')} options={stayKinds.map((value) => ({ value, label: words.kinds[value] }))} />
            <TextInput name="place" label={`${words.placeLabel}${words.optional}`} hint={words.placeHint} width="medium" autocomplete="off" value={typed.text('place')} error={errors?.place} />
            <TextInput name="start" label={words.start} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('start')} error={errors?.start} />
            <TextInput name="end" label={`${words.end}${words.optional}`} hint={words.endHint} width="short" autocomplete="off" value={typed.text('end')} error={errors?.end} />
            <Radios name="evidence" label={words.evidence} inline error={errors?.evidence} value={typed.text('evidence')} options={evidenceKinds.map((value) => ({ value, label: words.evidences[value] }))} />
            {together.length > 0 ? <Checkboxes name="also" label={`${householdWords[frame.language].allOf}${words.optional}`} hint={householdWords[frame.language].allOfHint} values={typed.list('also')} options={together.map((one) => ({ value: one.person, label: memberName(one, frame.language) }))} /> : null}
          </Form>
          <h2>{words.news}</h2>
          <p>{words.newsLead}</p>
          <Form frame={frame} errors={newsWrong ? errors : undefined} action={at(stayPaths.activity(person))} submit={words.save}>
            <Select name="news" label={words.newsKind} empty="" error={errors?.news} value={typed.text('news')} options={activityKinds.map((value) => ({ value, label: words.activities[value] }))} />
            <TextInput name="on" label={words.newsDay} hint={words.dateHint} width="short" autocomplete="off" value={typed.text('on') || today} error={errors?.on} />
          </Form>
        </>
      ) : null}
    </StaffLayout>
  );
}

function StayTable({ frame, person, stays, agency, writes }: Props) {
  const words = stayWords[frame.language];
  const day = (value: string) => formatDate(frame.language, value);
  const post = (path: string, label: string, of: string) => (
    <form method="post" action={localized(frame.language, path)}><Csrf frame={frame} /><button class="button link" type="submit">{label}<span class="hidden-text"> ({of})</span></button></form>
  );
  return (
    <table class="stack">
      <thead><tr><th scope="col">{words.kind}</th><th scope="col">{words.from}</th><th scope="col">{words.to}</th><th scope="col">{words.place}</th><th scope="col">{words.evidence}</th>{writes ? <th scope="col">{words.change}</th> : null}</tr></thead>
      <tbody>
        {stays.toReversed().map((stay) => {
          const of = `${words.kinds[stay.kind]}, ${day(stay.start)}`;
          return (
            <tr>
              <td><b>{words.kinds[stay.kind]}</b></td><td data-label={words.from}>{day(stay.start)}</td><td data-label={words.to}>{stay.end ? day(stay.end) : words.still}</td><td data-label={words.place}>{stay.place ?? '–'}</td><td data-label={words.evidence}>{words.evidences[stay.evidence]}</td>
              {writes ? <td>{stay.agency === agency ? <>{stay.end === null ? post(stayPaths.end(person, stay.id), words.endNow, of) : null}{post(stayPaths.void(person, stay.id), words.voidIt, of)}</> : null}</td> : null}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

function Days({ frame, evidence, instances }: Props) {
  const words = stayWords[frame.language];
  if (!evidence || !instances) return null;
  const { confirmed, withReported } = evidence;
  const verdict = (chronic: boolean, short: number) => (chronic ? words.chronic : short > 0 ? `${words.notChronic}, ${words.short(short)}` : words.notChronic);
  const short = (state: typeof confirmed) => Math.min(state.short365, state.short1095);
  return (
    <>
      <h2>{words.days}</h2>
      <table class="stack">
        <thead><tr><td /><th scope="col">{words.confirmed}</th><th scope="col">{words.withTold}</th></tr></thead>
        <tbody>
          <tr><th scope="row">{words.window365}</th><td data-label={words.confirmed}>{confirmed.days365}</td><td data-label={words.withTold}>{withReported.days365}</td></tr>
          <tr><th scope="row">{words.window1095}</th><td data-label={words.confirmed}>{confirmed.days1095}</td><td data-label={words.withTold}>{withReported.days1095}</td></tr>
          <tr><th scope="row">{reachingHome.label[frame.language]}</th><td data-label={words.confirmed}>{verdict(confirmed.chronic, short(confirmed))}</td><td data-label={words.withTold}>{verdict(withReported.chronic, short(withReported))}</td></tr>
          <tr><th scope="row">{shelterMonthsOrInstances2019.label[frame.language]}</th><td colspan={2}>{instances.chronic ? words.chronic : words.notChronic} ({words.local(instances.monthsInARow, instances.instances)})</td></tr>
        </tbody>
      </table>
      <p class="hint">{words.convention}</p>
    </>
  );
}
