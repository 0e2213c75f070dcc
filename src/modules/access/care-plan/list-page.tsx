import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import { nameOf } from '../person/list-page.tsx';
import type { AgencyLine } from '../person/queries.ts';
import { carePaths } from './paths.ts';
import type { PlanLine } from './queries.ts';
import { careWords } from './words.ts';

/** The plans that the reader works on or that are shared with her organisation. */
export function PlansPage({ frame, plans, agencies, account, counts }: { frame: PageFrame; plans: readonly PlanLine[]; agencies: readonly AgencyLine[]; account: string | null; counts: boolean }) {
  const { language } = frame;
  const words = careWords[language];
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {counts ? <p><a href={localized(language, carePaths.conformance)}>{words.conformance}</a></p> : null}
      {plans.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.step}</th><th scope="col">{words.standing}</th><th scope="col">{words.coordinator}</th><th scope="col">{words.lead_}</th></tr></thead>
          <tbody>
            {plans.map((plan) => (
              <tr>
                <td><a href={localized(language, carePaths.show(plan.person))}>{nameOf({ ...plan, id: plan.person }, language)}</a></td>
                <td data-label={words.step}>{words.steps[plan.step]}, {words.round(plan.round).toLowerCase()}</td>
                <td data-label={words.standing}>{words.standings[plan.standing]}</td>
                <td data-label={words.coordinator}>{plan.coordinator === null ? words.nobody : plan.coordinator === account ? words.yours : words.someone}</td>
                <td data-label={words.lead_}>{agencies.find((one) => one.id === plan.agency)?.name[language] ?? ''}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </StaffLayout>
  );
}
