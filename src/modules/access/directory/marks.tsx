import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import type { PublicWait } from '../wait/queries.ts';
import type { Freshness } from './freshness.ts';
import type { CapacityCode } from './offer.ts';
import { directoryWords } from './words.ts';

const shapes = { capacity: 'on-time', waitlist: 'stalled', 'additional-assessment-required': 'provisional', 'no-capacity': 'late' } as const;

/** Whether there is room, as words and a shape. */
export function RoomTag({ language, code }: { language: Language; code: CapacityCode | null }) {
  return code ? <span class={`state ${shapes[code]}`}>{directoryWords[language].capacity[code]}</span> : null;
}

/** When an entry was last checked and by whom; amber in words where that is long ago. A real line that rests on its sources says nothing. */
export function Checked({ language, assuredDate, assuredBy, freshness, real }: { language: Language; assuredDate: string | null; assuredBy: Bilingual | null; freshness: Freshness; real: boolean }) {
  const words = directoryWords[language];
  if (freshness === 'unchecked' && real) return null;
  return (
    <span>
      {assuredDate && assuredBy ? words.checkedBy(assuredBy[language], formatDate(language, assuredDate)) : words.unchecked}
      {freshness === 'amber' || freshness === 'stale' ? <><br /><span class={`state ${freshness === 'amber' ? 'stalled' : 'stale'}`}>{freshness === 'amber' ? words.amber : words.stale}</span></> : null}
    </span>
  );
}

/** How long people waited for a first service, where enough referrals were closed to say so. */
export function WaitLine({ language, wait }: { language: Language; wait: PublicWait | undefined }) {
  return wait ? <span>{directoryWords[language].waited(wait.count, wait.unit)}</span> : null;
}
