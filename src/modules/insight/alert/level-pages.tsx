import type { Form as PostedForm } from '#app/platform/http/form.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { Checkboxes, type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Breadcrumbs } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { addDays, colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { longestReview } from './input.ts';
import { LevelMark } from './level-mark.tsx';
import { type CurrentLevel, isReviewDue, levels } from './level-queries.ts';
import { alertPaths } from './paths.ts';
import type { Area } from './rule.ts';
import { alertWords } from './words.ts';

type Props = { frame: PageFrame; history: readonly CurrentLevel[]; areas: readonly Area[]; typed: PostedForm; errors?: FieldErrors | undefined; alert: string | undefined; today: string; done: boolean };

/** The level as a keeper sets it, with its reason in both languages and the day of its review, and the levels before. */
export function SetLevelPage({ frame, history, areas, typed, errors, alert, today, done }: Props) {
  const { language, site } = frame;
  const words = alertWords[language];
  const current = history[0];
  const listed = (slugs: readonly string[]) => slugs.map((slug) => areas.find((one) => one.slug === slug)?.name[language] ?? slug).join(', ') || words.whole;
  const [since, level, where, why] = words.historyHeader;
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: alertPaths.desk, label: words.desk }]} />
      <h1>{words.setLevel}</h1>
      {done ? <p class="inset" role="status">{words.levelSet}</p> : null}
      <p>{words.levelNow}{colon(language)}{current ? <LevelMark language={language} level={current.level} /> : words.noLevel}</p>
      {isReviewDue(current, today) ? <p class="inset">{words.reviewDue}</p> : null}
      <Form frame={frame} errors={errors} action={localized(language, alertPaths.setLevel)} submit={words.saveLevel} hidden={alert ? [['alert', alert]] : []}>
        <Radios name="level" label={words.level} error={errors?.level} value={typed.text('level')} options={levels.map((value) => ({ value, label: words.levels[value], hint: words.levelHints[value] }))} />
        {areas.length > 0 ? <Checkboxes name="areas" label={words.areas} values={typed.list('areas')} options={areas.map(({ slug, name }) => ({ value: slug, label: name[language] }))} /> : null}
        <Textarea name="reason-en" lang="en" label={words.levelReason(words.english)} hint={words.levelReasonHint} rows={3} value={typed.text('reason-en')} error={errors?.['reason-en']} />
        <Textarea name="reason-fr" lang="fr" label={words.levelReason(words.french)} rows={3} value={typed.text('reason-fr')} error={errors?.['reason-fr']} />
        <TextInput name="review-on" type="date" width="short" label={words.reviewOn} hint={words.reviewHint(formatDate(language, addDays(today, longestReview)))} value={typed.text('review-on')} error={errors?.['review-on']} />
      </Form>
      {history.length > 0 ? (
        <section>
          <h2>{words.history}</h2>
          <table class="stack">
            <caption class="hidden-text">{words.history}</caption>
            <thead><tr>{words.historyHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>
              {history.map((one) => (
                <tr>
                  <th scope="row"><span class="hidden-text">{since} </span>{formatDate(language, dateIn(site.timeZone, one.setAt))}</th>
                  <td data-label={level}><LevelMark language={language} level={one.level} /></td>
                  <td data-label={where}>{listed(one.areas)}</td>
                  <td data-label={why}>{one.reason[language]}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      ) : null}
    </StaffLayout>
  );
}
