import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import { dateIn } from '#app/platform/clock/clock.ts';

/** An instant to the millisecond as a receipt says it: 1 November 2024, 14:00:00.000 (1er novembre 2024, 14 h 00 min 00,000 s). */
export function momentText(language: Language, moment: Date, timeZone: string): string {
  const parts = Object.fromEntries(new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }).formatToParts(moment).map((part) => [part.type, part.value]));
  const thousandths = String(moment.getTime() % 1000).padStart(3, '0');
  const day = formatDate(language, dateIn(timeZone, moment));
  return language === 'en' ? `${day}, ${parts.hour}:${parts.minute}:${parts.second}.${thousandths}` : `${day}, ${Number(parts.hour)}\u00a0h\u00a0${parts.minute}\u00a0min\u00a0${parts.second},${thousandths}\u00a0s`;
}
