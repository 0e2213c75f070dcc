import type { Rule } from '#app/methods/priority/rule.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import type { Bilingual, Language } from '#app/platform/language/language.ts';
import { type FieldErrors, Select, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { colon, formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { replayPaths } from '../replay/paths.ts';
import { replayWords } from '../replay/words.ts';
import { ruleFields, ruleOn } from './fields.ts';
import { mostRules } from './input.ts';
import { priorityPaths } from './paths.ts';
import type { Priority } from './queries.ts';
import { priorityWords } from './words.ts';

type Known = { readonly slug: string; readonly name: Bilingual };
/** The lists whose rules can be read. */
export function RulesOfListsPage({ frame, lists }: { frame: PageFrame; lists: readonly Known[] }) {
  const words = priorityWords[frame.language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {lists.length === 0 ? <p>{words.noList}</p> : <ul>{lists.map((list) => <li><a href={localized(frame.language, priorityPaths.list(list.slug))}>{list.name[frame.language]}</a></li>)}</ul>}
    </StaffLayout>
  );
}

/** The rules in force in words, and every version. */
export function RulesPage({ frame, list, versions, inForce, keeps, plans, today }: { frame: PageFrame; list: Known; versions: readonly Priority[]; inForce: Priority | undefined; keeps: boolean; plans: boolean; today: string }) {
  const { language } = frame;
  const words = priorityWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(priorityPaths.lists)}>{words.back}</a></p>
      <h1>{list.name[language]}</h1>
      <p class="lead">{words.lead}</p>
      <h2>{words.inForce}{inForce ? `${colon(language)}${words.version(inForce.version).toLowerCase()}` : ''}</h2>
      {inForce ? <><Rules language={language} rules={inForce.rules} /><Decided language={language} one={inForce} /></> : <p>{words.noneInForce}</p>}
      <p class="hint">{words.guarded}</p>
      {keeps ? <p><a class="button" href={at(priorityPaths.propose(list.slug))}>{words.propose}</a> <a href={at(priorityPaths.ranked(list.slug))}>{words.toRanked}</a> <a href={at(priorityPaths.replay(list.slug))}>{words.replay}</a></p> : null}
      {plans ? <p><a href={at(replayPaths.replays)}>{replayWords[language].title}</a></p> : null}
      <h2>{words.history}</h2>
      <ul>{versions.map((one) => <li><a href={at(priorityPaths.version(list.slug, one.version))}>{words.version(one.version)}</a>, {one.from === null ? words.proposed : one.id === inForce?.id || one.from > today ? words.since(formatDate(language, one.from)) : words.replaced}</li>)}</ul>
    </StaffLayout>
  );
}

function Rules({ language, rules }: { language: Language; rules: readonly Rule[] }) {
  return <><ol>{rules.map((rule) => <li>{rule.label[language]}</li>)}</ol><p>{priorityWords[language].drawLast}</p></>;
}
function Decided({ language, one }: { language: Language; one: Priority }) {
  const words = priorityWords[language];
  if (one.body === null || one.decidedOn === null || one.from === null) return null;
  return <p>{words.decided(one.body, formatDate(language, one.decidedOn))}, {words.since(formatDate(language, one.from))}. {words.decision}{colon(language)}{one.decision} ({words.reference}{colon(language)}{one.url ? <a href={one.url}>{one.reference}</a> : one.reference})</p>;
}

/** One version; approved by naming the decision, by whoever supervises the agency that keeps the list. */
export function VersionPage({ frame, list, one, approves, typed, errors }: { frame: PageFrame; list: Known; one: Priority; approves: boolean; typed: Posted; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = priorityWords[language];
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, priorityPaths.list(list.slug))}>{list.name[language]}</a></p>
      <h1>{words.version(one.version)}</h1>
      <Rules language={language} rules={one.rules} />
      <p>{one.note}</p>
      {one.approvedAt ? <Decided language={language} one={one} /> : <p><b>{words.proposed}</b></p>}
      {approves && !one.approvedAt ? (
        <>
          <h2>{words.approve}</h2>
          <p>{words.approveLead}</p>
          <Form frame={frame} errors={errors} submit={words.approve}>
            <TextInput name="body" label={words.body} autocomplete="off" value={typed.text('body')} error={errors?.body} />
            <Textarea name="decision" label={words.decisionText} rows={3} value={typed.text('decision')} error={errors?.decision} />
            <TextInput name="decided-on" label={words.decidedOn} hint={words.dayHint} width="short" autocomplete="off" value={typed.text('decided-on')} error={errors?.['decided-on']} />
            <TextInput name="reference" label={words.refLabel} autocomplete="off" value={typed.text('reference')} error={errors?.reference} />
            <TextInput name="url" label={`${words.url}${words.optional}`} inputmode="url" autocomplete="off" value={typed.text('url')} error={errors?.url} />
            <TextInput name="from" label={words.from} hint={words.dayHint} width="short" autocomplete="off" value={typed.text('from')} error={errors?.from} />
          </Form>
        </>
      ) : null}
    </StaffLayout>
  );
}

/** Composes the next version from the fields that are known. */
export function ProposePage({ frame, list, current, typed, errors }: { frame: PageFrame; list: Known; current: readonly Rule[]; typed: Posted; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = priorityWords[language];
  const options = ruleFields.flatMap((id) => {
    const rule = ruleOn(id);
    return rule ? [{ value: id, label: rule.label[language] }] : [];
  });
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, priorityPaths.list(list.slug))}>{list.name[language]}</a></p>
      <h1>{words.propose}</h1>
      <p class="lead">{words.proposeLead}</p>
      <p class="hint">{words.guarded}</p>
      <Form frame={frame} errors={errors} submit={words.save}>
        {Array.from({ length: mostRules }, (_, index) => {
          const name = `rule-${index + 1}`;
          return <Select name={name} label={words.step(index + 1)} empty={words.nothing} options={options} value={typed.has(name) ? typed.text(name) : current[index]?.id} error={errors?.[name]} />;
        })}
        <Textarea name="note" label={words.note} hint={words.noteHint} rows={3} value={typed.text('note')} error={errors?.note} />
      </Form>
    </StaffLayout>
  );
}
