import type { Decision } from '#app/modules/governance/index.ts';
import { type FieldErrors, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Thread } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { colon, formatDate, formatMoment } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { IssueEvent, IssueMessage } from '../issue/history.ts';
import type { Issue } from '../issue/queries.ts';
import { followWords } from './words.ts';

const act = (frame: PageFrame, name = '') => localized(frame.language, `/engagement/issues/follow${name}`);

export function FollowForm({ frame, reference, errors = {} }: { frame: PageFrame; reference?: string; errors?: FieldErrors }) {
  const words = followWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Form frame={frame} errors={errors} action={act(frame)} submit={words.open}>
        <TextInput name="reference" label={words.reference} hint={words.referenceHint} width="short" value={reference} error={errors.reference} spellcheck={false} autocomplete="off" />
        <TextInput name="code" label={words.code} hint={words.codeHint} width="short" spellcheck={false} autocomplete="off" />
      </Form>
    </PublicLayout>
  );
}

export type Followed = {
  readonly issue: Issue; readonly events: readonly IssueEvent[]; readonly messages: readonly IssueMessage[]; readonly decisions: readonly Decision[];
  readonly names: ReadonlyMap<string, string>; readonly priority: { readonly slug: string; readonly title: string } | undefined; readonly mayAnswer: boolean; readonly mayWithdraw: boolean;
};

/** The issue as its proposer sees it: plain words, who decided what and why, the next step. */
export function FollowPage({ frame, followed, code, errors = {}, answer }: { frame: PageFrame; followed: Followed; code: string; errors?: FieldErrors; answer?: string }) {
  const { language, site } = frame;
  const words = followWords[language];
  const { issue, decisions, messages } = followed;
  const hidden = [['reference', issue.reference], ['code', code]] as const;
  return (
    <PublicLayout frame={frame}>
      <h1>{issue.title}</h1>
      <p class="small">{issue.reference}, {words.received.toLowerCase()} {formatMoment(language, issue.receivedAt, site.timeZone)}</p>
      <h2>{words.stands}</h2>
      <p class="lead">{words.states[issue.state]}</p>
      <h2>{words.happened}</h2>
      <Thread tall steps={followed.events.map((event) => ({
        title: event.toState && event.kind === 'state' ? words.short[event.toState] : (words.events[event.kind] ?? words.received), date: formatMoment(language, event.at, site.timeZone),
      }))} />
      {decisions.map((decision) => (
        <section class="inset">
          <h2>{words.decided} {words.by(followed.names.get(decision.bodySlug) ?? decision.bodySlug)}, {formatDate(language, decision.decidedOn)}</h2>
          <p class="pre">{decision.reason[language]}</p>
        </section>
      ))}
      {followed.priority ? <p>{words.keyIssue}{colon(language)}<a href={localized(language, `/plan/priorities/${followed.priority.slug}`)}>{followed.priority.title}</a></p> : null}
      {issue.bodySlug ? <p>{words.table}{colon(language)}<a href={localized(language, `/governance/bodies/${issue.bodySlug}`)}>{followed.names.get(issue.bodySlug) ?? issue.bodySlug}</a></p> : null}
      {messages.map((message) => (
        <section><h2>{message.direction === 'to-proposer' ? words.ourReply : words.yourReply}</h2><blockquote>{message.body}</blockquote></section>
      ))}
      {followed.mayAnswer ? (
        <section class="band">
          <h2>{words.answerBack}</h2>
          <Form frame={frame} errors={errors} action={act(frame, '/answer')} submit={words.sendAnswer} hidden={hidden}>
            <Textarea name="answer" label={words.answerBack} hint={words.answerBackHint} value={answer} error={errors.answer} />
          </Form>
        </section>
      ) : null}
      {followed.mayWithdraw ? (
        <form method="post" action={act(frame, '/withdraw')} class="band">
          {hidden.map(([name, value]) => <input type="hidden" name={name} value={value} />)}
          <button class="button quiet" type="submit">{words.withdraw}</button>
        </form>
      ) : null}
    </PublicLayout>
  );
}
