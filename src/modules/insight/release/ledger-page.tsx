import type { Form as PostedForm } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { type FieldErrors, Select, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Cube } from './cube.ts';
import { releasePaths } from './paths.ts';
import type { Entry } from './queries.ts';
import { periodText } from './sentences.ts';
import { releaseWords } from './words.ts';

type Props = { frame: PageFrame; entries: readonly Entry[]; cubes: readonly Cube[]; offered: readonly Cube[]; typed: PostedForm; errors?: FieldErrors | undefined };

/** The ledger: every table that came to the gate, with its rule, its hash, who looked and what came of it. */
export function LedgerPage({ frame, entries, cubes, offered, typed, errors = {} }: Props) {
  const { language } = frame;
  const words = releaseWords[language];
  const isOpen = (one: Entry) => one.state !== 'filed' && one.state !== 'withdrawn' && one.state !== 'returned';
  const [open, filed] = [entries.filter(isOpen), entries.filter((one) => !isOpen(one))];
  const titleOf = (slug: string) => cubes.find((one) => one.slug === slug)?.title[language] ?? slug;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <p><a href={localized(language, releasePaths.protection)}>{words.explained}</a></p>
      {entries.length === 0 ? <p>{words.none}</p> : open.length === 0 ? null : (
        <section>
          <h2>{words.open}</h2>
          <table class="stack">
            <thead><tr><th scope="col">{words.table}</th><th scope="col">{words.period}</th><th scope="col">{words.state}</th><th scope="col">{words.rule}</th><th scope="col">{words.prepared}</th></tr></thead>
            <tbody>
              {open.map((one) => (
                <tr>
                  <th scope="row"><a href={localized(language, releasePaths.one(one.id))}>{titleOf(one.cube)}</a></th>
                  <td data-label={words.period}>{periodText(language, one.period)}</td>
                  <td data-label={words.state}>{stateText(language, one)}</td>
                  <td data-label={words.rule}>{ruleText(language, one)}</td>
                  <td data-label={words.prepared}>{formatMoment(language, one.preparedAt, frame.site.timeZone)}</td>
                </tr>
              ))}
            </tbody>
          </table>
          {[...Map.groupBy(open.filter((one) => one.state === 'waiting'), (one) => one.cube)].filter(([, own]) => own.length > 1).map(([cube, own]) => (
            <p><a href={`${localized(language, releasePaths.series)}?${new URLSearchParams({ cube })}`}>{words.seriesOf(own.length, titleOf(cube))}</a></p>
          ))}
        </section>
      )}
      {offered.length === 0 ? null : (
        <section class="band">
          <h2>{words.askTitle}</h2>
          <Form frame={frame} errors={errors} action={localized(language, releasePaths.ledger)} submit={words.ask}>
            <Select name="cube" label={words.cube} empty={words.chooseCube} options={offered.map((one) => ({ value: one.slug, label: one.title[language] }))} value={typed.text('cube')} error={errors.cube} />
            <TextInput name="period" label={words.period} hint={words.periodHint} width="short" value={typed.text('period')} error={errors.period} />
          </Form>
        </section>
      )}
      {filed.length === 0 ? null : <h2>{words.ledger}</h2>}
      {[...Map.groupBy(filed, (one) => one.cube)].map(([cube, own]) => (
        <section aria-labelledby={`cube-${cube}`}>
          <h3 id={`cube-${cube}`}>{titleOf(cube)}</h3>
          <p class="small">{own[0] ? ruleText(language, own[0]) : ''}</p>
          <ul>{own.map((one) => <Filed frame={frame} entry={one} title={titleOf(cube)} />)}</ul>
        </section>
      ))}
    </StaffLayout>
  );
}

/** One period of a cube that is over with: its hash, who approved it and when. */
function Filed({ frame, entry, title }: { frame: PageFrame; entry: Entry; title: string }) {
  const { language, site } = frame;
  const words = releaseWords[language];
  const facts = [
    entry.state === 'filed' && !entry.replacedAt ? undefined : stateText(language, entry), entry.reviewerName ?? (entry.preparedBy === null ? words.byRule : undefined), formatMoment(language, entry.filedAt ?? entry.preparedAt, site.timeZone),
  ].filter((fact) => fact !== undefined);
  return (
    <li>
      <a href={localized(language, releasePaths.one(entry.id))} aria-label={`${title}, ${periodText(language, entry.period)}`}>{periodText(language, entry.period)}</a>
      <span class="small">{entry.tableHash ? <> · <code>{entry.tableHash.slice(0, 12)}</code></> : null} · {facts.join(' · ')}</span>
    </li>
  );
}

export function stateText(language: Language, { state, replacedAt }: Pick<Entry, 'state' | 'replacedAt'>): string {
  return state === 'filed' && replacedAt ? releaseWords[language].replaced : releaseWords[language].states[state];
}

export function ruleText(language: Language, { form, base, k }: Pick<Entry, 'form' | 'base' | 'k'>): string {
  if (form === null || base === null || k === null) return '–';
  return form === 'exact' ? releaseWords[language].exact(k) : releaseWords[language].rounded(base, k);
}
