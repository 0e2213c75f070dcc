import type { Scope } from '#app/platform/db/scope.ts';
import type { Language } from '#app/platform/language/language.ts';
import { formatDate } from '#app/ui/format.ts';
import { listFigures } from '../figure/queries.ts';
import { listReadings } from '../indicator/readings.ts';
import { indicatorBlocks } from '../indicator/report.ts';
import { type Compiled, compile, type Furniture, type Texts } from './compile.ts';
import { type Community, findCommunity, findEarlier, type Publication, readTexts } from './queries.ts';
import type { Gathered, Template } from './template.ts';
import { documentWords } from './document/words.ts';

/** What compiling needs from the program: the kinds of report, and a transaction of the public beside the one of whoever works. */
export type Desk = {
  readonly templates: readonly Template[];
  readonly asPublic: <T>(work: (scope: Scope) => Promise<T>) => Promise<T>;
};

type Heads = Pick<Publication, 'title' | 'departments' | 'preparedFor' | 'number'>;

export type WorkingCopy = Compiled & { readonly gathered: Gathered; /** The same records under another number. */ readonly numbered: (number: string) => Compiled };

/**
 * Compiles a publication as it would stand today. Records are read with the public's eyes, so that no copy ever carries what its readers may
 * not see, whoever compiles; texts and the earlier report are read in the rights of `scope`.
 */
export async function compileNow(scope: Scope, desk: Desk, template: Template, publication: Publication): Promise<WorkingCopy> {
  return await compileTexts(scope, desk, template, publication, await readTexts(scope, publication.id), publication.id);
}

/** The same for texts in hand; `id` is the publication that the earlier report must not be. */
export async function compileTexts(scope: Scope, desk: Desk, template: Template, heads: Heads, texts: Texts, id?: string): Promise<WorkingCopy> {
  const { gathered, figures, readings, community } = await desk.asPublic(async (open) => ({
    gathered: await template.gather(open), figures: await listFigures(open), readings: await listReadings(open), community: await findCommunity(open),
  }));
  if (!community) throw new Error('no community is loaded');
  const earlier = await findEarlier(scope, template.name, id);
  const indicator = (language: Language, slug: string) => {
    const reading = readings.find((one) => one.indicator.slug === slug);
    return reading ? indicatorBlocks(language, reading, gathered.today) : undefined;
  };
  const under = (number: string | undefined) => compile({ template, gathered, figures, indicator, texts, earlier, furniture: furnitureOf(template, heads, community, gathered.today, number) });
  return { ...under(heads.number), gathered, numbered: under };
}

function furnitureOf(template: Template, heads: Heads, community: Community, today: string, number: string | undefined): Furniture {
  return (language: Language) => {
    const words = documentWords[language];
    const departments = heads.departments.map((code) => `${community.departments.find((one) => one.code === code)?.name[language] ?? code} (${code})`);
    return {
      title: heads.title[language], date: today, author: `${community.name[language]} ${community.place[language]}`, kicker: `${template.title[language]} · ${community.name[language]} ${community.place[language]}`,
      notice: community.adopted ? undefined : words.notice(community.notServiceOf[language]),
      details: [
        { term: words.number, text: number ?? words.noNumber },
        { term: words.to, text: heads.preparedFor[language] },
        ...(departments.length > 0 ? [{ term: words.from, text: departments.join('; ') }] : []),
        { term: words.date, text: formatDate(language, today) },
        { term: words.preparedBy, text: words.planOffice },
      ],
    };
  };
}
