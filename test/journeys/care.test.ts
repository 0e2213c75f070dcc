import type { BrowserContextOptions, Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { press, untilShown } from './steps.ts';

const journey = startJourney();

const main = async (page: Page) => await page.locator('main').innerText();
/** The page as it stands, at both widths. */
async function check(page: Page, sizes: readonly BrowserContextOptions[] = [phone, desk]): Promise<void> {
  for (const size of sizes) {
    await page.setViewportSize(size.viewport ?? { width: 1280, height: 800 });
    await expectUsable(page);
  }
}
/** In both languages; what was typed is lost. */
async function checkBoth(page: Page, sizes: readonly BrowserContextOptions[] = [phone, desk]): Promise<void> {
  const address = page.url();
  await check(page, sizes);
  await page.goto(address.replace('/en/', '/fr/'));
  await check(page, sizes);
  await page.goto(address);
}
async function takeStep(page: Page, plan: string, step: string, more: Record<string, string> = {}): Promise<void> {
  await page.goto(`${plan}/steps/new`);
  await page.getByLabel('Step', { exact: true }).selectOption(step);
  if (more.coordinator) await page.getByLabel('Who coordinates').selectOption({ label: more.coordinator });
  if (more.reason) await page.getByLabel(/Reason/).fill(more.reason);
  await press(page, 'Save');
}

test('a plan goes from referral to monitoring with one coordinator, opens to another agency by consent and closes with its withdrawal', async () => {
  const intake = await journey.enter('Ines Walker');
  await intake.goto(`${journey.url}/en/access/persons/new`);
  await intake.getByLabel('Given name').fill('Mia');
  await intake.getByLabel('Family name').fill('Okoro (demo)');
  await intake.getByLabel(/Day of birth/).first().fill('2003-06-20');
  await press(intake, 'Save');
  await intake.getByRole('link', { name: 'Care plan', exact: true }).click();
  await checkBoth(intake, [phone]);
  await press(intake, 'Save');
  const plan = intake.url();
  expect(await main(intake)).toContain('Intake and assessment');
  await takeStep(intake, plan, 'strengths');
  expect(await intake.locator('.error-summary').innerText()).toContain('out of the usual order');
  await check(intake, [phone]);
  await takeStep(intake, plan, 'intake');
  await takeStep(intake, plan, 'strengths');
  await intake.goto(`${plan}/strengths`);
  await intake.getByLabel(/Strengths/).fill('She draws, and her grandmother is near.');
  await intake.getByLabel('Needs').fill('A quiet place to learn.');
  await press(intake, 'Save');
  expect(await main(intake)).toContain('It belongs to: the supervisor');
  await intake.goto(`${plan}/refusal`);
  expect(await main(intake)).toContain('There is nothing at this address');

  const supervisor = await journey.enter('Samir Haddad');
  await takeStep(supervisor, plan, 'coordinator', { coordinator: 'Cora Lindqvist (demo)' });

  const cora = await journey.enter('Cora Lindqvist');
  await cora.goto(plan);
  await cora.getByRole('link', { name: 'Add a goal' }).click();
  await checkBoth(cora, [phone]);
  await press(cora, 'Save');
  expect(await cora.locator('.error-summary').innerText()).toContain('Write the goal');
  await cora.getByLabel(/own words/).fill('I want to finish school with my friends');
  await cora.getByLabel(/Who does/).fill('Mia and the school');
  await cora.getByLabel(/Looked at again/).fill('2019-09-03');
  await press(cora, 'Save');
  await takeStep(cora, plan, 'goals');
  await cora.getByRole('link', { name: 'Add an agency' }).click();
  expect(await main(cora)).toContain('No other agency is named');
  await check(cora, [phone]);

  await intake.goto(`${plan.replace(/\/plan$/, '')}/consents/new`);
  await intake.getByLabel('Care and support').check();
  await intake.getByLabel('Coordination between organisations').check();
  await intake.getByLabel('Identity').check();
  await intake.getByLabel('Old Mill Health (demo)').check();
  await intake.getByRole('group', { name: /How consent/ }).getByLabel('Spoken').check();
  await press(intake, /Save/);

  await cora.goto(`${plan}/team/new`);
  await cora.getByLabel('Old Mill Health (demo)').check();
  await cora.getByLabel('What it provides').fill('A counsellor');
  await press(cora, 'Save');
  await takeStep(cora, plan, 'team');
  await takeStep(cora, plan, 'plan');
  await takeStep(cora, plan, 'shared');
  await cora.getByRole('link', { name: 'Set a review' }).click();
  await cora.getByLabel('Due on').fill('2019-06-10');
  await press(cora, 'Save');
  await takeStep(cora, plan, 'monitoring');
  await checkBoth(cora);
  await untilShown(cora, `${journey.url}/en/commitment/my-day`, 'Review a care plan');
  await cora.goto(`${journey.url}/en/access/care-plans`);
  await checkBoth(cora);

  const claire = await journey.enter('Claire Bouchard');
  await claire.goto(`${journey.url}/en/access/care-plans`);
  await claire.getByRole('link', { name: /Mia Okoro/ }).click();
  expect(await main(claire)).toContain('I want to finish school');
  expect(await main(claire)).not.toContain('Take a step');
  await intake.goto(`${plan.replace(/\/plan$/, '')}/consents`);
  await intake.getByText('Withdraw this consent').first().click();
  await intake.getByLabel(/How it was said|withdrawn|said/i).first().fill('Said so on the phone');
  await press(intake, 'Withdraw now');
  expect((await claire.goto(plan))?.status()).toBe(404);

  await supervisor.goto(`${journey.url}/en/access/care-plans/conformance`);
  expect(await main(supervisor)).toMatch(/Rounds of plans: 2/);
  await checkBoth(supervisor);
}, 240_000);

test('a neighbour refers somebody on a phone without JavaScript, a volunteer calls her, and missed calls reach the supervisor', async () => {
  const supervisor = await journey.enter('Samir Haddad');
  await supervisor.goto(`${journey.url}/en/access/outreach/settings`);
  await checkBoth(supervisor, [phone]);
  expect(await supervisor.getByRole('checkbox').isChecked()).toBe(true);
  await supervisor.getByLabel(/missed calls/).fill('1');
  await press(supervisor, 'Save');

  const neighbour = await journey.open({ ...phone, javaScriptEnabled: false });
  const answer = async (told: RegExp) => {
    await neighbour.goto(`${journey.url}/en/access/outreach/refer`);
    await neighbour.getByLabel('A neighbour or a friend').check();
    await neighbour.getByRole('group', { name: /55 or over/ }).getByLabel('Yes').check();
    await neighbour.getByLabel(told).check();
    await press(neighbour, 'Continue');
  };
  await neighbour.goto(`${journey.url}/en/access/outreach/refer`);
  await press(neighbour, 'Continue');
  expect(await neighbour.locator('.error-summary').innerText()).toContain('Say whether you told the person');
  await answer(/No, not yet/);
  expect(await main(neighbour)).toContain('Nothing was stored.');
  await answer(/not sure/);
  expect(await main(neighbour)).toContain('Tick what the person agreed');
  await answer(/agrees to be called/);
  await neighbour.getByLabel('Telephone number of the person').fill('905 555 0142');
  await neighbour.getByLabel('First name of the person').fill('Edith (demo)');
  await press(neighbour, 'Send');
  expect(await main(neighbour)).toContain('within two working days');
  const looking = await journey.open(desk);
  for (const told of ['No, not yet', 'not sure', 'agrees to be called']) {
    await looking.goto(`${journey.url}/en/access/outreach/refer`);
    if (told === 'No, not yet') await checkBoth(looking);
    await looking.getByLabel('A neighbour or a friend').check();
    await looking.getByRole('group', { name: /55 or over/ }).getByLabel('Yes').check();
    await looking.getByLabel(new RegExp(told)).check();
    await press(looking, 'Continue');
    await check(looking, [phone]);
  }
  await looking.goto(`${journey.url}/fr/access/outreach/refer`);
  await looking.getByLabel(/Une voisine/).check();
  await looking.getByRole('group', { name: /55 ans/ }).getByLabel('Oui').check();
  await looking.getByLabel(/elle hésite/).check();
  await press(looking, 'Continuer');
  await check(looking, [phone]);

  const cora = await journey.enter('Cora Lindqvist');
  expect(await main(cora)).toContain('Make the first contact');
  await cora.goto(`${journey.url}/en/access/outreach`);
  await checkBoth(cora);
  await cora.getByRole('link', { name: /Edith/ }).click();
  await cora.getByRole('link', { name: 'Record a call' }).click();
  await checkBoth(cora, [phone]);
  await cora.getByLabel('We talked').check();
  await press(cora, 'Save');
  await press(cora, 'Begin regular calls');
  await cora.getByText('Plan a call each week').first().click();
  await cora.getByLabel('Who calls').selectOption({ label: 'Vera Stone (demo)' });
  await cora.getByLabel('Day', { exact: true }).selectOption({ label: 'Monday' });
  await cora.getByLabel('Time', { exact: true }).fill('10:30');
  await press(cora, 'Plan a call each week');
  await cora.getByText('Enter a score').click();
  await cora.getByLabel('Score', { exact: true }).fill('4');
  await press(cora, 'Save');
  await checkBoth(cora);

  const vera = await journey.enter('Vera Stone', phone);
  await vera.goto(`${journey.url}/en/access/outreach/calls`);
  expect(await main(vera)).toContain('905 555 0142');
  await checkBoth(vera);
  await vera.getByRole('link', { name: /Record the call \(Edith/ }).click();
  await vera.getByLabel('Nobody answered').check();
  await vera.getByLabel(/Note for the coordinator/).fill('Rang for a long time.');
  await press(vera, 'Save');
  expect((await vera.goto(cora.url()))?.status()).toBe(404);

  await supervisor.goto(`${journey.url}/en/commitment/my-day`);
  expect(await main(supervisor)).toContain('look into it today');
  await supervisor.goto(cora.url());
  expect(await main(supervisor)).toContain('Rang for a long time.');
  await check(supervisor, [phone]);
  await supervisor.getByLabel('What was done').fill('Reached her: she had been in the garden.');
  await press(supervisor, 'Looked into');
  expect(await main(supervisor)).not.toContain('Several calls in a row');
  await supervisor.goto(`${journey.url}/en/access/outreach/results`);
  await checkBoth(supervisor);
}, 240_000);
