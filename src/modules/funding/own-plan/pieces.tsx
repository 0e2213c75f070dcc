import { dateIn } from '#app/platform/clock/clock.ts';
import type { Language } from '#app/platform/language/language.ts';
import { colon, formatDate } from '#app/ui/format.ts';
import type { PlanStep, PlanWord, Side } from './rules.ts';
import { ownPlanWords } from './words.ts';

/** The steps of a goal, with their days and how it is known. */
export function StepList({ language, steps }: { language: Language; steps: readonly PlanStep[] }) {
  const words = ownPlanWords[language];
  return (
    <ul class="own-steps">
      {steps.map((step) => (
        <li class={step.doneOn ? 'done' : undefined}>
          {step.inWords} <span class="small">{step.doneOn ? `${words.doneOn(formatDate(language, step.doneOn))}${step.proof ? ` (${words.proofs[step.proof].toLowerCase()})` : ''}` : step.dueOn ? words.dueOn(formatDate(language, step.dueOn)) : ''}</span>
        </li>
      ))}
    </ul>
  );
}

/** What was written on how a goal goes, oldest first, with who wrote it. */
export function WordList({ language, said, timeZone, by }: { language: Language; said: readonly PlanWord[]; timeZone: string; by: Readonly<Record<Side, string>> }) {
  if (said.length === 0) return null;
  return (
    <ul class="own-words">
      {said.map((one) => <li><span class="small">{formatDate(language, dateIn(timeZone, new Date(one.writtenAt)))}, {by[one.side]}{colon(language)}</span><br />{one.inWords}</li>)}
    </ul>
  );
}
