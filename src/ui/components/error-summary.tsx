import type { Language } from '#app/platform/language/language.ts';
import { uiWords } from '../words.ts';
import type { FieldErrors } from './fields.tsx';

/** What is wrong with a form, on top, with a link to each field; takes the focus when the page opens. */
export function ErrorSummary({ language, errors }: { language: Language; errors: FieldErrors }) {
  const entries = Object.entries(errors);
  if (entries.length === 0) return null;
  return (
    <div class="error-summary" role="alert" tabindex={-1} autofocus>
      <h2>{uiWords[language].problemTitle}</h2>
      <ul>
        {entries.map(([name, text]) => (
          <li><a href={`#${name}`}>{text}</a></li>
        ))}
      </ul>
    </div>
  );
}
