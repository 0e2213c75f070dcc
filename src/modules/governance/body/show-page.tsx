import { aboutDate, type Milestone, type Priority, pickSources, type Source } from '#app/modules/plan/index.ts';
import { Breadcrumbs, Sources, Thread } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { State } from '#app/ui/components/state.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Decision } from '../decision/queries.ts';
import type { Person } from '../member/queries.ts';
import { governancePaths } from '../paths.ts';
import type { Seat } from '../seat/queries.ts';
import { SeatTable } from '../seat/seat-forms.tsx';
import { InLanguage } from '../untranslated.tsx';
import type { Body, DatedName, DatedState, Member } from './queries.ts';
import { bodyWords } from './words.ts';

type Props = {
  frame: PageFrame;
  body: Body;
  bodies: readonly Body[];
  names: readonly DatedName[];
  states: readonly DatedState[];
  members: readonly Member[];
  decisions: readonly Decision[];
  milestones: readonly Milestone[];
  priorities: readonly Priority[];
  sources: readonly Source[];
  people: readonly Person[];
  seats: readonly Seat[];
  minutes: readonly { readonly id: string; readonly day: string }[];
};

/** One body: its states with reasons, its names, its members, what it decided and what it promised. */
export function BodyPage({ frame, body, bodies, names, states, members, decisions, milestones, priorities, sources, people, seats, minutes }: Props) {
  const { language } = frame;
  const words = bodyWords[language];
  return (
    <PublicLayout frame={frame}>
      <Breadcrumbs language={language} steps={[{ path: governancePaths.plan, label: words.plan }, { path: governancePaths.bodies, label: words.title }]} />
      <h1>{body.name[language]}</h1>
      {body.text ? <p class="lead">{body.text[language]}</p> : null}
      <p><span class="tag">{words.states[body.state]}</span></p>
      {priorities.length > 0 ? (
        <section class="band">
          <h2>{words.priorities}</h2>
          <ul>{priorities.map((priority) => <li><a href={localized(language, governancePaths.priority(priority.slug))}>{priority.title[language]}</a></li>)}</ul>
        </section>
      ) : null}
      <section class="band">
        <h2>{words.milestones}</h2>
        {milestones.length === 0 ? <p>{words.noMilestones}</p> : (
          <ul>{milestones.map((milestone) => <li>{milestone.title[language]}, {words.due(aboutDate(language, milestone.due, milestone.approximate))} <State language={language} state={milestone.state} /></li>)}</ul>
        )}
      </section>
      <section class="band">
        <h2>{words.decisions}</h2>
        {decisions.length === 0 ? <p>{words.noDecisions}</p> : (
          <ul>{decisions.map((decision) => <li id={decision.id}><DecisionLine frame={frame} decision={decision} /></li>)}</ul>
        )}
      </section>
      {seats.length > 0 ? <section class="band"><h2>{words.seats}</h2><SeatTable language={language} seats={seats} /></section> : null}
      {people.length > 0 ? (
        <section class="band">
          <h2>{words.people}</h2>
          <ul>{people.map((person) => <li>{person.name}, {person.office[language]}{person.chairs ? ` (${words.chair})` : ''}{person.demonstration ? <span class="small"> ({words.demonstrationPerson})</span> : null}</li>)}</ul>
        </section>
      ) : null}
      {minutes.length > 0 ? (
        <section class="band">
          <h2>{words.minutes}</h2>
          <ul>{minutes.map((one) => <li><a href={localized(language, governancePaths.minutes(one.id))}>{formatDate(language, one.day)}</a></li>)}</ul>
        </section>
      ) : null}
      <section class="band">
        <h2>{words.history}</h2>
        <Thread tall steps={states.map((state) => ({
          title: words.states[state.state],
          text: <>{state.reason[language]}{state.mergedInto ? <Merged frame={frame} into={bodies.find((one) => one.slug === state.mergedInto)} /> : null}</>,
          date: aboutDate(language, state.from, state.approximate),
          link: <Sources language={language} sources={pickSources(sources, state.sources)} />,
        }))} />
      </section>
      {names.length > 1 ? (
        <section class="band">
          <h2>{words.names}</h2>
          <ul>{names.map((name) => <li>{name.name[language]}, {words.namedFrom(formatDate(language, name.from))}</li>)}</ul>
        </section>
      ) : null}
      <section class="band">
        <h2>{words.members}</h2>
        {members.length === 0 ? <p>{words.noMembers}</p> : (
          <ul>{members.map((member) => <li>{member.name[language]}{member.to ? `, ${words.formerly(formatDate(language, member.to))}` : ''}</li>)}</ul>
        )}
      </section>
    </PublicLayout>
  );
}

function Merged({ frame: { language }, into }: { frame: PageFrame; into: Body | undefined }) {
  return into ? <> {bodyWords[language].mergedInto} <a href={localized(language, governancePaths.body(into.slug))}>{into.name[language]}</a></> : null;
}

function DecisionLine({ frame: { language }, decision }: { frame: PageFrame; decision: Decision }) {
  const words = bodyWords[language];
  const outcome = Object.entries(words.outcomes).find(([key]) => key === decision.outcome)?.[1] ?? decision.outcome;
  return (
    <>
      <b><InLanguage text={decision.title} language={language} /></b>
      <br />
      {outcome}, {formatDate(language, decision.decidedOn)}. <InLanguage text={decision.reason} language={language} />
    </>
  );
}
