import type { Language } from '#app/platform/language/language.ts';
import { Thread, type ThreadStep } from '#app/ui/components/pieces.tsx';
import { aboutDate } from '../outline/dates.ts';
import type { ChainStep } from './thread.ts';
import { priorityWords } from './words.ts';

/** The chain of a priority, dashed where it has not happened yet. */
export function ChainThread({ language, steps, tall }: { language: Language; steps: readonly ChainStep[]; tall?: boolean }) {
  return <Thread steps={chainSteps(language, steps)} {...(tall ? { tall } : {})} />;
}

/** The steps of a chain in words, for pages of other modules. */
export function chainSteps(language: Language, steps: readonly ChainStep[]): ThreadStep[] {
  return steps.map((step) => drawn(language, step));
}

function drawn(language: Language, step: ChainStep): ThreadStep {
  const words = priorityWords[language];
  const title = words[step.kind];
  switch (step.kind) {
    case 'raised':
      return {
        title, text: step.text?.[language] ?? (step.reference ? words.raisedBy(step.reference) : words.raisedPublic),
        ...(step.date ? { date: aboutDate(language, step.date, step.approximate) } : {}),
      };
    case 'decided':
      return { title, text: `${step.body ? `${words.decidedBy(step.body[language])}. ` : ''}${step.reason[language]}`, date: aboutDate(language, step.date, false) };
    case 'forming':
    case 'formed':
      return { title, text: step.text[language], date: aboutDate(language, step.date, step.approximate) };
    case 'acting':
      return { title, text: step.late > 0 ? `${words.actions(step.actions)}, ${words.late(step.late)}` : words.actions(step.actions) };
    case 'reported':
      return { title, text: step.text[language], date: aboutDate(language, step.date, false) };
    default:
      return { title, text: words.notYet, next: true };
  }
}
