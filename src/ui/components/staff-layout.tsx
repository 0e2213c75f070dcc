import type { Child } from 'hono/jsx';
import { otherLanguage } from '#app/platform/language/language.ts';
import { localized, type PageFrame } from '../page-frame.ts';
import { uiWords } from '../words.ts';
import { Csrf } from './csrf.tsx';
import { DemonstrationNotice } from './demonstration-notice.tsx';
import { HtmlDocument } from './document.tsx';
import { Mark } from './mark.tsx';

/** Every staff page: a quiet list of work at the side, the content beside it. */
export function StaffLayout({ frame, script, children }: { frame: PageFrame; script?: string; children: Child }) {
  const { language, site } = frame;
  const words = uiWords[language];
  const other = otherLanguage(language);
  const roles = frame.staff?.roles ?? [];
  const groups = site.staffNavigation
    .map((group) => ({ ...group, items: group.items.filter((item) => !item.roles || item.roles.some((role) => roles.includes(role))) }))
    .filter((group) => group.items.length > 0);
  return (
    <HtmlDocument frame={frame} script={script}>
      <a class="skip" href="#content">{words.skip}</a>
      <header class="top wide">
        <div class="wrap">
          <a class="mark" href={localized(language, '/commitment/my-day')}><Mark size={32} />Common Table</a>
          <div class="who">
            <a class="menu" href="#work">{words.menu}</a>
            <a href={localized(language, '/plan')}>{words.publicSite}</a>
            <a href={localized(other, frame.path)} lang={other} hreflang={other}>{words.otherLanguage}</a>
            <a href={localized(language, '/identity/account')}>{frame.staff?.name ?? words.account}</a>
            <form method="post" action={localized(language, '/identity/sign-out')}>
              <Csrf frame={frame} />
              <button class="button link" type="submit">{words.signOut}</button>
            </form>
          </div>
        </div>
      </header>
      <DemonstrationNotice frame={frame} />
      <div class="desk">
        <nav class="side" id="work" aria-label={words.workNavigation}>
          {groups.map((group) => (
            <>
              {group.label ? <h2>{group.label[language]}</h2> : null}
              <ul>
                {group.items.map((item) => (
                  <li><a href={localized(language, item.path)} aria-current={item.key === frame.current ? 'page' : undefined}>{item.label[language]}</a></li>
                ))}
              </ul>
            </>
          ))}
        </nav>
        <main id="content" tabindex={-1}>{children}</main>
      </div>
    </HtmlDocument>
  );
}
