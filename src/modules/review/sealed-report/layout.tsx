import type { Child } from 'hono/jsx';
import { raw } from 'hono/html';
import { type Language, otherLanguage } from '#app/platform/language/language.ts';
import { localized, type Site } from '#app/ui/page-frame.ts';
import { sealedPaths } from './paths.ts';
import { sealedWords } from './words.ts';

type Props = { language: Language; site: Site; script?: string | undefined; children: Child };

/** A page of its own kind: a title that says nothing, the way out first, no way around the site, one script inside it or none. */
export function SealedLayout({ language, site, script, children }: Props) {
  const words = sealedWords[language];
  const other = otherLanguage(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{words.windowTitle}</title>
        <meta name="referrer" content="no-referrer" />
        <link rel="stylesheet" href={site.stylesheet} />
      </head>
      <body class="sealed">
        <a class="skip" href="#content">{words.skip}</a>
        <header class="way-out">
          <div class="wrap">
            <a class="button warning" id="leave" href={localized(language, sealedPaths.leave)} rel="noreferrer">{words.exit}</a>
            <span class="small" id="leave-hint" hidden>{words.exitHint}</span>
            <a class="language" href={localized(other, sealedPaths.page)} lang={other} hreflang={other}>{words.otherLanguage}</a>
          </div>
        </header>
        <main id="content" tabindex={-1} class="wrap page">{children}</main>
        {script === undefined ? null : <script>{raw(script)}</script>}
      </body>
    </html>
  );
}
