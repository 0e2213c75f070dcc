import { newId } from '#app/platform/db/id.ts';
import type { World } from '#test/world.ts';
import { addContribution } from '../contribution/actions.ts';
import { insertTheme } from '../theme/queries.ts';

export type Seeded = { readonly consultation: string; readonly themes: { readonly light: string; readonly lamps: string; readonly bus: string } };

/** A consultation of May 2019 with a census and three themes, one of them a part of another. */
export async function seedConsultation(world: World): Promise<Seeded> {
  const { admin } = world.database;
  const text = (en: string, fr: string) => admin.json({ en, fr });
  await admin`insert into engagement.consultation (slug, name, question, from_date, until_date, known_from, origin)
    values ('spring', ${text('Spring talk', 'Discussion du printemps')}, ${text('What would help?', 'Qu’est-ce qui aiderait?')}, '2019-05-01', '2019-05-31', '2019-04-01', 'pack')`;
  await admin`insert into engagement.heard_count (slug, consultation_slug, channel, people, one_each, known_from, origin) values ('spring/hall', 'spring', 'meeting', 12, true, '2019-04-01', 'pack')`;
  for (const [dimension, category, people] of [['total', 'total', 1000], ['age', 'young', 400], ['age', 'old', 600]] as const)
    await admin`insert into engagement.census_margin (slug, year, dimension, category, position, label, people, confirmed, known_from, origin)
      values (${`${dimension}/${category}`}, 2016, ${dimension}, ${category}, 0, ${text(category, `${category} (fr)`)}, ${people}, true, '2017-01-01', 'pack')`;
  const themes = { light: newId(), lamps: newId(), bus: newId() };
  await world.as.worker(async (scope) => {
    await insertTheme(scope, { id: themes.light, consultation: 'spring', parent: null, name: { en: 'Light', fr: 'Éclairage' } });
    await insertTheme(scope, { id: themes.lamps, consultation: 'spring', parent: themes.light, name: { en: 'Lamps', fr: 'Lampadaires' } });
    await insertTheme(scope, { id: themes.bus, consultation: 'spring', parent: null, name: { en: 'Buses', fr: 'Autobus' } });
  });
  return { consultation: 'spring', themes };
}

let number = 0;

/** Adds an answer to a survey; gives its id. */
export async function seedPiece(world: World, more: { body?: string; age?: string; mayQuote?: boolean } = {}): Promise<string> {
  number += 1;
  const id = await world.as.worker(async (scope) => await addContribution(scope, {
    consultation: 'spring', kind: 'survey-answer', language: 'en', body: more.body ?? `Words ${number}`, receivedOn: '2019-05-10', ageBand: more.age, mayQuote: more.mayQuote ?? true,
  }));
  if (!id) throw new Error('the piece is there already');
  return id;
}
