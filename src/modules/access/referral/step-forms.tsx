import type { Form as Posted } from '#app/platform/http/form.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { type FieldErrors, HiddenFields, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { formatDate } from '#app/ui/format.ts';
import type { PageFrame } from '#app/ui/page-frame.ts';
import { stepField } from './input.ts';
import { type Actor, dated, ruleOf, type State, type Step, type Tried } from './rules.ts';
import { stateWords } from './state-words.ts';
import { referralWords } from './words.ts';

export type Offer = { readonly step: Step; readonly side: Actor };
type Props = {
  frame: PageFrame; state: State; offers: readonly Offer[]; action: (step: Step) => string; typed: Posted; today: string; errors?: FieldErrors | undefined; wrong?: Step | undefined;
  /** Carried along in every form: the key of a link. */
  hidden?: readonly (readonly [string, string])[];
  /** Without an account nobody reads a note again. */
  notes: boolean;
  /** How far the attempts to reach the person go, for whoever may read the history. */
  tried?: Tried;
};
/** Steps that need nothing but the will to take them. */
const plain: readonly Step[] = ['send', 'accept', 'waitlist', 'review-waitlist', 'see', 'ask', 'confirm-cancel', 'expire', 'miss'];

/** What the reader may do now, each step folded up with the fields that it needs. */
export function StepForms({ frame, state, offers, action, typed, today, errors, wrong, hidden = [], notes, tried }: Props) {
  const names = stateWords[frame.language];
  const words = referralWords[frame.language];
  return (
    <>
      <ErrorSummary language={frame.language} errors={errors ?? {}} />
      {offers.map(({ step, side }) => {
        const bad = wrong === step ? errors : undefined;
        const field = (name: Parameters<typeof stepField>[1]) => stepField(step, name);
        const value = (name: Parameters<typeof stepField>[1], otherwise = '') => (typed.has(field(name)) ? typed.text(field(name)) : otherwise);
        const form = (
          <form method="post" action={action(step)} novalidate>
            <Csrf frame={frame} />
            <HiddenFields fields={[['from', state], ['side', side], ...hidden]} />
            {step === 'withdraw' ? <p>{words.onBehalf}</p> : null}
            {step === 'fail' ? <p class="hint">{tried ? words.triedSoFar(tried.wanted, tried.reply, tried.days) : words.notTried}{tried?.from && tried.from > today ? ` ${words.unreachedFrom(formatDate(frame.language, tried.from))}` : ''}</p> : null}
            {step === 'try-contact' ? <p class="hint">{words.tryHint}</p> : null}
            {ruleOf(step).reasons ? <Radios name={field('reason')} label={words.reason} options={(ruleOf(step).reasons ?? []).map((reason) => ({ value: reason, label: names.reasons[reason] }))} value={value('reason')} error={bad?.[field('reason')]} /> : null}
            {dated[step] === 'past' ? <TextInput name={field('on')} label={words.on} hint={words.dayHint} width="short" value={value('on', today)} error={bad?.[field('on')]} /> : null}
            {dated[step] === 'to-come' ? (
              <>
                <TextInput name={field('day')} label={words.appointmentDay} hint={words.dayHint} width="short" value={value('day')} error={bad?.[field('day')]} />
                <TextInput name={field('time')} label={words.appointmentTime} hint={words.timeHint} width="short" value={value('time')} />
              </>
            ) : null}
            {step === 'answer-info' ? <Textarea name={field('note')} label={words.answerNote} hint={words.answerHint} rows={3} value={value('note')} error={bad?.[field('note')]} /> : null}
            {notes && step !== 'answer-info' && !plain.includes(step) ? <Textarea name={field('note')} label={words.note} hint={words.noteHint} rows={2} value={value('note')} error={bad?.[field('note')]} /> : null}
            <button class={plain.includes(step) ? 'button quiet' : 'button'} type="submit">{names.steps[step]}</button>
          </form>
        );
        return plain.includes(step) ? <div class="go">{form}</div> : <details open={wrong === step}><summary>{names.steps[step]}</summary><div class="panel">{form}</div></details>;
      })}
    </>
  );
}
