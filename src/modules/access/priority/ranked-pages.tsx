import type { Ranked } from '#app/methods/priority/rank.ts';
import type { Facts, Rule } from '#app/methods/priority/rule.ts';
import type { Form as Posted } from '#app/platform/http/form.ts';
import type { Language } from '#app/platform/language/language.ts';
import { Csrf } from '#app/ui/components/csrf.tsx';
import { type FieldErrors, Radios, Textarea, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { colon } from '#app/ui/format.ts';
import { listPaths } from '../list/paths.ts';
import type { List } from '../list/queries.ts';
import { memberName } from '../household/show-page.tsx';
import { findField, fields } from './fields.ts';
import { priorityPaths } from './paths.ts';
import type { PlacedPerson, Priority } from './queries.ts';
import { factText, openPlaces, placeReasons, unknownFields } from './sentences.ts';
import { priorityWords } from './words.ts';

/** What the ranked list shows of somebody. */
export type RankedLine = { readonly ranked: Ranked; readonly person: PlacedPerson; readonly facts: Facts };
type Props = { frame: PageFrame; list: List; rules: Priority | undefined; lines: readonly RankedLine[]; closed: number };

/** Everybody on a list in the order of the rules in force, with the reasons of each place. */
export function RankedPage({ frame, list, rules, lines, closed }: Props) {
  const { language } = frame;
  const words = priorityWords[language];
  const at = (path: string) => localized(language, path);
  return (
    <StaffLayout frame={frame}>
      <p><a href={at(listPaths.list(list.slug))}>{list.name[language]}</a></p>
      <h1>{words.ranked}</h1>
      <p class="lead">{words.rankedLead}</p>
      <p class="hint">{words.reading} <a href={at(priorityPaths.list(list.slug))}>{words.toRules}</a></p>
      {closed > 0 ? <p>{words.closed(closed)}</p> : null}
      {!rules ? <p>{words.noneInForce}</p> : lines.length === 0 ? <p>{words.nobody}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.place}</th><th scope="col">{words.person}</th><th scope="col">{words.why}</th><th scope="col">{words.known}</th></tr></thead>
          <tbody>{lines.map((line) => <Line frame={frame} list={list} line={line} rules={rules.rules} />)}</tbody>
        </table>
      )}
    </StaffLayout>
  );
}

function Line({ frame: { language }, list, line: { ranked, person, facts }, rules }: { frame: PageFrame; list: List; line: RankedLine; rules: readonly Rule[] }) {
  const words = priorityWords[language];
  const open = openPlaces(ranked, rules);
  const unknown = unknownFields(ranked, rules);
  return (
    <tr>
      <th scope="row" data-label={words.place}>{ranked.override ? ranked.place : words.to(open.from, open.to)}</th>
      <td data-label={words.person}>{nameIn(person, language)}<br /><a href={localized(language, priorityPaths.place(list.slug, person.key))}>{words.change}<span class="hidden-text"> {nameIn(person, language)}</span></a></td>
      <td data-label={words.why}><ul>{placeReasons(language, ranked, rules, false).map((text) => <li>{text}</li>)}</ul></td>
      <td data-label={words.known}><ul>{rules.map((rule) => <li>{findField(rule.field)?.label[language]}{colon(language)}{unknown.includes(rule.field) ? <b>{words.askHint}. {words.ask}</b> : factText(language, rule.field, facts[rule.field] ?? null)}</li>)}</ul></td>
    </tr>
  );
}

/** Asks what is not known, sets a person to a place, or ends that. */
export function PlacePage({ frame, list, person, typed, errors }: { frame: PageFrame; list: List; person: PlacedPerson; typed: Posted; errors?: FieldErrors | undefined }) {
  const { language } = frame;
  const words = priorityWords[language];
  const said = { veteran: person.veteran, indigenous: person.indigenous };
  const answerOf = (field: 'veteran' | 'indigenous') => (typed.has(field) ? typed.text(field) : said[field] === null ? 'unknown' : said[field] ? 'yes' : 'no');
  return (
    <StaffLayout frame={frame}>
      <p><a href={localized(language, priorityPaths.ranked(list.slug))}>{words.ranked}</a></p>
      <h1>{nameIn(person, language)}</h1>
      <h2>{words.answers}</h2>
      <p>{words.answersHint}</p>
      <p class="hint">{words.needHint}</p>
      <Form frame={frame} submit={words.keepAnswers} hidden={[['form', 'answers']]}>
        {fields.filter((one) => one.protected).map(({ id, label }) => (
          <Radios name={id} label={label[language]} value={id === 'veteran' ? answerOf('veteran') : answerOf('indigenous')} options={[{ value: 'yes', label: words.yes }, { value: 'no', label: words.no }, { value: 'unknown', label: words.notSaid }]} />
        ))}
      </Form>
      <h2>{words.move}</h2>
      <p>{words.moveHint}</p>
      {person.override ? (
        <form method="post"><Csrf frame={frame} /><input type="hidden" name="form" value="end" /><p>{words.moved(person.override.place, person.override.by, person.override.reason)}</p><button class="button quiet" type="submit">{words.endMove}</button></form>
      ) : null}
      <Form frame={frame} errors={errors} submit={words.setMove} hidden={[['form', 'move']]}>
        <TextInput name="place" label={words.toPlace} width="short" inputmode="numeric" autocomplete="off" value={typed.text('place')} error={errors?.place} />
        <Textarea name="reason" label={words.reason} rows={3} value={typed.text('reason')} error={errors?.reason} />
      </Form>
    </StaffLayout>
  );
}

const nameIn = ({ key, givenName, familyName }: PlacedPerson, language: Language) => memberName({ person: key, givenName, familyName }, language);
