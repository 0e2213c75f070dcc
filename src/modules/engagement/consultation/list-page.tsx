import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate, formatMonth } from '#app/ui/format.ts';
import type { Language } from '#app/platform/language/language.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { voicePaths } from './paths.ts';
import type { Consultation } from './queries.ts';
import { consultationState } from './rules.ts';
import { consultationWords } from './words.ts';

/** When it was: the days, or only the months where the days are not known. */
export function periodText(language: Language, one: Pick<Consultation, 'from' | 'until' | 'approximate'>): string {
  const words = consultationWords[language];
  const day = (date: string) => (one.approximate ? formatMonth(language, date.slice(0, 7)) : formatDate(language, date));
  return one.approximate ? words.about(`${day(one.from)} – ${day(one.until)}`) : words.period(day(one.from), day(one.until));
}

/** Every consultation, newest first. */
export function ConsultationsPage({ frame, consultations, today }: { frame: PageFrame; consultations: readonly Consultation[]; today: string }) {
  const { language } = frame;
  const words = consultationWords[language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {consultations.length === 0 ? <p>{words.none}</p> : null}
      <ul class="issues">
        {consultations.map((one) => (
          <li class="issue">
            <h2 class="card-title"><a href={localized(language, voicePaths.consultation(one.slug))}>{one.name[language]}</a></h2>
            {one.demonstration ? <p><span class="tag">{words.demonstration}</span></p> : null}
            <p>{one.question[language]}</p>
            <footer><span>{periodText(language, one)}</span><span>{words.states[consultationState(one, today)]}</span></footer>
          </li>
        ))}
      </ul>
    </PublicLayout>
  );
}
