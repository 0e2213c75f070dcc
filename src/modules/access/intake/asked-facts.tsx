import type { Language } from '#app/platform/language/language.ts';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import type { AccessPoint } from '../access-point/queries.ts';
import { deskWords } from './desk-words.ts';
import { preferences } from './rules.ts';
import type { Detail, Intake } from './queries.ts';
import { intakeWords } from './words.ts';

/** Who asked and what was written, as far as it was said. */
export function AskedFacts({ language, intake, detail, point }: { language: Language; intake: Intake; detail: Detail; point: AccessPoint | undefined }) {
  const [words, asked] = [deskWords[language], intakeWords[language]];
  const preference = preferences.find((one) => one === detail.preference);
  const joined = (...parts: (string | null | undefined)[]) => parts.filter(Boolean).join(', ');
  const school = detail.in_school === null ? '' : detail.in_school ? asked.yes : asked.no;
  const condition = detail.condition_answer === 'yes' ? asked.yes : detail.condition_answer === 'no' ? asked.no : detail.condition_answer === 'unsure' ? asked.unsure : '';
  const profession = point?.professions.find((one) => one.id === detail.profession)?.name[language];
  const rows: [string, string][] = [
    [words.rows.name, [detail.given_name, detail.family_name].filter(Boolean).join(' ') || words.anonymous], [words.rows.age, detail.age === null ? '' : String(detail.age)], [words.rows.school, school],
    [point?.condition?.[language] ?? words.rows.condition, condition], [words.rows.place, detail.municipality ?? ''], [words.rows.language, joined(asked[intake.language], detail.spoken)],
    [words.rows.story, detail.story ?? ''], [words.rows.reach, preference ? asked.preferences[preference] : ''], [words.rows.phone, detail.phone ? `${detail.phone}. ${intake.messageOk ? words.messageOk : words.noMessage}` : ''],
    [words.rows.email, detail.email ?? ''], [words.times, detail.safe_times ?? ''], [words.rows.professional, joined(detail.professional_name, profession, detail.professional_organisation)],
    [words.rows.professionalReach, joined(detail.professional_phone, detail.professional_email)],
  ];
  return (
    <>
      <p>{detail.whom === 'other' ? `${words.other}.` : detail.whom === 'self' ? `${words.self}.` : ''} {intake.knows ? `${words.knows[intake.knows]}.` : ''} {intake.mayShare ? words.share : words.shareAsk}.</p>
      <SummaryList rows={rows.filter(([, value]) => value !== '').map(([label, value]) => ({ label, value }))} />
    </>
  );
}
