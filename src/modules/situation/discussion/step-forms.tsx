import type { Child } from 'hono/jsx';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { ErrorSummary } from '#app/ui/components/error-summary.tsx';
import { Checkboxes, HiddenFields, Radios, Select, TextInput } from '#app/ui/components/fields.tsx';
import { localized } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { byCategory, type CodeList } from '../code/queries.ts';
import { situationPaths } from '../paths.ts';
import { stepField } from './input.ts';
import { authorities, fields, findings, identifiers, knocks, parts, reviewKinds, standings, type Step, votes } from './rules.ts';
import type { ShowProps } from './show-page.tsx';
import { discussionWords } from './words.ts';

/** Steps that need nothing but the will to take them. */
const plain: readonly Step[] = ['withdraw', 'accept', 'plan', 'report'];
/** What a meeting does next stands open; the rest is folded up. */
const open: readonly Step[] = ['vote', 'name'];

/** What the reader may do now, each step with the fields that it needs. */
export function StepForms(props: ShowProps & { steps: readonly Step[] }) {
  const { frame, discussion, steps, errors, wrong } = props;
  const { language } = frame;
  const words = discussionWords[language];
  return (
    <>
      <ErrorSummary language={language} errors={errors ?? {}} />
      {steps.map((step) => {
        const inner = fieldsOf(props, step);
        if (inner === undefined) return null;
        const hint = words.hints[step];
        const form = (
          <form method="post" action={localized(language, situationPaths.step(discussion.id, step))} novalidate>
            <Csrf frame={frame} />
            <HiddenFields fields={[['from', discussion.state]]} />
            {hint ? <p class="hint">{hint}</p> : null}
            {inner}
            <button class={plain.includes(step) ? 'button quiet' : 'button'} type="submit">{words.steps[step]}</button>
          </form>
        );
        return plain.includes(step) ? <div class="step">{form}</div> : <details open={wrong === step || (!errors && open.includes(step))}><summary>{words.steps[step]}</summary><div class="panel">{form}</div></details>;
      })}
    </>
  );
}

/** The fields of a step; undefined where there is nothing that it could be about. */
function fieldsOf({ frame, table, discussion, opened, codes, seats, today, typed, errors, wrong }: ShowProps, step: Step): Child | undefined {
  const { language } = frame;
  const words = discussionWords[language];
  const [own, bad] = [wrong === step ? typed : undefined, wrong === step ? errors : undefined];
  const named = (field: string) => ({ name: stepField(step, field), error: bad?.[stepField(step, field)] });
  const value = (field: string, otherwise = '') => (own ? own.text(stepField(step, field)) : otherwise);
  const choices = <V extends string>(values: readonly V[], names: Readonly<Record<V, string>>) => values.map((one) => ({ value: one, label: names[one] }));
  const ofList = (list: CodeList) => byCategory(codes, list).flatMap(([category, items]) => items.map((one) => ({ value: one.slug, label: list === 'close' ? `${category[language]}${colon(language)}${one.name[language]}` : one.name[language] })));
  const agencies = (list: readonly { agency: string; name: { en: string; fr: string } }[]) => <Select {...named('agency')} label={words.agency} empty={words.choose} value={value('agency')} options={list.map((one) => ({ value: one.agency, label: one.name[language] }))} />;
  const { parts: taken = [], steps: offered = [], reviews = [] } = opened;
  switch (step) {
    case 'vote': return opened.told ? <Radios {...named('vote')} label={words.vote} inline options={choices(votes, words.votes)} value={value('vote')} /> : undefined;
    case 'accept': return opened.told ? '' : undefined;
    case 'reject': return opened.told ? <Radios {...named('reason')} label={words.reason} options={ofList('reject')} value={value('reason')} /> : undefined;
    case 'name': return <>{agencies(seats)}<Radios {...named('part')} label={words.part} inline options={choices(parts, words.partNames)} value={value('part')} /></>;
    case 'unname': return taken.length > 0 ? agencies(taken) : undefined;
    case 'plan': return taken.some(({ part }) => part === 'lead') ? '' : undefined;
    case 'disclose': {
      const told = discussion.state === 'roles' && table.identifiers === 'limited' ? identifiers : fields;
      return (
        <>
          {agencies((discussion.state === 'roles' ? seats : taken).filter(({ agency }) => agency !== table.agency))}
          <Checkboxes {...named('fields')} label={words.fieldsTitle} options={choices(told, words.fields)} values={own?.list(stepField(step, 'fields')) ?? []} />
          <Radios {...named('authority')} label={words.authority} hint={words.authorityHint} options={choices(authorities, words.authorities)} value={value('authority')} />
        </>
      );
    }
    case 'offer': return <Select {...named('service')} label={words.service} empty={words.choose} value={value('service')} options={ofList('service')} />;
    case 'standing': {
      const mine = offered.filter(({ agency }) => agency === table.agency);
      return mine.length === 0 ? undefined : (
        <>
          <Select {...named('service')} label={words.service} empty={words.choose} value={value('service')} options={ofList('service').filter((one) => mine.some(({ service }) => service === one.value))} />
          <Radios {...named('standing')} label={words.standing} options={choices(standings.filter((one) => one !== 'planned'), words.standings)} value={value('standing')} />
        </>
      );
    }
    case 'knock': return (
      <>
        <TextInput {...named('on')} label={words.day} hint={words.dayHint} width="short" value={value('on', today)} />
        <Radios {...named('knock')} label={words.knocked} options={choices(knocks, words.knocks)} value={value('knock')} />
        <Checkboxes {...named('consent')} label={words.consent} hint={words.consentHint} options={[{ value: 'yes', label: words.consentTick }]} values={own?.list(stepField(step, 'consent')) ?? []} />
      </>
    );
    case 'close': return <Radios {...named('reason')} label={words.reason} options={ofList('close')} value={value('reason')} />;
    case 'review': return <Radios {...named('kind')} label={words.reviews} options={choices(reviewKinds, words.reviewKinds)} value={value('kind')} />;
    case 'conclude': {
      const pending = reviews.filter(({ finding }) => finding === null);
      return pending.length === 0 ? undefined : (
        <>
          <Radios {...named('id')} label={words.reviews} options={pending.map((one) => ({ value: one.id, label: words.reviewKinds[one.kind] }))} value={value('id', pending[0]?.id)} />
          <Radios {...named('finding')} label={words.reason} options={choices(findings, words.findings)} value={value('finding')} />
        </>
      );
    }
    case 'withdraw': case 'report': return '';
    case 'tell': return undefined;
  }
}
