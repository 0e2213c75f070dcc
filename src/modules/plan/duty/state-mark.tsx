import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import type { DutyRule } from './queries.ts';
import type { DutyState } from './rules.ts';
import { dutyWords } from './words.ts';

/** The state of a duty in words. */
export function dutyStateText(language: Language, state: DutyState): string {
  const words = dutyWords[language];
  const day = (date: string) => formatDate(language, date);
  switch (state.kind) {
    case 'not-yet-in-force': return words.notYet(day(state.from));
    case 'no-longer-in-force': return words.noLonger(day(state.until));
    case 'not-begun': return words.notBegun;
    case 'open': return words.open(day(state.due));
    case 'late': return words.late(state.days);
    case 'met': return state.lateBy > 0 ? words.metLate(day(state.on), state.lateBy) : words.met(day(state.on));
    case 'continuous': return state.last ? words.continuous(day(state.last)) : words.continuousNone;
    case 'consulting': return words.consulting(state.shown, state.of);
  }
}

const looks = {
  'not-yet-in-force': 'withdrawn', 'no-longer-in-force': 'withdrawn', 'not-begun': 'stalled', open: 'on-time', late: 'late', met: 'done', continuous: 'on-time', consulting: 'stalled',
} as const satisfies Record<DutyState['kind'], string>;

/** The state with its shape; never by colour alone. */
export function DutyMark({ language, state }: { language: Language; state: DutyState }) {
  const look = state.kind === 'continuous' && !state.last ? 'stalled' : looks[state.kind];
  const last = (state.kind === 'open' || state.kind === 'late') && state.last ? dutyWords[language].lastDone(formatDate(language, state.last)) : undefined;
  return (
    <>
      <span class={`state ${look}`}>{dutyStateText(language, state)}</span>
      {last ? <><br /><span class="small">{last}</span></> : null}
    </>
  );
}

/** By when, in words: the day that counts, or how it is counted. */
export function dueText(language: Language, rule: DutyRule, state: DutyState): string {
  const words = dutyWords[language];
  if ('due' in state && state.due !== undefined) return formatDate(language, state.due);
  const { term } = rule;
  switch (term.kind) {
    case 'adoption': case 'fixed': return formatDate(language, term.due);
    case 'after-adoption': return words.afterAdoption(words[term.unit](term.count));
    case 'recurring': return words.recurring(words[term.unit](term.count));
    case 'continuous': return words.atAllTimes;
    case 'groups': return words.whenPrepared;
  }
}
