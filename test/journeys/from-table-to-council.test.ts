import { expect, test } from 'vitest';
import { desk, expectUsable, phone } from './browser.ts';
import { startJourney } from './journey.ts';
import { mailOf, press, untilShown } from './steps.ts';

const journey = startJourney();


test('an accepted issue forms a table, which meets, decides and agrees on an action that is done by the link of a mail', async () => {
  const staff = await journey.enter('Maya Okafor');
  const go = async (path: string) => await staff.goto(`${journey.url}${path}`);

  // Issue accepted, table formed.
  await go('/en/engagement/issues/inbox');
  await staff.getByRole('link', { name: /No bus to the food bank/ }).first().click();
  await press(staff, 'Start the screening');
  await press(staff, 'Put it to the leadership group');
  await go('/en/governance/leadership');
  expect(await staff.locator('main').innerText()).toMatch(/Decide on CSWB-2019-\d{4}/);
  await expectUsable(staff);
  await staff.getByRole('link', { name: /Decide on/ }).click();
  await staff.getByRole('link', { name: 'Open the page' }).click();
  await staff.getByLabel('Accepted: becomes a key issue').check();
  await staff.getByLabel('Deciding body').selectOption('system-leadership-group');
  await staff.getByLabel('Decided on').fill('2019-06-03');
  await staff.getByLabel('Reason, in English').fill('Food is out of reach on weekends.');
  await staff.getByLabel('Reason, in French').fill('La nourriture est hors de portée la fin de semaine.');
  await staff.getByLabel('Title of the issue, in English').fill('Getting to food on weekends');
  await staff.getByLabel('Title of the issue, in French').fill('Se nourrir la fin de semaine');
  await staff.getByLabel('Or a new table is formed for it').fill('Table: food on weekends');
  await staff.getByLabel('Its name in French').fill('Table : nourriture la fin de semaine');
  await staff.getByLabel('First action, in English (optional)').fill('A weekend route is tried');
  await staff.getByLabel('First action, in French (optional)').fill('Un trajet de fin de semaine est mis à l’essai');
  await staff.getByLabel('Due on').fill('2019-08-30');
  await press(staff, 'Record the decision');
  await go('/en/governance/leadership');
  expect(await staff.locator('.thread').first().innerText()).toMatch(/Food is out of reach/);

  // Members, among them one without an account.
  await go('/en/governance/bodies/keep');
  await expectUsable(staff);
  await staff.getByRole('link', { name: 'Table: food on weekends' }).click();
  await expectUsable(staff);
  await staff.getByRole('link', { name: 'Members and their addresses' }).click();
  for (const [name, email] of [['Vera Holt (demo)', 'vera.holt@example.org'], ['Ian Moss (demo)', 'ian.moss@example.org']] as const) {
    await staff.getByLabel('Name', { exact: true }).fill(name);
    await staff.getByLabel('Office, in English').fill('Coordinator');
    await staff.getByLabel('Office, in French').fill('Coordination');
    await staff.getByLabel('E-mail address').fill(email);
    await press(staff, 'Add the member');
  }
  await expectUsable(staff);

  // The meeting: its agenda gathers the issue; members are invited.
  await go('/en/governance/meetings/new');
  await staff.getByLabel('Body').selectOption({ label: 'Table: food on weekends' });
  await staff.getByLabel('Day').fill('2019-06-03');
  await staff.getByLabel('Time').fill('15:00');
  await staff.getByLabel('Place', { exact: true }).fill('Town hall');
  await press(staff, 'Plan a meeting');
  expect(await staff.locator('main').innerText()).toContain('Take up: Getting to food on weekends');
  await expectUsable(staff);
  await press(staff, 'Invite the members');
  expect(await mailOf(staff, journey.url, /Invitation: Table: food on weekends/)).toContain('1. Take up: Getting to food on weekends');
  await go('/en/governance/meetings');
  await expectUsable(staff);
  await staff.getByRole('link', { name: /3 June 2019/ }).click();
  await press(staff, 'Open the meeting');

  // In the room, on a phone.
  await staff.setViewportSize(phone.viewport ?? { width: 320, height: 640 });
  await expectUsable(staff);
  await staff.getByRole('group', { name: /Vera Holt/ }).getByLabel('Present').check();
  await press(staff, 'Save attendance');
  await staff.getByRole('link', { name: 'Take up: Getting to food on weekends' }).click();
  await staff.getByText('Record a decision').first().click();
  await staff.getByLabel('Decided, in English').fill('Try one weekend route');
  await press(staff, 'Record a decision');
  expect(await staff.locator('.error-summary').innerText()).toContain('Choose the outcome');
  expect(await staff.getByLabel('Decided, in English').inputValue()).toBe('Try one weekend route');
  await expectUsable(staff);
  await staff.getByLabel('Accepted').check();
  await staff.getByLabel('Reason, in English').fill('The bus is there, the driver is not.');
  await staff.getByLabel('Moved by').selectOption({ label: 'Vera Holt (demo)' });
  await press(staff, 'Record a decision');
  await staff.getByText('Agree on an action').first().click();
  await staff.getByLabel('What is to be done, in English').fill('Ask the bus company for Saturdays');
  await staff.getByLabel('Who', { exact: true }).selectOption({ label: 'Ian Moss (demo), Coordinator' });
  await staff.getByLabel('By when').fill('2019-06-14');
  await press(staff, 'Agree on an action');
  await expectUsable(staff);
  await press(staff, 'Done with: it ends here');
  await press(staff, 'Close the meeting');
  const minutes = await staff.locator('main').innerText();
  for (const words of ['Vera Holt (demo) (Coordinator)', 'Try one weekend route (Accepted)', 'Ian Moss (demo), by 14 June 2019', '3 texts lack a language']) expect(minutes).toContain(words);
  await expectUsable(staff);

  // The member without an account reports by the link of the mail, on an old phone.
  const mail = await mailOf(staff, journey.url, /Your action by 14 June 2019/);
  const member = await journey.open({ ...phone, javaScriptEnabled: false });
  const link = /https?:\/\/\S+report\?key=[\w-]+/.exec(mail)?.[0] ?? '';
  await member.goto(link);
  expect(await member.locator('main').innerText()).not.toContain('Try one weekend route');
  await press(member, 'Send the report');
  expect(await member.locator('.error-summary').innerText()).toContain('Say how it stands');
  await member.getByLabel('Done', { exact: true }).check();
  await member.getByRole('textbox').fill('They run from September.');
  await press(member, 'Send the report');
  expect(await member.getByRole('heading', { level: 1 }).innerText()).toBe('Thank you. Your report has been received.');
  await member.goto(link);
  expect(await member.getByRole('heading', { level: 1 }).innerText()).toBe('This link holds no more');

  // Milestone done: the plan page and the bulletin say so.
  await staff.setViewportSize(desk.viewport ?? { width: 1280, height: 800 });
  await untilShown(staff, `${journey.url}/en/commitment/my-day`, 'Ask the bus company for Saturdays');
  await expectUsable(staff);
  await go('/en/plan/milestones');
  await staff.getByRole('link', { name: 'A weekend route is tried' }).click();
  await staff.getByRole('link', { name: 'Add evidence' }).click();
  await staff.getByLabel('Event').check();
  await staff.getByLabel('Title in English').fill('First Saturday bus');
  await staff.getByLabel('Title in French').fill('Premier autobus du samedi');
  await staff.getByLabel('On which day?').fill('2019-06-03');
  await staff.locator('main').getByRole('button').last().click();
  await staff.waitForLoadState();
  await go('/en/governance/leadership');
  await expectUsable(staff);

  // The council report holds it, as everybody may read it; so does the bulletin, and the page of the table.
  await go('/en/insight/publications/drafts');
  await staff.getByRole('link', { name: /Update on the Community Safety/ }).click();
  const report = await staff.locator('main').innerText();
  for (const words of ['Getting to food on weekends', 'A weekend route is tried']) expect(report).toContain(words);
  expect(report).not.toContain('Ask the bus company');
  await go('/en/engagement/bulletins');
  await press(staff, 'Make the next bulletin');
  expect(await staff.locator('main').innerText()).toContain('A weekend route is tried');
  expect(await (await fetch(`${journey.url}/fr/plan`)).text()).toContain('Se nourrir la fin de semaine');
  await journey.restart('SIGKILL');
  expect(await (await fetch(`${journey.url}/en/plan`)).text()).toContain('Getting to food on weekends');
}, 180_000);
