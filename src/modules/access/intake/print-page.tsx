import { Crisis } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import type { PageFrame } from '#app/ui/page-frame.ts';
import type { AccessPoint } from '../access-point/queries.ts';
import { Telephone } from '../access-point/telephone.tsx';
import { preferences, type Question, questionsOf } from './rules.ts';
import { intakeWords } from './words.ts';

/** The form on paper, with the numbers of the form on the screen. */
export function PrintPage({ frame, point }: { frame: PageFrame; point: AccessPoint }) {
  const { language } = frame;
  const words = intakeWords[language];
  const choice = (texts: readonly string[]) => <ul class="boxes">{texts.map((text) => <li><span class="box" aria-hidden="true" /> {text}</li>)}</ul>;
  const line = (label?: string) => <p class="blank">{label ? `${label}${language === 'fr' ? ' :' : ':'}` : ''}</p>;
  const answer: Readonly<Record<Question, () => unknown>> = {
    whom: () => choice([words.whom.self, words.whom.other]),
    age: () => line(),
    school: () => choice([words.yes, words.no]),
    condition: () => choice([words.yes, words.unsure, words.no]),
    name: () => <><p>{words.nameHint}</p>{line(words.given)}{line(words.family)}</>,
    place: () => line(),
    language: () => <>{choice([words.en, words.fr])}{line(words.spoken)}</>,
    story: () => <>{[1, 2, 3, 4, 5, 6].map(() => line())}</>,
    reach: () => <>{choice(preferences.map((one) => words.preferences[one]))}{line(words.phone)}{line(words.email)}</>,
    times: () => <>{line()}{line()}</>,
    message: () => choice([words.messageYes, words.messageNo]),
    share: () => choice([words.shareYes, words.shareNo]),
  };
  return (
    <PublicLayout frame={frame}>
      <h1>{frame.title}</h1>
      <p class="lead">{words.paperLead} {words.paperBy}</p>
      <p>{words.byPhone} <Telephone number={point.telephone} />.{point.place ? ` ${point.place[language]}.` : ''}</p>
      <Crisis language={language} />
      {questionsOf(point).map((question, index) => (
        <section class="question">
          <h2>{index + 1}. {question === 'condition' ? point.condition?.[language] : words.questions[question]}</h2>
          {answer[question]()}
        </section>
      ))}
      <p>{words.notice(point.agencyName[language], false)}</p>
    </PublicLayout>
  );
}
