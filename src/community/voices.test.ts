import { join } from 'node:path';
import { expect, test } from 'vitest';
import { readPack } from '#app/community-pack/read.ts';
import { addDemoVoices, engagementRoutes } from '#app/modules/engagement/index.ts';
import { projectRoot } from '#app/platform/config/project-root.ts';
import { languages } from '#app/platform/language/language.ts';
import { openWorld } from '#test/world.ts';
import { loadCommunity } from './load.ts';

test.each(['halton', 'maple-ford'])('the voices of %s are coded, protected and shown in both languages', async (name) => {
  const world = await openWorld();
  try {
    const pack = await readPack(join(projectRoot(), 'communities', name));
    world.database.clock.set(`${pack.community.demonstrationStart}:00Z`);
    const accounts = new Map([['plan-manager', (await world.person('manager')).account], ['analyst', (await world.person('analyst')).account]]);
    await world.as.worker(async (scope) => {
      await loadCommunity(scope, pack);
      await addDemoVoices(scope, pack.consultations, accounts);
    });
    const visitor = await world.http(engagementRoutes(() => world.site, { keepsMailHere: true })).as();
    for (const language of languages) for (const consultation of pack.consultations) {
      const html = await (await visitor.get(`/${language}/engagement/consultations/${consultation.id}`)).text();
      expect(html).toContain(consultation.name[language].replaceAll('&', '&amp;'));
      expect(html).toMatch(language === 'en' ? /self-selected sample is not a random one/ : /échantillon de volontaires n’est pas un échantillon aléatoire/);
      const numbers = [...html.matchAll(/<td data-label="(?:People|Personnes|Voices|Voix)" class="n">(?:<svg.*?<\/svg>)?([^<]*)<\/td>/gs)].map(([, text = '']) => text);
      expect(numbers.length > 10).toBe(consultation.publish !== undefined);
      // Every number passed the gate: rounded to 5, and never an open zero.
      expect(numbers.filter((text) => /^[\d\s,]+$/.test(text) && (Number(text.replaceAll(/[\s,]/g, '')) % 5 !== 0 || text === '0'))).toEqual([]);
      expect(html).not.toMatch(/undefined|\[object/);
      if (consultation.demonstration) expect(html).toContain(language === 'en' ? 'No real person said any of it.' : 'Aucune personne réelle n’a tenu ces propos.');
    }
  } finally {
    await world.close();
  }
});
