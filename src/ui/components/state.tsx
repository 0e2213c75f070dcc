import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '../format.ts';
import { uiWords } from '../words.ts';

/** A derived state of work; never by colour alone. */
export type WorkState =
  | { readonly kind: 'done' | 'on-time' | 'withdrawn' }
  | { readonly kind: 'late'; readonly days: number }
  | { readonly kind: 'stalled'; readonly since?: string | undefined };

export function stateText(language: Language, state: WorkState): string {
  const words = uiWords[language];
  if (state.kind === 'late') return words.late(state.days);
  if (state.kind === 'stalled') return state.since ? words.stalled(formatDate(language, state.since)) : words.neverConfirmed;
  return state.kind === 'done' ? words.done : state.kind === 'on-time' ? words.onTime : words.withdrawn;
}

export function State({ language, state }: { language: Language; state: WorkState }) {
  return <span class={`state ${state.kind}`}>{stateText(language, state)}</span>;
}

export function NewTag({ language }: { language: Language }) {
  return <span class="new">{uiWords[language].isNew}</span>;
}
