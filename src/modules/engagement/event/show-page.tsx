import { publishedText } from '#app/modules/insight/index.ts';
import type { Source } from '#app/modules/plan/index.ts';
import { Breadcrumbs, Crisis, Sources, SummaryList, type SummaryRow } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatNumber } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { eventPaths } from './paths.ts';
import type { PublicMeeting } from './queries.ts';
import { whenOf } from './rules.ts';
import { eventWords } from './words.ts';

type Props = { frame: PageFrame; meeting: PublicMeeting; open: boolean; over: boolean; sources: readonly Source[] };

/** One public meeting: everything that somebody must know before she goes, and the way to register. */
export function EventPage({ frame, meeting, open, over, sources }: Props) {
  const { language } = frame;
  const words = eventWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: eventPaths.list, label: words.title }]} />
      <h1>{meeting.title[language]}</h1>
      {meeting.demonstration ? <p><span class="tag">{words.demonstration}</span></p> : null}
      {meeting.cancelledFor ? <p class="inset" role="status"><b>{words.cancelledFor(meeting.cancelledFor[language])}</b></p> : null}
      {meeting.distressing ? <Crisis language={language} /> : null}
      <SummaryList rows={factsOf(frame, meeting, over)} />
      {open ? (
        <>
          <p class="small">{meeting.capacity === null ? words.registerHint : words.registerOnlyFree}</p>
          <div class="go">
            <a class="button" href={localized(language, eventPaths.register(meeting.slug))}>{meeting.isFull ? words.registerWaiting : words.register}</a>
            <a class="button quiet" href={localized(language, eventPaths.calendar(meeting.slug))}>{words.calendar}</a>
          </div>
        </>
      ) : null}
      {over ? <p>{words.over}</p> : null}
      <h2>{words.aboutTitle}</h2>
      <p class="pre">{meeting.about[language]}</p>
      {over ? null : <p><a href={localized(language, '/engagement/issues')}>{words.bringIssue}</a></p>}
      <Sources language={language} sources={sources} />
    </PublicLayout>
  );
}

function factsOf({ language, site }: PageFrame, meeting: PublicMeeting, over: boolean): SummaryRow[] {
  const words = eventWords[language];
  const places = meeting.capacity === null ? words.noLimit : words.placesText(formatNumber(language, meeting.capacity));
  return [
    { label: words.when, value: whenOf(language, meeting, site.timeZone) },
    { label: words.where, value: meeting.place[language] },
    { label: words.entrance, value: meeting.entrance?.[language] ?? words.noEntrance },
    { label: words.languages, value: meeting.languages.map((one) => words.languageNames[one]).join(` ${words.and} `) || words.noLanguages },
    ...(meeting.attended === null ? [] : [{ label: words.attended, value: words.attendedText(publishedText(language, meeting.attended)) }]),
    ...(over || meeting.state === 'cancelled' ? [] : [
      { label: words.arranged, value: words.arrangedText },
      ...(meeting.childCare ? [{ label: words.childCare, value: words.childCareText }] : []),
      { label: words.places, value: meeting.isFull ? `${places} ${words.placesFull}` : places },
    ]),
  ];
}
