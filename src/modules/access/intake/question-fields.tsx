import type { Form as Posted } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import type { AccessPoint } from '../access-point/queries.ts';
import { type Asker, preferences, type Question, questionsOf } from './rules.ts';
import { intakeWords } from './words.ts';

type Props = { language: Language; point: AccessPoint; asker: Asker; typed: Posted; errors?: FieldErrors | undefined };

/** The questions of a point with their numbers, which are those on paper too; who asks in her work is not asked for whom. */
export function QuestionFields({ language, point, asker, typed, errors = {} }: Props) {
  const words = intakeWords[language];
  const questions = questionsOf(point).filter((one) => asker !== 'professional' || one !== 'whom');
  const ofPerson = asker !== 'self';
  const textOf = (question: Question) => (question === 'condition' ? point.condition?.[language] : question === 'reach' && ofPerson ? words.reachPerson : words.questions[question]);
  const label = (question: Question) => `${questions.indexOf(question) + 1}. ${textOf(question)}`;
  const yesNo = (name: string, question: Question, options: readonly (readonly [string, string])[], hint?: string) => (
    <Radios name={name} label={label(question)} hint={hint} value={typed.text(name)} error={errors[name]} options={options.map(([value, text]) => ({ value, label: text }))} />
  );
  const plain = (name: string, text: string, more: { type?: 'tel' | 'email'; hint?: string; short?: boolean } = {}) => (
    <TextInput name={name} label={text} hint={more.hint} type={more.type ?? 'text'} width={more.short ? 'short' : 'medium'} autocomplete="off" value={typed.text(name)} error={errors[name]} />
  );
  const draw: Readonly<Record<Question, () => unknown>> = {
    whom: () => yesNo('whom', 'whom', [['self', words.whom.self], ['other', words.whom.other]]),
    age: () => <TextInput name="age" label={label('age')} hint={words.ageHint} inputmode="numeric" width="short" autocomplete="off" value={typed.text('age')} error={errors.age} />,
    school: () => yesNo('school', 'school', [['yes', words.yes], ['no', words.no]]),
    condition: () => yesNo('condition', 'condition', [['yes', words.yes], ['unsure', words.unsure], ['no', words.no]]),
    name: () => <fieldset class="field"><legend>{label('name')}</legend><p class="hint">{words.nameHint}</p>{plain('given', words.given)}{plain('family', words.family)}</fieldset>,
    place: () => plain('municipality', label('place')),
    language: () => <>{yesNo('language', 'language', [['en', words.en], ['fr', words.fr]])}{plain('spoken', `${words.spoken}${words.optional}`)}</>,
    story: () => <Textarea name="story" label={label('story')} hint={words.storyHint} value={typed.text('story')} error={errors.story} />,
    reach: () => (
      <>
        <Radios name="preference" label={label('reach')} value={typed.text('preference')} error={errors.preference}
          options={preferences.map((value) => ({ value, label: (ofPerson ? words.preferencesOfPerson : words.preferences)[value], hint: value === 'none' ? (ofPerson ? words.noneHintOfPerson : words.noneHint) : undefined }))} />
        {plain('phone', words.phone, { type: 'tel', short: true })}
        {plain('email', words.email, { type: 'email' })}
      </>
    ),
    times: () => <Textarea name="times" rows={3} label={label('times')} hint={words.timesHint} value={typed.text('times')} error={errors.times} />,
    message: () => yesNo('message', 'message', [['yes', words.messageYes], ['no', words.messageNo]], words.messageHint),
    share: () => yesNo('share', 'share', [['yes', words.shareYes], ['no', words.shareNo]], words.shareHint),
  };
  return <>{questions.map((question) => draw[question]())}</>;
}

/** What is asked of who asks in her work, before the questions about the person. */
export function ProfessionalFields({ language, point, typed, errors = {} }: Omit<Props, 'asker'>) {
  const words = intakeWords[language];
  const plain = (name: string, text: string, more: { type?: 'tel' | 'email'; hint?: string } = {}) => (
    <TextInput name={name} label={text} hint={more.hint} type={more.type ?? 'text'} width="medium" autocomplete="off" value={typed.text(name)} error={errors[name]} />
  );
  return (
    <>
      <Radios name="knows" label={words.knows} value={typed.text('knows')} error={errors.knows} options={(['agrees', 'unsure', 'no'] as const).map((value) => ({ value, label: words.knowsChoices[value] }))} />
      <h2>{words.you}</h2>
      <Radios name="profession" label={words.profession} value={typed.text('profession')} error={errors.profession} options={point.professions.map((one) => ({ value: one.id, label: one.name[language], hint: one.note?.[language] }))} />
      {plain('professional-name', words.professionalName)}
      {plain('professional-organisation', `${words.organisation}${words.optional}`)}
      {plain('professional-phone', words.yourPhone, { type: 'tel', hint: words.yourReachHint })}
      {plain('professional-email', words.yourEmail, { type: 'email' })}
      <h2>{words.person}</h2>
    </>
  );
}
