import { Csrf } from '#app/ui/components/csrf.tsx';
import { Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { governancePaths } from '../paths.ts';
import { roomOutcomes } from './input.ts';
import type { ItemProps } from './item-page.tsx';
import { meetingWords } from './words.ts';

/** A paper of an item; what it is shows in its content. */
export function PaperForm({ frame, to, error }: { frame: PageFrame; to: string; error?: string | undefined }) {
  const words = meetingWords[frame.language];
  return (
    <form method="post" action={localized(frame.language, to)} enctype="multipart/form-data" novalidate>
      <Csrf frame={frame} />
      <div class={error ? 'field bad' : 'field'}>
        <label for="paper">{words.addPaper}</label>
        <p class="hint" id="paper-hint">{words.paperHint}</p>
        {error ? <p class="error-text" id="paper-error">{error}</p> : null}
        <input type="file" id="paper" name="paper" aria-describedby={error ? 'paper-hint paper-error' : 'paper-hint'} aria-invalid={error ? 'true' : undefined} />
      </div>
      <button class="button quiet" type="submit">{words.addPaper}</button>
    </form>
  );
}

/** Moved, decided, dissent, reason. */
export function DecisionForm({ frame, file, typed, errors }: ItemProps) {
  const { language } = frame;
  const words = meetingWords[language];
  const value = (name: string) => typed.text(name);
  const bad = ['decision-en', 'outcome', 'reason-en'].some((name) => errors[name] !== undefined);
  return (
    <details open={bad}>
      <summary>{words.decide}</summary>
      <form method="post" action={localized(language, governancePaths.itemStep(file.meeting.id, file.item.id, 'decide'))} novalidate>
        <Csrf frame={frame} />
        <div class="pair">
          <Textarea name="decision-en" lang="en" rows={3} label={words.decisionEn} hint={words.pairHint} value={value('decision-en')} error={errors['decision-en']} />
          <Textarea name="decision-fr" lang="fr" rows={3} label={words.decisionFr} hint={words.pairHint} value={value('decision-fr')} />
        </div>
        <Radios name="outcome" inline label={words.outcome} value={value('outcome')} error={errors.outcome} options={roomOutcomes.map((one) => ({ value: one, label: words.outcomes[one] }))} />
        <div class="pair">
          <Textarea name="reason-en" lang="en" rows={3} label={words.reasonEn} value={value('reason-en')} error={errors['reason-en']} />
          <Textarea name="reason-fr" lang="fr" rows={3} label={words.reasonFr} value={value('reason-fr')} />
        </div>
        <Select name="moved-by" label={words.movedBy} empty={words.nobody} value={value('moved-by')} options={file.eligible.map((person) => ({ value: person.name, label: person.name }))} />
        <TextInput name="dissent" label={words.dissent} hint={words.dissentHint} value={value('dissent')} maxlength={1000} />
        <Select name="concerns" label={words.concerns} empty={words.nobody} value={value('concerns')} options={file.bodies.filter((body) => body.slug !== file.meeting.bodySlug).map((body) => ({ value: body.slug, label: body.name[language] }))} />
        <button class="button" type="submit">{words.decide}</button>
      </form>
    </details>
  );
}

/** Who does what by when. */
export function ActionForm({ frame, file, typed, errors }: ItemProps) {
  const { language } = frame;
  const words = meetingWords[language];
  const bad = ['what-en', 'member', 'due'].some((name) => errors[name] !== undefined);
  return (
    <details open={bad}>
      <summary>{words.agree}</summary>
      <form method="post" action={localized(language, governancePaths.itemStep(file.meeting.id, file.item.id, 'agree'))} novalidate>
        <Csrf frame={frame} />
        <div class="pair">
          <TextInput name="what-en" label={words.whatEn} hint={words.pairHint} value={typed.text('what-en')} error={errors['what-en']} maxlength={500} />
          <TextInput name="what-fr" label={words.whatFr} hint={words.pairHint} value={typed.text('what-fr')} maxlength={500} />
        </div>
        <Select name="member" label={words.who} empty={words.chooseMember} value={typed.text('member')} error={errors.member} options={file.eligible.map((person) => ({ value: person.id, label: `${person.name}, ${person.office[language]}` }))} />
        <TextInput name="due" type="date" width="short" label={words.by} hint={words.dateHint} value={typed.text('due')} error={errors.due} />
        <button class="button" type="submit">{words.agree}</button>
      </form>
    </details>
  );
}
