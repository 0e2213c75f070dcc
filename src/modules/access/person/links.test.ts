import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ReferralWorld, openReferralWorld } from '../referral/referral-world.test-tool.ts';

let world: ReferralWorld;
beforeAll(async () => {
  world = await openReferralWorld();
});
afterAll(async () => await world.close());

test('every link of a record leads somewhere for whoever reads it, and what a role may not use is not linked', async () => {
  const person = await world.client();
  await world.consent(person, ['identity', 'contact', 'housing', 'health', 'note']);
  await (await world.visit('supervisor')).post(`/en/access/persons/${person}/assignments`, { colleague: world.member.clinician.account });
  const shown: Record<string, string[]> = {};
  const visitors = { intake: await world.visit('intake'), clinician: await world.visit('clinician'), supervisor: await world.visit('supervisor'), coordinator: world.coordinator.visitor, outside: await world.visit('outside'), nurse: await world.visit('nurse') };
  for (const [name, who] of Object.entries(visitors)) {
    const record = await who.get(`/en/access/persons/${person}`);
    if (record.status === 404) continue;
    const html = await record.text();
    const links = [...new Set([...html.slice(html.indexOf('<main')).matchAll(/href="(\/en\/access\/[^"#]*)"/g)].map(([, to]) => to ?? ''))];
    for (const to of links) {
      const answer = await who.get(to.replaceAll('&amp;', '&'));
      // A plan that is not there yet leads to its form.
      const end = answer.status === 303 ? await who.get(answer.headers.get('location') ?? '') : answer;
      expect(end.status, `${name} ${to}`).toBe(200);
    }
    shown[name] = ['plan', 'consents', 'referrals', 'intakes', 'assessments', 'stays', 'looks'].filter((part) => links.some((to) => to.endsWith(`${person}/${part}`)));
  }
  expect(shown).toMatchInlineSnapshot(`
    {
      "clinician": [
        "plan",
        "consents",
        "referrals",
        "intakes",
        "assessments",
        "stays",
      ],
      "intake": [
        "plan",
        "consents",
        "referrals",
        "intakes",
        "assessments",
        "stays",
      ],
      "supervisor": [
        "plan",
        "consents",
        "referrals",
        "intakes",
        "assessments",
        "stays",
        "looks",
      ],
    }
  `);
});
