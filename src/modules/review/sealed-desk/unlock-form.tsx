import { raw } from 'hono/html';
import type { Language } from '#app/platform/language/language.ts';
import { TextInput } from '#app/ui/components/fields.tsx';
import type { DeskData } from './desk-data.ts';
import { deskWords } from './words.ts';

/** What the script of a page of the committee is given; text that could end the element is written otherwise. */
export function DeskScriptData({ data }: { data: DeskData }) {
  return <script type="application/json" id="desk-data">{raw(JSON.stringify(data).replaceAll('<', '\\u003c'))}</script>;
}

/** Opening one's key, by passkey or phrase; the script shows what is behind it afterwards. */
export function UnlockForm({ language, title }: { language: Language; title?: string }) {
  const words = deskWords[language];
  return (
    <section id="unlock" class="panel" aria-labelledby="unlock-title">
      <h2 id="unlock-title">{title ?? words.unlockTitle}</h2>
      <p id="unlock-problem" role="alert" class="error-text" hidden></p>
      <p><button class="button" type="button" id="unlock-passkey">{words.unlock}</button></p>
      <form id="unlock-form" autocomplete="off" novalidate>
        <TextInput name="phrase" label={words.phrase} hint={words.phraseHint} autocomplete="off" spellcheck={false} />
        <button class="button quiet" type="submit">{words.unlockPhrase}</button>
      </form>
    </section>
  );
}
