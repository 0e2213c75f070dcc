import { Csrf } from '#app/ui/components/csrf.tsx';
import { Radios, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { localized } from '#app/ui/page-frame.ts';
import type { Child } from 'hono/jsx';
import { mayBecome, screeningScore } from '../issue/rules.ts';
import { Button, type CaseProps } from './case-page.tsx';
import { officeWords } from './words.ts';

/** What the plan office can do with an issue where it stands now. */
export function CaseForms({ frame, file, errors = {}, typed = new Map() }: CaseProps) {
  const words = officeWords[frame.language];
  const { issue } = file;
  const can = (to: Parameters<typeof mayBecome>[1]) => mayBecome(issue.state, to);
  const value = (name: string) => typed.get(name) ?? '';
  const form = (verb: string, title: string, submit: string, children: Child) => (
    <section class="band">
      <h2>{title}</h2>
      <form method="post" action={localized(frame.language, `/engagement/issues/${issue.id}/${verb}`)} novalidate>
        <Csrf frame={frame} />
        {children}
        <button class="button" type="submit">{submit}</button>
      </form>
    </section>
  );
  return (
    <>
      {issue.state === 'submitted' ? <Button frame={frame} issue={issue} verb="screen" label={words.startScreening} /> : null}
      {issue.state === 'merged' ? <Button frame={frame} issue={issue} verb="unmerge" label={words.unmerge} /> : null}
      {can('for-leadership') || issue.state === 'for-leadership' ? form('screening', words.screening, words.saveScreening, <Screening frame={frame} file={file} />) : null}
      {can('for-leadership') ? form('leadership', words.toLeadership, words.toLeadership, <Textarea name="note" label={words.leadershipNote} rows={3} value={value('note')} />) : null}
      {can('more-info') ? form('ask', words.askMore, words.askMore, <Textarea name="question" label={words.askMore} hint={words.replyHint(issue.language)} rows={3} value={value('question')} error={errors.question} />) : null}
      {can('declined') || can('accepted') ? form('decision', words.decide, words.recordDecision, <DecisionFields frame={frame} file={file} errors={errors} typed={typed} />) : null}
      {issue.state !== 'merged' && issue.state !== 'withdrawn' ? form('reply', words.reply, words.sendReply, <Textarea name="reply" label={words.reply} hint={words.replyHint(issue.language)} value={value('reply')} error={errors.reply} lang={issue.language} />) : null}
    </>
  );
}

function Screening({ frame: { language }, file }: CaseProps) {
  const words = officeWords[language];
  const options = (['yes', 'no', 'unclear'] as const).map((answer) => ({ value: answer, label: words[answer] }));
  return (
    <>
      <p>{words.screeningLead(file.criteria[0]?.version ?? 1)} {file.answers.size > 0 ? words.score(Math.round(100 * screeningScore(file.criteria, file.answers))) : ''}</p>
      {file.criteria.map((criterion) => <Radios name={`criterion-${criterion.id}`} label={criterion.question[language]} inline options={options} value={file.answers.get(criterion.id)} />)}
    </>
  );
}

function DecisionFields({ frame: { language }, file, errors = {}, typed = new Map() }: CaseProps) {
  const words = officeWords[language];
  const value = (name: string) => typed.get(name) ?? '';
  const direct = mayBecome(file.issue.state, 'accepted');
  const names = (kinds: readonly string[]) => file.bodies.filter((body) => kinds.includes(body.kind)).map((body) => ({ value: body.slug, label: body.name[language] }));
  const outcomes = direct ? (['accepted', 'assigned', 'monitored', 'redirected', 'declined'] as const) : (['redirected', 'declined'] as const);
  return (
    <>
      <Radios name="outcome" label={words.outcome} value={value('outcome')} options={outcomes.map((outcome) => ({ value: outcome, label: words.outcomes[outcome] }))} error={errors.outcome} />
      <Select name="body" label={words.body} empty="" value={value('body')} options={names(['leadership-group', 'committee', 'council', 'board'])} error={errors.body} />
      <TextInput name="decided-on" type="date" label={words.decidedOn} width="short" value={value('decided-on')} error={errors['decided-on']} />
      <div class="pair">
        <Textarea name="reason-en" label={words.reasonEn} rows={4} lang="en" value={value('reason-en')} error={errors['reason-en']} />
        <Textarea name="reason-fr" label={words.reasonFr} rows={4} lang="fr" value={value('reason-fr')} error={errors['reason-fr']} />
        <TextInput name="title-en" label={words.titleEn} value={value('title-en')} error={errors['title-en']} />
        <TextInput name="title-fr" label={words.titleFr} value={value('title-fr')} error={errors['title-fr']} />
      </div>
      {direct ? (
        <>
          <Select name="table" label={words.table} empty="" value={value('table')} options={names(['action-table'])} error={errors.table} />
          <div class="pair">
            <TextInput name="new-table-en" label={words.newTableEn} value={value('new-table-en')} error={errors['new-table-en']} maxlength={200} />
            <TextInput name="new-table-fr" label={words.newTableFr} value={value('new-table-fr')} maxlength={200} />
          </div>
          <div class="pair">
            <TextInput name="action-en" label={words.firstAction} value={value('action-en')} error={errors['action-en']} />
            <TextInput name="action-fr" label={words.firstActionFr} value={value('action-fr')} />
          </div>
          <TextInput name="action-due" type="date" label={words.firstDue} width="short" value={value('action-due')} error={errors['action-due']} />
        </>
      ) : null}
    </>
  );
}
