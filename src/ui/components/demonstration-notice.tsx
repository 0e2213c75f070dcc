import type { PageFrame } from '../page-frame.ts';
import { uiWords } from '../words.ts';

/** One quiet line on every page until a community adopts the installation; with the demonstration's clock. */
export function DemonstrationNotice({ frame: { language, site } }: { frame: PageFrame }) {
  const clock = site.clockText(language);
  if (site.adopted && !clock) return null;
  const words = uiWords[language];
  return (
    <div class="notice" role="region" aria-label={words.demonstrationLabel}>
      <div class="wrap"><p>{site.adopted ? '' : words.demonstration(site.notServiceOf[language])} {clock ? words.clock(clock) : ''}</p></div>
    </div>
  );
}
