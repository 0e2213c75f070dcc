import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, TextInput } from '#app/ui/components/fields.tsx';
import { Breadcrumbs, SummaryList } from '#app/ui/components/pieces.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import type { Bilingual } from '#app/platform/language/language.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import type { Contribution, QueueCounts } from '../contribution/queries.ts';
import { contributionWords } from '../contribution/words.ts';
import type { NumberedTheme } from '../theme/rules.ts';
import type { Coded } from './queries.ts';
import { codingWords } from './words.ts';

export type PieceProps = {
  frame: PageFrame; consultation: Consultation; piece: Contribution; themes: readonly NumberedTheme[]; coded: readonly Coded[]; nameOf: (theme: string) => Bilingual | undefined; account: string;
  codedByOthers: boolean; settled: readonly string[] | undefined; counts: QueueCounts; typed: ReadonlyMap<string, string>; ticked: readonly string[]; errors?: FieldErrors;
};

/** One piece: what was said; to be coded, or with what the coders gave. */
export function PiecePage(props: PieceProps) {
  const { frame, consultation, piece, coded, account, errors = {} } = props;
  const { language } = frame;
  const [words, kinds] = [codingWords[language], contributionWords[language]];
  const mine = coded.find((one) => one.account === account);
  return (
    <StaffLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: voicePaths.queue(consultation.slug), label: consultation.name[language] }]} />
      <h1>{mine ? kinds.kinds[piece.kind] : words.code}</h1>
      <ErrorSummary language={language} errors={errors} />
      {piece.question ? <p class="small">{words.asked}{colon(language)}{piece.question[language]}</p> : null}
      <blockquote lang={piece.language} class="piece">{piece.body}</blockquote>
      {mine ? <Given {...props} mine={mine} /> : <CodeForm {...props} errors={errors} />}
      <SummaryList rows={[
        { label: kinds.from, value: `${kinds.kinds[piece.kind]}${piece.demonstration ? ` (${kinds.demonstration})` : ''}` }, { label: kinds.received, value: formatDate(language, piece.receivedOn) },
      ]} />
      <p class="small">{words.left(props.counts.mine, props.counts.all)}</p>
    </StaffLayout>
  );
}

function CodeForm({ frame, piece, themes, consultation, codedByOthers, typed, ticked, errors = {} }: PieceProps) {
  const { language } = frame;
  const words = codingWords[language];
  if (themes.length === 0) return <p>{words.noThemes} <a href={localized(language, voicePaths.themes(consultation.slug))}>{words.toThemes}</a></p>;
  return (
    <form method="post" action={localized(language, voicePaths.pieceVerb(piece.id, 'codes'))} novalidate>
      <Csrf frame={frame} />
      {codedByOthers ? <p class="small">{words.blind}</p> : null}
      <TextInput name="numbers" inputmode="text" width="short" autocomplete="off" label={words.numbers} hint={words.numbersHint} value={typed.get('numbers')} error={errors.numbers} autofocus={!errors.numbers} />
      <div class="buttons"><button class="button" type="submit">{words.save}</button></div>
      <ThemeTicks language={language} themes={themes} legend={words.list} ticked={ticked} />
    </form>
  );
}

function ThemeTicks({ language, themes, legend, ticked }: { language: 'en' | 'fr'; themes: readonly NumberedTheme[]; legend: string; ticked: readonly string[] }) {
  return (
    <fieldset class="field">
      <legend>{legend}</legend>
      <ol class="themes">
        {themes.map((theme) => (
          <li class={theme.depth === 1 ? 'inner' : undefined}>
            <span class="number" aria-hidden="true">{theme.number}</span>
            <div class="choice"><input type="checkbox" id={`tick-${theme.id}`} name="theme" value={theme.id} checked={ticked.includes(theme.id)} /><label for={`tick-${theme.id}`}><span class="hidden-text">{theme.number} </span>{theme.name[language]}</label></div>
          </li>
        ))}
      </ol>
    </fieldset>
  );
}

function Given({ frame, piece, themes, coded, nameOf, account, codedByOthers, settled, consultation, mine }: PieceProps & { mine: Coded }) {
  const { language } = frame;
  const words = codingWords[language];
  const names = (ids: readonly string[]) => (ids.length === 0 ? words.noTheme : ids.map((id) => nameOf(id)?.[language] ?? '').join('; '));
  const differ = new Set(coded.map((one) => one.themes.join(' '))).size > 1;
  const others = coded.filter((one) => one.account !== account);
  return (
    <>
      <h2>{words.codes}</h2>
      <SummaryList rows={[
        { label: words.you, value: names(mine.themes) }, ...others.map((one, index) => ({ label: words.other(others.length > 1 ? index + 1 : 1), value: names(one.themes) })),
        ...(settled ? [{ label: words.settledAs, value: names(settled) }] : []),
      ]} />
      {codedByOthers ? null : <form method="post" action={localized(language, voicePaths.pieceVerb(piece.id, 'undo'))}><Csrf frame={frame} /><button class="button link" type="submit">{words.undo}</button> <span class="small">{words.undoHint}</span></form>}
      <div class="go">
        <a class="button" href={localized(language, voicePaths.nextPiece(consultation.slug))}>{words.next}</a>
        {piece.mayQuote ? <a class="button quiet" href={localized(language, voicePaths.pieceVerb(piece.id, 'quote'))}>{words.quote}</a> : <p>{words.quoteRefused}</p>}
      </div>
      {coded.length > 1 && !differ ? <p>{words.same}</p> : null}
      {differ ? (
        <section class="band">
          <h2>{words.settle}</h2>
          <p>{words.settleLead}</p>
          <form method="post" action={localized(language, voicePaths.pieceVerb(piece.id, 'settle'))}>
            <Csrf frame={frame} />
            <ThemeTicks language={language} themes={themes} legend={words.list} ticked={settled ?? mine.themes} />
            <button class="button" type="submit">{words.settleSave}</button>
          </form>
        </section>
      ) : null}
    </>
  );
}
