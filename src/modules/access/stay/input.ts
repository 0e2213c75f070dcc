import { type EvidenceKind, evidenceKinds, type StayKind, stayKinds } from '#app/methods/homelessness/stay.ts';
import type { Form } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { isDay } from '#app/ui/format.ts';
import type { Read } from '#app/ui/form-reader.ts';
import { type ActivityKind, activityKinds } from './queries.ts';
import { stayWords } from './words.ts';

export type StayGiven = { readonly kind: StayKind; readonly place: string | null; readonly start: string; readonly end: string | null; readonly evidence: EvidenceKind };

export function readStay(form: Form, language: Language, today: string): Read<StayGiven> {
  const words = stayWords[language];
  const errors: Record<string, string> = {};
  const kind = stayKinds.find((one) => one === form.text('kind'));
  const evidence = evidenceKinds.find((one) => one === form.text('evidence'));
  const [place, start, end] = [form.text('place'), form.text('start'), form.text('end')];
  if (!kind) errors.kind = words.noKind;
  if (place.length > 200) errors.place = words.tooLong;
  if (!isDay(start) || start > today) errors.start = words.badStart;
  if (end !== '' && (!isDay(end) || end > today || (isDay(start) && end < start))) errors.end = words.badEnd;
  if (!evidence) errors.evidence = words.noEvidence;
  if (Object.keys(errors).length > 0 || !kind || !evidence) return { errors };
  return { value: { kind, place: place || null, start, end: end || null, evidence } };
}

export function readActivity(form: Form, language: Language, today: string): Read<{ kind: ActivityKind; on: string }> {
  const words = stayWords[language];
  const errors: Record<string, string> = {};
  const kind = activityKinds.find((one) => one === form.text('news'));
  const on = form.text('on');
  if (!kind) errors.news = words.noNews;
  if (!isDay(on) || on > today) errors.on = words.badDay;
  if (Object.keys(errors).length > 0 || !kind) return { errors };
  return { value: { kind, on } };
}
