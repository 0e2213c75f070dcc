import type { Language } from '#app/platform/language/language.ts';
import type { SummaryRow } from '#app/ui/components/pieces.tsx';
import { type RegistrationGiven, spokenLanguages } from './rules.ts';
import { registrationWords } from './words.ts';

type Answers = Pick<RegistrationGiven, 'people' | 'spoken' | 'name' | 'email' | 'needs'>;

/** What somebody answered, to check or to read again. */
export function answerRows(language: Language, { people, spoken, name, email, needs }: Answers): SummaryRow[] {
  const words = registrationWords[language];
  const spokenName = spokenLanguages.find((one) => one === spoken);
  const needTexts = needs.map(({ need, amount, note }) => {
    const colon = language === 'fr' ? ' : ' : ': ';
    return `${words.needNames[need]}${need === 'child-care' ? `${colon}${amount}` : note ? `${colon}${note}` : ''}`;
  });
  return [
    { label: words.checkPeople, value: String(people) },
    { label: words.spoken, value: spokenName ? words.spokenNames[spokenName] : '' },
    { label: words.needsTitle, value: needTexts.join('\n') || words.none },
    { label: words.contactTitle, value: [name, email].filter(Boolean).join(', ') || words.none },
  ];
}
