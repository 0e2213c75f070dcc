import type { Form as Posted } from '#app/platform/http/form.ts';
import { type FieldErrors, HiddenFields, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { ownPlanPaths } from './paths.ts';
import { StepList, WordList } from './pieces.tsx';
import { areas, type Goal, goalStates, proofs } from './rules.ts';
import { ownPlanWords } from './words.ts';

type Props = { frame: PageFrame; code: string; goal: Goal | undefined; typed: Posted | undefined; errors?: FieldErrors | undefined };

/** One goal of hers, or a new one: her words, its steps, how it goes. What was typed wrongly stands in its own form again. */
export function GoalPage({ frame, code, goal, typed, errors }: Props) {
  const { language } = frame;
  const words = ownPlanWords[language];
  const to = (path: string) => localized(language, path);
  const hidden: readonly (readonly [string, string])[] = [['code', code], ...(goal ? [['goal', goal.id] as const] : [])];
  const of = (names: readonly string[]) => (errors && Object.keys(errors).some((name) => names.includes(name)) ? errors : undefined);
  return (
    <PublicLayout frame={frame}>
      <div class="own">
      <form method="post" action={to(ownPlanPaths.open)}><HiddenFields fields={[['code', code]]} /><button class="button link" type="submit">{words.back}</button></form>
      <h1>{goal ? words.editGoal : words.newGoal}</h1>
      <Form frame={frame} errors={of(['words', 'area'])} action={to(ownPlanPaths.goal)} submit={words.keep} hidden={hidden}>
        <Textarea name="words" label={words.goal} hint={words.goalHint} rows={3} value={typed?.has('words') ? typed.text('words') : goal?.inWords} error={errors?.words} />
        <Radios name="area" label={words.area} options={areas.map((value) => ({ value, label: words.areas[value] }))} value={typed?.has('area') ? typed.text('area') : goal?.area} error={errors?.area} />
        {goal ? <Radios name="state" label={words.state} options={goalStates.map((value) => ({ value, label: words.states[value] }))} value={typed?.has('state') ? typed.text('state') : goal.state} /> : null}
      </Form>
      {goal ? (
        <>
          <h2>{words.steps}</h2>
          {goal.steps.map((step) => (
            <form class="own-step" method="post" action={to(ownPlanPaths.tick)}>
              <HiddenFields fields={[...hidden, ['step', step.id], ['done', step.doneOn ? 'no' : 'yes']]} />
              <StepList language={language} steps={[step]} />
              {step.doneOn ? null : <label class="inline">{words.proof} <select name="proof">{proofs.map((one) => <option value={one}>{words.proofs[one]}</option>)}</select></label>}
              <button class="button quiet" type="submit">{step.doneOn ? words.untick : words.tick}<span class="hidden-text"> ({step.inWords})</span></button>
            </form>
          ))}
          <Form frame={frame} errors={of(['step-words', 'due'])} action={to(ownPlanPaths.step)} submit={words.addStep} hidden={hidden}>
            <TextInput name="step-words" label={words.step} autocomplete="off" value={typed?.text('step-words')} error={errors?.['step-words']} />
            <TextInput name="due" label={words.due} hint={words.dateHint} width="short" autocomplete="off" value={typed?.text('due')} error={errors?.due} />
          </Form>
          <h2>{words.words}</h2>
          <WordList language={language} said={goal.words} timeZone={frame.site.timeZone} by={words.by} />
          <Form frame={frame} errors={of(['word-words'])} action={to(ownPlanPaths.word)} submit={words.addWord} hidden={hidden}>
            <Textarea name="word-words" label={words.word} rows={3} value={typed?.text('word-words')} error={errors?.['word-words']} />
          </Form>
        </>
      ) : null}
      </div>
    </PublicLayout>
  );
}
