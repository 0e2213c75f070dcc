import type { Bilingual, Language } from '#app/platform/language/language.ts';

/** A text of a meeting: written in one language in the room, in both before the minutes are approved. Until then both keys hold what was written. */
export type MeetingText = Bilingual & { readonly untranslated?: Language };

/** What was typed in one language or both; undefined when nothing was. */
export function meetingText(en: string, fr: string): MeetingText | undefined {
  if (en && fr) return { en, fr };
  if (en) return { en, fr: en, untranslated: 'fr' };
  return fr ? { en: fr, fr, untranslated: 'en' } : undefined;
}

/** The language in which a text really stands for a reader. */
export function writtenIn(text: MeetingText, reader: Language): Language {
  return text.untranslated === reader ? (reader === 'en' ? 'fr' : 'en') : reader;
}

/** The text for a reader, marked with the language that it is written in. */
export function InLanguage({ text, language }: { text: MeetingText; language: Language }) {
  const written = writtenIn(text, language);
  return <span lang={written === language ? undefined : written}>{text[language]}</span>;
}
