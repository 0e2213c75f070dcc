import { Select } from '#app/ui/components/fields.tsx';
import { StaffLayout } from '#app/ui/components/staff-layout.tsx';
import { localized, type PageFrame } from '#app/ui/page-frame.ts';
import type { Dataset } from '../dataset/queries.ts';
import { computationPaths } from './paths.ts';
import type { Computation } from './queries.ts';
import { computationWords } from './words.ts';

/** All computations, and from which dataset another can be made; `chosen` narrows to one dataset. */
export function ComputationsPage({ frame, computations, datasets, chosen }: { frame: PageFrame; computations: readonly Computation[]; datasets: readonly Dataset[]; chosen: string | undefined }) {
  const { language } = frame;
  const words = computationWords[language];
  const nameOf = (slug: string) => datasets.find((one) => one.slug === slug)?.name[language] ?? slug;
  return (
    <StaffLayout frame={frame}>
      <h1>{words.title}</h1>
      <p class="lead">{words.lead}</p>
      {computations.length === 0 ? <p>{words.none}</p> : (
        <table class="stack">
          <thead><tr><th scope="col">{words.name}</th><th scope="col">{words.ofDataset}</th></tr></thead>
          <tbody>
            {computations.map((one) => (
              <tr><td><a href={localized(language, computationPaths.computation(one.series))}>{one.name[language]}</a><p class="small">{one.text[language]}</p></td><td>{nameOf(one.dataset)}</td></tr>
            ))}
          </tbody>
        </table>
      )}
      <h2>{words.make}</h2>
      {datasets.length === 0 ? <p>{words.noDataset}</p> : (
        <form method="get" action={localized(language, '/insight/computations/new')}>
          <Select name="dataset" label={words.choose} options={datasets.map(({ slug, name }) => ({ value: slug, label: name[language] }))} value={chosen} />
          <div class="buttons"><button class="button" type="submit">{words.go}</button></div>
        </form>
      )}
    </StaffLayout>
  );
}
