import { dateIn } from '#app/platform/clock/clock.ts';
import { SummaryList } from '#app/ui/components/pieces.tsx';
import { formatDate } from '#app/ui/format.ts';
import type { Language } from '#app/platform/language/language.ts';
import type { Content, Words } from './queries.ts';
import { referralWords } from './words.ts';

/** What a consent opens of the person to the receiver now. */
export function SharedContent({ language, content, timeZone }: { language: Language; content: Content; timeZone: string }) {
  const words = referralWords[language];
  if (content.sections.length === 0) return <p class="panel">{words.nothingShared}</p>;
  const { identity, contact } = content;
  const rows = [
    ...(identity ? [{ label: words.name, value: `${identity.givenName} ${identity.familyName}` }] : []),
    ...(identity?.birthDate ? [{ label: words.born, value: `${formatDate(language, identity.birthDate)}${identity.birthEstimated ? ` (${words.estimated})` : ''}` }] : []),
    ...(identity && identity.languages.length > 0 ? [{ label: words.languages, value: identity.languages.join(', ') }] : []),
    ...(identity?.interpreter ? [{ label: words.interpreter, value: words.yes }] : []),
    ...(contact?.phone ? [{ label: words.phone, value: contact.phone }] : []),
    ...(contact?.email ? [{ label: words.email, value: contact.email }] : []),
    ...(contact?.phone ? [{ label: words.message, value: contact.safeToLeaveMessage ? words.yes : words.no }] : []),
  ];
  return (
    <>
      {contact?.doNotContact ? <p class="panel"><b>{words.doNotContact}</b></p> : null}
      <SummaryList rows={rows} />
      {(['housing', 'health', 'note'] as const).map((section) => (content[section] && content[section].length > 0 ? (
        <>
          <h3>{words.sections[section]}</h3>
          {content[section].map((body) => <blockquote><p class="pre">{body}</p></blockquote>)}
        </>
      ) : null))}
      <WordsList language={language} title={words.words} list={content.words} timeZone={timeZone} />
    </>
  );
}

/** What was written with a referral. */
export function WordsList({ language, title, list, timeZone }: { language: Language; title: string; list: readonly Words[]; timeZone: string }) {
  if (list.length === 0) return null;
  const words = referralWords[language];
  return (
    <>
      <h3>{title}</h3>
      {list.map((one) => (
        <blockquote>
          <p class="pre">{one.body}</p>
          <p class="small">{words.wordsKinds[one.kind]}, {formatDate(language, dateIn(timeZone, new Date(one.at)))}</p>
        </blockquote>
      ))}
    </>
  );
}
