import { stayKinds } from '#app/methods/homelessness/stay.ts';
import type { Language } from '#app/platform/language/language.ts';
import { addDays, daysBetween, formatDate } from '#app/ui/format.ts';
import type { StayLine } from './queries.ts';
import { stayWords } from './words.ts';

const span = 1095;

/** The stays of the last three years, one line a kind; what is told and not confirmed is drawn broken. The table beside it says the same in words. */
export function Timeline({ language, stays, today }: { language: Language; stays: readonly StayLine[]; today: string }) {
  const words = stayWords[language];
  const from = addDays(today, 1 - span);
  const shown = stays.filter((stay) => (stay.end ?? today) >= from);
  const kinds = stayKinds.filter((kind) => shown.some((stay) => stay.kind === kind));
  if (kinds.length === 0) return null;
  const place = (day: string) => Math.max(0, Math.min(span, daysBetween(from, day)));
  return (
    <figure class="stays">
      <figcaption><b>{words.timeline}</b> <span class="hint">{words.timelineText(formatDate(language, from), formatDate(language, today))}</span></figcaption>
      {kinds.map((kind) => (
        <div class="lane">
          <span>{words.kinds[kind]}</span>
          <svg viewBox={`0 0 ${span} 12`} preserveAspectRatio="none" aria-hidden="true" focusable="false">
            <rect class="ground" x="0" y="5" width={span} height="2" />
            {shown.filter((stay) => stay.kind === kind).map((stay) => {
              const left = place(stay.start);
              return <rect class={`stretch ${stay.evidence}`} x={left} y="1" width={Math.max(3, place(stay.end ?? today) + 1 - left)} height="10" />;
            })}
          </svg>
        </div>
      ))}
      <div class="lane ends" aria-hidden="true"><span /><p><span>{formatDate(language, from)}</span><span>{formatDate(language, today)}</span></p></div>
    </figure>
  );
}
