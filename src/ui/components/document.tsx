import type { Child } from 'hono/jsx';
import { otherLanguage } from '#app/platform/language/language.ts';
import { localized, type PageFrame } from '../page-frame.ts';
import { uiWords } from '../words.ts';

/** The outer document: language, title, canonical address, the same page in the other language, feeds. */
export function HtmlDocument({ frame, script, children }: { frame: PageFrame; script?: string | undefined; children: Child }) {
  const { language, site, path } = frame;
  const other = otherLanguage(language);
  return (
    <html lang={language}>
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <title>{`${frame.hasErrors ? uiWords[language].error : ''}${frame.title} · ${site.name[language]} ${site.place[language]}`}</title>
        {frame.description ? <meta name="description" content={frame.description} /> : null}
        <link rel="stylesheet" href={site.stylesheet} />
        <link rel="icon" href="data:," />
        {script ? <script src={site.script(script)} defer></script> : null}
        {frame.unlisted || frame.staff ? <meta name="robots" content="noindex" /> : <link rel="canonical" href={`${site.baseUrl}${localized(language, path)}`} />}
        {frame.unlisted || frame.staff ? null : <link rel="alternate" hreflang={language} href={`${site.baseUrl}${localized(language, path)}`} />}
        {frame.unlisted || frame.staff ? null : <link rel="alternate" hreflang={other} href={`${site.baseUrl}${localized(other, path)}`} />}
        <link rel="alternate" type="application/atom+xml" title={site.name[language]} href={localized(language, '/plan/feed.atom')} />
        <link rel="alternate" type="application/feed+json" title={site.name[language]} href={localized(language, '/plan/feed.json')} />
      </head>
      <body>{children}</body>
    </html>
  );
}
