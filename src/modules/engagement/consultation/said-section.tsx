import type { Language } from '#app/platform/language/language.ts';
import { State } from '#app/ui/components/state.tsx';
import { localized } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import type { PublicQuote } from '../quote/queries.ts';
import type { ReportContent, ReportedTheme } from '../report/compute.ts';
import type { DoneAbout } from './done.ts';
import { Bar, cellText, type Column, FigureTable, percentText } from './figures.tsx';
import { listText } from './heard-section.tsx';
import { consultationWords } from './words.ts';

type Props = { language: Language; content: ReportContent; quotes: readonly PublicQuote[]; done: readonly DoneAbout[] };

/** What people said, theme by theme, and what was done about each. */
export function SaidSection({ language, content, quotes, done }: Props) {
  const words = consultationWords[language];
  const { themes, weighing } = content;
  const columns: Column<ReportedTheme>[] = [
    { label: words.voicesHead, cell: (theme) => cellText(language, theme.voices), numeric: true },
    { label: words.shareHead, cell: (theme) => (theme.share === undefined ? '–' : <><Bar part={theme.share} />{percentText(language, theme.share)}</>), numeric: true },
    ...(weighing ? [{ label: words.weightedHead, cell: (theme: ReportedTheme) => (theme.weighted ? `${percentText(language, theme.weighted.share)} ± ${Math.round(theme.weighted.margin * 100)}` : '–'), numeric: true }] : []),
  ];
  return (
    <section class="band" id="said">
      <h2>{words.said}</h2>
      {typeof content.voices === 'number' ? (
        <>
          <p>{words.voices(cellText(language, content.voices))}</p>
          <FigureTable caption={words.themeTable} head={{ label: words.theme, cell: (theme) => <a href={`#theme-${theme.id}`} class={theme.parent ? 'under' : undefined}>{theme.name[language]}</a> }} rows={themes} columns={columns} />
        </>
      ) : <p>{words.fewVoices}</p>}
      {weighing ? (
        <>
          <p>{words.weighted(listText(language, weighing.by.map((dimension) => words.dimensionNames[dimension])))} {words.weightedSize(weighing.effective, weighing.designEffect.toLocaleString(`${language}-CA`))}</p>
          {weighing.trimmed ? <p>{words.trimmed(percentText(language, weighing.difference))}</p> : null}
        </>
      ) : null}
      {quotes.length > 0 ? <p class="small">{words.quoteNote}</p> : null}
      {themes.filter((theme) => theme.parent === null).map((theme) => (
        <section id={`theme-${theme.id}`} class="voice">
          <h3>{theme.name[language]}</h3>
          <ThemeBody language={language} theme={theme} quotes={quotes} done={done} />
          {themes.filter((part) => part.parent === theme.id).map((part) => (
            <section id={`theme-${part.id}`}>
              <h4>{part.name[language]}</h4>
              <ThemeBody language={language} theme={part} quotes={quotes} done={done} part />
            </section>
          ))}
        </section>
      ))}
    </section>
  );
}

function ThemeBody({ language, theme, quotes, done, part }: { language: Language; theme: ReportedTheme; quotes: readonly PublicQuote[]; done: readonly DoneAbout[]; part?: boolean }) {
  const words = consultationWords[language];
  // Reports from before quotes followed a merged theme name none.
  const own = quotes.filter((quote) => theme.quotes?.includes(quote.id) ?? quote.theme === theme.id);
  const answers = done.filter((one) => one.theme === theme.id);
  return (
    <>
      {own.map((quote) => <figure class="said"><blockquote lang={quote.language}>{quote.body}</blockquote><figcaption class="small">{words.quote}{quote.demonstration ? ` (${words.madeUpQuote})` : ''}</figcaption></figure>)}
      {answers.length > 0 ? <p class="did"><b>{words.did}</b></p> : null}
      {answers.length > 0 ? <ul>{answers.map((one) => <li><Answer language={language} one={one} /></li>)}</ul> : part ? null : <p class="small">{words.did}{colon(language)}{words.unanswered}</p>}
    </>
  );
}

function Answer({ language, one }: { language: Language; one: DoneAbout }) {
  const words = consultationWords[language];
  const said = one.words ? <> {one.words[language]}</> : null;
  if (one.kind === 'no') return <><b>{words.answerKinds.no}{colon(language)}</b>{one.words?.[language]}</>;
  if (one.kind === 'issue') return <>{words.issueAnswer(one.target ?? '')}{said}</>;
  const title = one.title ? one.title[language] : words.gone;
  return <>{words.answerKinds[one.kind]}{colon(language)}{one.path ? <a href={localized(language, one.path)}>{title}</a> : title} {one.state ? <State language={language} state={one.state} /> : null}{said}</>;
}
