import { orderOf } from '#app/methods/priority/decision.ts';
import { failedRequirements } from '#app/methods/priority/requirement.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { drawPaths } from '../draw/paths.ts';
import type { Offer } from '../offer/queries.ts';
import { OfferSection } from '../offer/section.tsx';
import { priorityPaths } from '../priority/paths.ts';
import { failedText, placeReasons, requirementText } from '../priority/sentences.ts';
import { priorityWords } from '../priority/words.ts';
import { behindName } from './list-pages.tsx';
import { vacancyPaths } from './paths.ts';
import type { Behind, Kept, Vacancy } from './queries.ts';
import { vacancyWords } from './words.ts';

type Props = { frame: PageFrame; vacancy: Vacancy; kept: Kept | undefined; offers: readonly Offer[]; typed: Posted; errors?: FieldErrors | undefined; now: Date };

/** A vacancy: what it asks, who comes first and why, why others do not fit, and its offers. */
export function VacancyPage({ frame, vacancy, kept, offers, typed, errors, now }: Props) {
  const { language } = frame;
  const words = vacancyWords[language];
  const at = (path: string) => localized(language, path);
  const over = vacancy.state === 'filled' || vacancy.state === 'withdrawn';
  const { offer: refused, ...ofForm } = errors ?? {};
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(vacancyPaths.list)}>{words.back}</a></p>
      <h1>{vacancy.name}</h1>
      {refused ? <ErrorSummary language={language} errors={{ offers: refused }} /> : null}
      <p class="lead">{words.states[vacancy.state]}. {vacancy.listName[language]}</p>
      <ul>
        <li>{words.available}{colon(language)}{formatDate(language, vacancy.availableOn)}</li>
        <li>{words.answer}{colon(language)}{words.hoursOf(vacancy.answerHours)}</li>
        <li>{words.requirements}{colon(language)}{vacancy.requirements.length === 0 ? words.nothingAsked : <ul>{vacancy.requirements.map((one) => <li>{requirementText(language, one)}</li>)}</ul>}</li>
        <li>{words.commitment}{colon(language)}<code class="break">{vacancy.commitment}</code><br /><span class="hint">{words.commitmentHint}</span> <a href={at(drawPaths.list)}>{words.draws}</a></li>
      </ul>
      {vacancy.keeps && vacancy.state === 'open' ? (
        <form method="post" action={at(vacancyPaths.close(vacancy.id))}><Csrf frame={frame} /><p>{words.closeHint} <a href={at(priorityPaths.list(vacancy.slug))}>{words.rules}</a></p><button class="button" type="submit">{words.close}</button></form>
      ) : null}
      {vacancy.state === 'open' ? null : <OfferSection frame={frame} vacancy={vacancy} offers={offers} typed={typed} errors={errors && !refused ? ofForm : undefined} now={now} />}
      {kept ? <Order frame={frame} kept={kept} vacancy={vacancy} /> : null}
      {over ? null : <form method="post" action={at(vacancyPaths.withdraw(vacancy.id))}><Csrf frame={frame} /><p class="hint">{words.withdrawHint}</p><button class="button quiet" type="submit">{words.withdraw}</button></form>}
    </StaffLayout>
  );
}

function Order({ frame: { language }, kept, vacancy }: { frame: PageFrame; kept: Kept; vacancy: Vacancy }) {
  const words = vacancyWords[language];
  const ranked = orderOf(kept.inputs);
  const behind = new Map(kept.people.map((one) => [one.token, one]));
  const rules = kept.inputs.ruleSet.rules;
  const { requirements } = kept.inputs.vacancy;
  const others = kept.inputs.people.map((one) => ({ token: one.person, failed: failedRequirements(requirements, one.facts) })).filter(({ failed }) => failed.length > 0);
  const name = (one: Behind | undefined) => behindName(language, one);
  return (
    <>
      <h2>{words.who}</h2>
      <p>{words.ofPeople(ranked.length, kept.inputs.people.length)}. <a href={localized(language, vacancyPaths.decision(vacancy.id))}>{words.decision}</a></p>
      {ranked.length === 0 ? <p>{words.fits}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.place}</th><th scope="col">{words.person}</th><th scope="col">{words.why}</th></tr></thead>
          <tbody>{ranked.map((one) => <tr><th scope="row" data-label={words.place}>{one.place}</th><td data-label={words.person}>{name(behind.get(one.person))}</td><td data-label={words.why}>{behind.get(one.person)?.closed ? '–' : <ul>{placeReasons(language, one, rules, true).map((text) => <li>{text}</li>)}</ul>}</td></tr>)}</tbody>
        </table>
      )}
      <h2>{words.noMatch}</h2>
      {others.length === 0 ? <p>{words.allFit}</p> : (
        <>
          <p>{words.noMatchHint}</p>
          <ul>{others.map(({ token, failed }) => <li>{name(behind.get(token))}{behind.get(token)?.closed ? null : <ul>{failed.map((one) => <li>{failedText(language, one, requirements)}{one.known ? null : <b> {words.ask}</b>}</li>)}</ul>}</li>)}</ul>
        </>
      )}
      <p class="hint">{priorityWords[language].reading}</p>
    </>
  );
}
