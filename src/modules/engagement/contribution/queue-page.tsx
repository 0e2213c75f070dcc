import { Csrf } from '#app/ui/components/csrf.tsx';
import { Select } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { periodText } from '../consultation/list-page.tsx';
import { voicePaths } from '../consultation/paths.ts';
import type { Consultation } from '../consultation/queries.ts';
import type { QueueCounts, QueuedPiece, QueueFilter } from './queries.ts';
import { contributionWords } from './words.ts';

/** Where the work on one consultation leads. */
export function WorkLinks({ frame: { language }, consultation }: { frame: PageFrame; consultation: Consultation }) {
  const words = contributionWords[language];
  const { slug } = consultation;
  const links = [[voicePaths.queue(slug), words.queue], [voicePaths.themes(slug), words.themes], [voicePaths.agreement(slug), words.agreement], [voicePaths.quotes(slug), words.quotes],
    [voicePaths.report(slug), words.report], [voicePaths.consultation(slug), words.publicPage]] as const;
  return <nav aria-label={consultation.name[language]}><ul class="worklinks">{links.map(([path, label]) => <li><a href={localized(language, path)}>{label}</a></li>)}</ul></nav>;
}

/** The consultations with what is left to do in each. */
export function WorkPage({ frame, consultations, counts }: { frame: PageFrame; consultations: readonly Consultation[]; counts: ReadonlyMap<string, QueueCounts> }) {
  const { language } = frame;
  const words = contributionWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.work}</h1>
      <p class="lead">{words.workLead}</p>
      {consultations.map((consultation) => (
        <section class="band">
          <h2><a href={localized(language, voicePaths.queue(consultation.slug))}>{consultation.name[language]}</a></h2>
          <p class="small">{periodText(language, consultation)}</p>
          <Counts frame={frame} counts={counts.get(consultation.slug)} />
          <WorkLinks frame={frame} consultation={consultation} />
        </section>
      ))}
    </StaffLayout>
  );
}

function Counts({ frame, counts }: { frame: PageFrame; counts: QueueCounts | undefined }) {
  const words = contributionWords[frame.language];
  if (!counts) return null;
  return <ul class="facts">{([[counts.all, words.pieces], [counts.toCode, words.toCode], [counts.second, words.second], [counts.mine, words.mine]] as const).map(([count, label]) => <li><b>{count}</b>{label}</li>)}</ul>;
}

type QueueProps = { frame: PageFrame; consultation: Consultation; counts: QueueCounts; pieces: readonly QueuedPiece[]; filter: QueueFilter; mayTake: boolean; taken: number | undefined };

export function QueuePage({ frame, consultation, counts, pieces, filter, mayTake, taken }: QueueProps) {
  const { language } = frame;
  const words = contributionWords[language];
  const options = (['to-code', 'second', 'coded', 'all'] as const).map((value) => ({ value, label: words.filters[value] }));
  return (
    <StaffLayout frame={frame}>
      <h1>{consultation.name[language]}</h1>
      <WorkLinks frame={frame} consultation={consultation} />
      {taken === undefined ? null : <p class="inset" role="status">{words.taken(taken)}</p>}
      <Counts frame={frame} counts={counts} />
      <div class="go">
        {counts.toCode + counts.second > 0 ? <a class="button" href={localized(language, voicePaths.nextPiece(consultation.slug))}>{words.next}</a> : <p>{counts.all > 0 ? words.nothingLeft : words.none}</p>}
        <a class="button quiet" href={localized(language, voicePaths.newPiece(consultation.slug))}>{words.add}</a>
        {mayTake ? <form method="post" action={localized(language, voicePaths.takeIssues(consultation.slug))}><Csrf frame={frame} /><button class="button quiet" type="submit">{words.takeIssues}</button></form> : null}
      </div>
      <h2>{words.queue}</h2>
      <form method="get" class="inline">
        <Select name="show" label={words.filter} value={filter} options={options} />
        <button class="button quiet" type="submit">{words.apply}</button>
      </form>
      {pieces.length === 0 ? <p>{words.none}</p> : <PieceTable frame={frame} pieces={pieces} />}
    </StaffLayout>
  );
}

function PieceTable({ frame: { language }, pieces }: { frame: PageFrame; pieces: readonly QueuedPiece[] }) {
  const words = contributionWords[language];
  return (
    <table class="stack">
      <caption class="hidden-text">{words.caption}</caption>
      <thead><tr><th scope="col">{words.text}</th><th scope="col">{words.from}</th><th scope="col">{words.received}</th><th scope="col">{words.coders}</th></tr></thead>
      <tbody>
        {pieces.map((piece) => (
          <tr>
            <td data-label={words.text}><a href={localized(language, voicePaths.piece(piece.id))} lang={piece.language}>{excerpt(piece.body)}</a></td>
            <td data-label={words.from}>{words.kinds[piece.kind]}</td>
            <td data-label={words.received}>{formatDate(language, piece.receivedOn)}</td>
            <td data-label={words.coders}>{words.codersCount(piece.coders)}{piece.settled ? ` (${words.settled})` : ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** The beginning of a text, cut at a word. */
export function excerpt(text: string, length = 110): string {
  const line = text.replaceAll(/\s+/g, ' ').trim();
  return line.length <= length ? line : `${line.slice(0, line.lastIndexOf(' ', length) > 0 ? line.lastIndexOf(' ', length) : length)} …`;
}
