import { Checkboxes, HiddenFields, TextInput } from '#app/ui/components/fields.tsx';
import { Form } from '#app/ui/components/form-page.tsx';
import { Crisis } from '#app/ui/components/pieces.tsx';
import { PublicLayout } from '#app/ui/components/public-layout.tsx';
import { formatDate } from '#app/ui/format.ts';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { ReadinessItem, SchemeRow } from '../support/queries.ts';
import { SupportsSection } from '../support/supports-section.tsx';
import { ownPlanPaths } from './paths.ts';
import { StepList, WordList } from './pieces.tsx';
import type { OwnPlan } from './queries.ts';
import { ageAt } from './rules.ts';
import { ownPlanWords } from './words.ts';

export function CodePage({ frame, typed, error }: { frame: PageFrame; typed: string; error?: string }) {
  const words = ownPlanWords[frame.language];
  return (
    <PublicLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      <Form frame={frame} errors={error ? { code: error } : {}} action={localized(frame.language, ownPlanPaths.open)} submit={words.show}>
        <TextInput name="code" label={words.code} hint={words.codeHint} width="medium" autocomplete="off" spellcheck={false} value={typed} error={error} />
      </Form>
      <Crisis language={frame.language} />
    </PublicLayout>
  );
}

type Props = { frame: PageFrame; plan: OwnPlan; code: string; today: string; studies: boolean; scheme: SchemeRow | undefined; items: readonly ReadinessItem[]; said?: string | undefined };

/** Her plan: her goals first, in her words; then the support and its dates, the basics before 18, and the ways to take it along. */
export function OwnPlanPage({ frame, plan, code, today, studies, scheme, items, said }: Props) {
  const { language } = frame;
  const words = ownPlanWords[language];
  const age = ageAt(plan.birth, today);
  const to = (path: string) => localized(language, path);
  const own: readonly (readonly [string, string])[] = [['code', code]];
  const press = (path: string, label: string, fields: readonly (readonly [string, string])[] = [], about?: string) => (
    <form class="screen-only" method="post" action={to(path)}><HiddenFields fields={[...own, ...fields]} /><button class="button quiet" type="submit">{label}{about ? <span class="hidden-text"> ({about})</span> : null}</button></form>
  );
  return (
    <PublicLayout frame={frame}>
      <div class="own">
      <h1>{plan.firstName ? words.hello(plan.firstName) : words.myPlan}</h1>
      {said ? <p class="inset" role="status"><b>{said}</b></p> : null}
      <p class="lead">{plan.pilot[language]}. {words.who(plan.agency[language], plan.mentor)}</p>
      {plan.leftOn ? <p>{words.left(formatDate(language, plan.leftOn))}</p> : null}
      <h2>{words.goals}</h2>
      {plan.goals.length === 0 ? <p>{words.noGoals}</p> : plan.goals.map((goal) => (
        <article class="panel own-goal">
          <h3>{goal.inWords}</h3>
          <p class="small">{words.areas[goal.area]} · {words.states[goal.state]} · {words.sides[goal.side]}</p>
          <StepList language={language} steps={goal.steps} />
          <WordList language={language} said={goal.words} timeZone={frame.site.timeZone} by={words.by} />
          {press(ownPlanPaths.goalForm, words.editGoal, [['goal', goal.id]], goal.inWords)}
        </article>
      ))}
      {press(ownPlanPaths.goalForm, words.newGoal)}
      <SupportsSection frame={frame} birth={plan.birth} today={today} studies={studies} scheme={scheme} />
      {scheme ? press(ownPlanPaths.open, studies ? words.noStudy : words.study, [['studies', studies ? 'no' : 'yes']]) : null}
      {items.length > 0 && (age === undefined || age < 18 || Object.keys(plan.ready).length > 0) ? (
        <section>
          <h2>{words.ready}</h2>
          <p>{words.readyCount(items.filter((one) => plan.ready[one.slug]).length, items.length)}</p>
          <Form frame={frame} action={to(ownPlanPaths.ready)} submit={words.readyKeep} hidden={own}>
            <Checkboxes name="item" label={words.readyLead} values={Object.keys(plan.ready)}
              options={items.map((one) => ({ value: one.slug, label: one.text[language], ...(plan.ready[one.slug] ? { hint: words.since(formatDate(language, plan.ready[one.slug] ?? today)) } : {}) }))} />
          </Form>
          {items.some((one) => !one.confirmed) ? <p class="small">{words.unconfirmed}</p> : null}
        </section>
      ) : null}
      <section class="screen-only">
        <h2>{words.take}</h2>
        <p>{words.takeLead} {words.carry}</p>
        <div class="go">{(['pdf', 'html', 'json'] as const).map((format) => press(ownPlanPaths.file, words.files[format], [['format', format]]))}</div>
      </section>
      <p class="small">{plan.counted ? words.counted : words.notCounted}</p>
      </div>
    </PublicLayout>
  );
}
