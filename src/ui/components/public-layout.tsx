import type { Child } from 'hono/jsx';
import { otherLanguage } from '#app/platform/language/language.ts';
import { localized, type PageFrame } from '../page-frame.ts';
import { uiWords } from '../words.ts';
import { DemonstrationNotice } from './demonstration-notice.tsx';
import { HtmlDocument } from './document.tsx';
import { Mark } from './mark.tsx';

/** Every public page: crisis numbers first, the mark, the doors to help, the way around, the demonstration's quiet line, the content, the foot. */
export function PublicLayout({ frame, wide, script, children }: { frame: PageFrame; wide?: boolean; script?: string; children: Child }) {
  const { language, site } = frame;
  const words = uiWords[language];
  const other = otherLanguage(language);
  const doors = site.navigation.filter((item) => item.help);
  return (
    <HtmlDocument frame={frame} script={script}>
      <a class="skip" href="#content">{words.skip}</a>
      <HelpBand frame={frame} />
      <header class="top">
        <div class="wrap">
          <a class="mark" href={localized(language, '/plan')}>
            <Mark size={40} />
            <span>{site.name[language]}<small>{site.place[language]}</small></span>
          </a>
          {doors.length > 0 ? (
            <nav class="doors" aria-label={words.helpDoors}>
              <ul>{doors.map((item) => <li><a href={localized(language, item.path)} aria-current={item.key === frame.current ? 'page' : undefined}>{item.label[language]}</a></li>)}</ul>
            </nav>
          ) : null}
          <nav aria-label={words.mainNavigation}>
            <ul>
              {site.navigation.filter((item) => !item.help).map((item) => (
                <li><a href={localized(language, item.path)} aria-current={item.key === frame.current ? 'page' : undefined}>{item.label[language]}</a></li>
              ))}
              <li><a href={localized(other, frame.path)} lang={other} hreflang={other}>{words.otherLanguage}</a></li>
            </ul>
          </nav>
        </div>
      </header>
      <DemonstrationNotice frame={frame} />
      <main id="content" tabindex={-1} class={wide ? 'wrap' : 'wrap page'}>{children}</main>
      <footer class="foot">
        <div class="wrap">
          {site.footer.map((group) => (
            <nav aria-label={group.label?.[language]}>
              {group.label ? <p>{group.label[language]}</p> : null}
              <ul>{group.items.map((item) => <li><a href={localized(language, item.path)}>{item.label[language]}</a></li>)}</ul>
            </nav>
          ))}
        </div>
      </footer>
    </HtmlDocument>
  );
}

function HelpBand({ frame: { language } }: { frame: PageFrame }) {
  const words = uiWords[language];
  return (
    <div class="help" role="region" aria-label={words.helpNow}>
      <div class="wrap">
        <span>{words.danger} <a href="tel:911">911</a></span>
        <span>{words.suicide} <a href="tel:988">9-8-8</a>{words.anyTime}</span>
        <span>{words.service} <a href="tel:211">211</a></span>
      </div>
    </div>
  );
}
