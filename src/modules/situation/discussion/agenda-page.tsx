import type { Form as Posted } from '#app/platform/http/form.ts';
import { Form } from '#app/ui/components/form-page.tsx';
import { Checkboxes, type FieldErrors, Radios } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Table } from '../agreement/queries.ts';
import { agreementWords } from '../agreement/words.ts';
import type { Code } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import type { Discussion } from './queries.ts';
import type { State } from './rules.ts';
import { discussionWords } from './words.ts';

type Props = { frame: PageFrame; table: Table; discussions: readonly Discussion[]; codes: readonly Code[]; today: string; typed: Posted; errors?: FieldErrors | undefined };
const groups = [['mine', ['screened']], ['toDecide', ['table']], ['toAssign', ['roles']], ['underWay', ['planning']], ['ended', ['rejected', 'closed']]] as const satisfies readonly (readonly [string, readonly State[]])[];

/** The table in its meeting: what is brought, decided, assigned and reported back, in the order in which a meeting takes it up. */
export function AgendaPage({ frame, table, discussions, codes, today, typed, errors }: Props) {
  const { language } = frame;
  const words = discussionWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <h1>{table.name[language]}</h1>
      <p class="lead">{words.meetingOf(formatDate(language, today, { weekday: true }))}</p>
      <p class="inset">{words.noIdentity}</p>
      {groups.map(([key, states]) => {
        const own = discussions.filter(({ state }) => states.some((one) => one === state));
        if (own.length === 0 && (key === 'mine' || key === 'ended')) return null;
        return (
          <section aria-labelledby={key}>
            <h2 id={key}>{words[key]}</h2>
            {own.length === 0 ? <p>{words.nothing}</p> : <Lines frame={frame} discussions={own} codes={codes} caption={words[key]} ended={key === 'ended'} />}
          </section>
        );
      })}
      <section aria-labelledby="bring" class="band">
        <h2 id="bring">{words.bring}</h2>
        <p>{words.bringLead}</p>
        <Form frame={frame} errors={errors} action={at(situationPaths.bring(table.body))} submit={words.bring}>
          <Checkboxes name="exhausted" label={words.statement} options={[{ value: 'yes', label: words.bringTick }]} values={typed.list('exhausted')} error={errors?.exhausted} />
        </Form>
      </section>
      {table.chairs ? <ChairPart frame={frame} table={table} /> : null}
    </StaffLayout>
  );
}

function Lines({ frame, discussions, codes, caption, ended }: { frame: PageFrame; discussions: readonly Discussion[]; codes: readonly Code[]; caption: string; ended: boolean }) {
  const { language } = frame;
  const words = discussionWords[language];
  return (
      <table class="stack">
        <caption class="hidden-text">{caption}</caption>
        <thead><tr><th scope="col">{words.agenda}</th><th scope="col">{words.from}</th><th scope="col">{ended ? words.reason : words.opened}</th></tr></thead>
        <tbody>
          {discussions.map((one) => (
            <tr>
              <th scope="row"><a href={localized(language, situationPaths.discussion(one.id))}>{titleOf(one, language)}</a></th>
              <td data-label={words.from}>{one.agencyName[language]}</td>
              <td data-label={ended ? words.reason : words.opened}>{ended ? codes.find(({ slug }) => slug === one.reason)?.name[language] : one.openedOn ? formatDate(language, one.openedOn) : null}</td>
            </tr>
          ))}
        </tbody>
      </table>
  );
}

export const titleOf = (one: Pick<Discussion, 'year' | 'number'>, language: 'en' | 'fr'): string =>
  one.year === null || one.number === null ? discussionWords[language].unnumbered : discussionWords[language].discussion(one.year, one.number);

function ChairPart({ frame, table }: { frame: PageFrame; table: Table }) {
  const { language } = frame;
  const words = agreementWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <section aria-labelledby="keep" class="band">
      <h2 id="keep">{words.keep}</h2>
      <ul>
        <li><a href={at(situationPaths.agreements)}>{words.title}</a></li>
        <li><a href={at(situationPaths.counts(table.body))}>{words.counts}</a></li>
        <li><a href={at(situationPaths.tracking(table.body))} download>{words.tracking}</a> <span class="hint">{words.trackingHint}</span></li>
      </ul>
      <Form frame={frame} action={at(situationPaths.setting(table.body))} submit={words.saveSetting}>
        <Radios name="identifiers" label={words.identifiers} hint={words.identifiersHint} value={table.identifiers} options={[{ value: 'none', label: words.identifiersNone }, { value: 'limited', label: words.identifiersLimited }]} />
      </Form>
    </section>
  );
}
