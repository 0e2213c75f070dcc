import { type ListState, listStates } from '#app/methods/list/event.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { changeReasons } from './change-page.tsx';
import { listWords } from './words.ts';

export type ChangeGiven = { readonly state: ListState; readonly reason: string; readonly effective: string; readonly note: string | null };

export function readChange(form: Form, language: Language, today: string): Read<ChangeGiven> {
  const words = listWords[language];
  const errors: Record<string, string> = {};
  const state = listStates.find((one) => one === form.text('state'));
  const reason = changeReasons.find((one) => one === form.text('reason'));
  const [effective, note] = [form.text('effective'), form.text('note')];
  if (!state) errors.state = words.noState;
  if (!reason) errors.reason = words.noReason;
  if (!isDay(effective) || effective > today) errors.effective = words.badDay;
  if (note.length > 500) errors.note = words.tooLong;
  if (Object.keys(errors).length > 0 || !state || !reason) return { errors };
  return { value: { state, reason, effective, note: note || null } };
}
