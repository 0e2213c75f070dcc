import { isId, newId } from '#app/platform/db/id.ts';
import { type Answer, invalid, notFound, page, problem, redirect } from '#app/platform/http/answer.ts';
import type { Route, Visit } from '#app/platform/http/route.ts';
import type { FieldErrors } from '#app/ui/components/fields.tsx';
import { frameOf, localized, type SiteSource } from '#app/ui/page-frame.ts';
import { joinToPlan, type PlanRead, readPlan } from '../consultation/done.ts';
import { coders, voicePaths } from '../consultation/paths.ts';
import { type Consultation, findConsultation } from '../consultation/queries.ts';
import { withConsultation } from '../consultation/with-consultation.ts';
import { findIssueByReference } from '../issue/queries.ts';
import { readAnswer, readName } from './input.ts';
import { findThemeHome, insertAnswer, insertTheme, insertThemeName, listAnswers, listThemes, removeAnswer, updateMerged } from './queries.ts';
import { mergeRefusal, type Theme } from './rules.ts';
import { ThemePage } from './theme-page.tsx';
import { ThemesPage } from './tree-page.tsx';
import { themeWords } from './words.ts';

type Here = { readonly theme: Theme; readonly themes: readonly Theme[]; readonly consultation: Consultation };

export function themeRoutes(site: SiteSource): Route[] {
  const verb = (name: 'name' | 'merge' | 'unmerge' | 'answers', work: (visit: Visit, here: Here) => Promise<Answer | undefined>): Route => ({
    method: 'POST', path: voicePaths.themeVerb(':id', name), may: coders, audit: `theme.${name}`, handle: async (visit) => await withTheme(visit, async (here) => (await work(visit, here)) ?? back(visit, here)),
  });
  return [
    { method: 'GET', path: voicePaths.themes(':slug'), may: coders, audit: 'none', handle: async (visit) => await withConsultation(visit, async (one) => page(await drawTree(visit, one))) },
    { method: 'POST', path: voicePaths.themes(':slug'), may: coders, audit: 'theme.add', handle: async (visit) => await withConsultation(visit, async (one) => await postTheme(visit, one)) },
    { method: 'GET', path: voicePaths.theme(':id'), may: coders, audit: 'none', handle: async (visit) => await withTheme(visit, async (here) => page(await drawTheme(visit, here))) },
    verb('name', async (visit, here) => {
      const read = readName(visit.form, visit.language);
      if ('errors' in read) return invalid(await drawTheme(visit, here, read.errors));
      await insertThemeName(visit, here.theme.id, read.value);
      return undefined;
    }),
    verb('merge', async (visit, here) => {
      const into = here.themes.find((theme) => theme.id === visit.form.text('into'));
      const words = themeWords[visit.language];
      if (!into) return invalid(await drawTheme(visit, here, { into: words.missingInto }));
      const refusal = mergeRefusal(here.themes, here.theme, into, (await listAnswers(visit, [here.theme.id])).length > 0);
      if (refusal) return invalid(await drawTheme(visit, here, { into: words.refusals[refusal] }));
      return (await updateMerged(visit, here.theme.id, into.id)) ? undefined : problem('conflict');
    }),
    verb('unmerge', async (visit, here) => ((await updateMerged(visit, here.theme.id, null)) ? undefined : problem('conflict'))),
    verb('answers', async (visit, here) => {
      if (here.theme.mergedInto !== null) return problem('conflict');
      const plan = await readPlan(visit);
      const read = await readAnswer(visit.form, visit.language, async (kind, target) =>
        kind === 'issue' ? (await findIssueByReference(visit, target)) !== undefined : (kind === 'priority' ? plan.priorities : plan.milestones).some((one) => one.slug === target));
      if ('errors' in read) return invalid(await drawTheme(visit, here, read.errors, plan));
      await insertAnswer(visit, { id: newId(), theme: here.theme.id, ...read.value });
      return undefined;
    }),
    { method: 'POST', path: voicePaths.removeAnswer(':id', ':answer'), may: coders, audit: 'theme.remove-answer', handle: async (visit) => await withTheme(visit, async (here) => {
      const answer = visit.params.answer ?? '';
      return isId(answer) && (await removeAnswer(visit, here.theme.id, answer)) ? back(visit, here) : notFound;
    }) },
  ];

  function back(visit: Visit, { theme }: Here): Answer {
    return redirect(localized(visit.language, voicePaths.theme(theme.id)));
  }

  async function drawTree(visit: Visit, consultation: Consultation, errors?: FieldErrors) {
    const themes = await listThemes(visit, consultation.slug);
    const answered = new Map<string, number>();
    for (const { theme } of await listAnswers(visit, themes.map((one) => one.id))) answered.set(theme, (answered.get(theme) ?? 0) + 1);
    const frame = frameOf(visit, site(), { title: themeWords[visit.language].title, current: 'voice', hasErrors: errors !== undefined });
    return <ThemesPage frame={frame} consultation={consultation} themes={themes} answered={answered} typed={new Map(visit.form.entries())} errors={errors ?? {}} />;
  }

  async function postTheme(visit: Visit, consultation: Consultation): Promise<Answer> {
    const read = readName(visit.form, visit.language);
    if ('errors' in read) return invalid(await drawTree(visit, consultation, read.errors));
    const parent = (await listThemes(visit, consultation.slug)).find((theme) => theme.id === visit.form.text('parent') && theme.parent === null && theme.mergedInto === null);
    await insertTheme(visit, { id: newId(), consultation: consultation.slug, parent: parent?.id ?? null, name: read.value });
    return redirect(localized(visit.language, voicePaths.themes(consultation.slug)));
  }

  async function drawTheme(visit: Visit, { theme, themes, consultation }: Here, errors?: FieldErrors, known?: PlanRead) {
    const plan = known ?? (await readPlan(visit));
    const frame = frameOf(visit, site(), { title: theme.name[visit.language], current: 'voice', hasErrors: errors !== undefined });
    return (
      <ThemePage frame={frame} consultation={consultation} theme={theme} themes={themes} done={joinToPlan(plan, await listAnswers(visit, [theme.id]))} priorities={plan.priorities}
        milestones={plan.milestones} typed={new Map(visit.form.entries())} errors={errors ?? {}} />
    );
  }
}

async function withTheme(visit: Visit, then: (here: Here) => Promise<Answer>): Promise<Answer> {
  const id = visit.params.id ?? '';
  const home = isId(id) ? await findThemeHome(visit, id) : undefined;
  const consultation = home ? await findConsultation(visit, home) : undefined;
  if (!consultation) return notFound;
  const themes = await listThemes(visit, consultation.slug);
  const theme = themes.find((one) => one.id === id);
  if (!theme) return notFound;
  visit.about('theme', theme.id);
  return await then({ theme, themes, consultation });
}
