import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { dateIn } from '#app/platform/clock/clock.ts';
import { monthText } from '../opioid-report/month.ts';
import type { ReleasedMonth } from '../opioid-report/queries.ts';
import { publishedText } from '../release/sentences.ts';
import { LevelMark } from './level-mark.tsx';
import { type CurrentLevel, isReviewDue, levels } from './level-queries.ts';
import { publicWords } from './public-words.ts';
import type { PublicRate } from './rate-queries.ts';
import type { Area, Rule } from './rule.ts';
import { oftenText } from './sentences.ts';

type Props = { frame: PageFrame; current: CurrentLevel | undefined; areas: readonly Area[]; rules: readonly Rule[]; rates: readonly PublicRate[]; months: readonly ReleasedMonth[]; today: string };

/** The level for everybody: what it is and why, what to do, how an alert comes about, and protected counts. */
export function LevelPage({ frame, current, areas, rules, rates, months, today }: Props) {
  const { language, site } = frame;
  const words = publicWords[language];
  const named = (current?.areas ?? []).map((slug) => areas.find((one) => one.slug === slug)?.name[language] ?? slug);
  const listed = new Intl.ListFormat(language === 'en' ? 'en-CA' : 'fr-CA').format(named);
  const k = months[0]?.k ?? 6;
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <section class={`alert-now ${current?.level ?? 'unset'}`} aria-labelledby="now">
        {current ? (
          <>
            <h2 id="now">{words.levelIs('')}<LevelMark language={language} level={current.level} /></h2>
            <p>{current.reason[language]}</p>
            {named.length > 0 ? <p>{words.where(listed)}</p> : null}
            <p class="small">
              {words.since(formatDate(language, dateIn(site.timeZone, current.setAt)))}{' '}
              {current.reviewOn === null ? null : isReviewDue(current, today) ? words.reviewDue(formatDate(language, current.reviewOn)) : words.review(formatDate(language, current.reviewOn))} {words.set}
              {current.demonstration || site.demonstration ? ` ${words.demonstration}` : ''}
            </p>
          </>
        ) : <h2 id="now">{words.none}</h2>}
      </section>
      <section>
        <h2>{words.doTitle}</h2>
        <p><strong>{words.emergency}</strong></p>
        <ul>{words.advice.map((one) => <li>{one}</li>)}</ul>
        <h3>{words.lawTitle}</h3>
        <p>{words.law}</p>
        <p class="small"><a href={language === 'en' ? 'https://laws-lois.justice.gc.ca/eng/annualstatutes/2017_4/page-1.html' : 'https://laws-lois.justice.gc.ca/fra/loisannuelles/2017_4/page-1.html'} rel="noopener">{words.lawLink}</a></p>
      </section>
      <section>
        <h2>{words.levelsTitle}</h2>
        <dl class="levels">{levels.map((level) => <><dt><LevelMark language={language} level={level} /></dt><dd>{words.levelTexts[level]}</dd></>)}</dl>
      </section>
      <section>
        <h2>{words.countsTitle}</h2>
        {months.length === 0 ? <p>{words.noCounts}</p> : (
          <>
            <p>{words.countsText(k)}</p>
            <table class="stack">
              <caption>{words.countsCaption}{months.some((one) => one.demonstration) ? ` (${words.demonstration.replace(/\.$/, '').toLocaleLowerCase(language)})` : ''}</caption>
              <thead><tr><th scope="col">{words.month}</th>{areas.map((area) => <th scope="col">{area.name[language]}</th>)}<th scope="col">{words.total}</th></tr></thead>
              <tbody>
                {months.map((one) => (
                  <tr>
                    <th scope="row">{monthText(language, one.month)}</th>
                    {[...areas.map((area) => [area.name[language], one.cells[area.slug]] as const), [words.total, one.cells.all] as const].map(([label, value]) => (
                      <td data-label={label}>{value === undefined ? '' : value === null ? words.withheld : publishedText(language, value)}</td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </section>
      {rules.length === 0 ? null : (
        <section>
          <h2>{words.rulesTitle}</h2>
          <p>{words.rules}</p>
          <table class="stack">
            <caption class="hidden-text">{words.rulesTitle}</caption>
            <thead><tr>{words.ruleHeader.map((one) => <th scope="col">{one}</th>)}</tr></thead>
            <tbody>
              {rules.map((rule) => {
                const rate = rates.find((one) => one.ruleId === rule.id);
                return <tr><th scope="row">{rule.name[language]}</th><td data-label={words.ruleHeader[1]}>{rule.active ? (rate ? oftenText(language, rate.perYear) : words.notStated) : words.off}</td></tr>;
              })}
            </tbody>
          </table>
        </section>
      )}
    </PublicLayout>
  );
}
