// Typing and pasting: the table follows every keystroke, and each state says something useful.
import { expect, test } from '../pages/test.ts';

test('typing two texts gives the table, without any button', async ({ desk }) => {
  await desk.add.click();
  const first = desk.card(0);
  await expect(first.text).toBeFocused();
  await first.text.pressSequentially('At least 12 people were killed.');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('at least 12');
  await expect(desk.comparison).toContainText('Add a second one about the same event to compare');

  await desk.add.click();
  await desk.card(1).text.pressSequentially('The fire killed 15 people and 30 were injured.');
  await expect(desk.cell('Killed', 'people', 1)).toContainText('15');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('at least 12');
  await expect(desk.cell('Injured', 'people', 1)).toContainText('30');
  await expect(desk.box('Injured', 'people', 0)).toContainText('no figure');
  await expect(desk.table.getByRole('columnheader', { name: 'Across articles' })).toBeVisible();
});

test('a changed word changes the table, and a deleted text takes its column away', async ({ desk }) => {
  const first = await desk.addArticle('Nine people were killed.');
  await desk.addArticle('More than 40 people were killed.');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('9');
  await first.text.fill('Nine people were injured.');
  await expect(desk.cell('Injured', 'people', 0)).toContainText('9');
  await expect(desk.box('Killed', 'people', 0)).toContainText('no figure');
  await first.text.fill('');
  await expect(desk.cell('Killed', 'people', 0)).toContainText('more than 40');
  await expect(desk.table).not.toContainText('Injured');
});

test('the empty page invites, and a text without figures says what a figure is', async ({ desk }) => {
  await expect(desk.page.getByText('Nothing leaves this browser').first()).toBeVisible();
  await expect(desk.table).toHaveCount(0);
  const card = await desk.addArticle('The council met on Tuesday and adopted the budget.');
  await expect(card.root).toContainText('No casualty figure was read in this article');
  await expect(desk.comparison).toContainText('No casualty figure was read so far');
  await expect(desk.table).toHaveCount(0);
});

test('title and outlet name the column', async ({ desk }) => {
  const card = await desk.addArticle('Nine people were killed.');
  await card.title.fill('Fire in Abrin');
  await expect(desk.table.getByRole('columnheader', { name: 'Fire in Abrin' })).toBeVisible();
  await card.outlet.fill('Harbour Post');
  await expect(desk.table.getByRole('columnheader', { name: 'Harbour Post' })).toBeVisible();
});

test('the examples fill the table and the chart', async ({ desk }) => {
  await desk.loadExample.click();
  await expect(desk.cards).toHaveCount(4);
  await expect(desk.cell('Killed', 'people', 0)).toContainText('more than 1,000');
  await expect(desk.cell('Killed', 'people', 2)).toContainText('more than 1,300');
  await expect(desk.cell('Killed', 'civilians', 1)).toContainText('745');
  await expect(desk.cell('Killed', 'civilians', 3)).toContainText('about 745');
  await expect(desk.comparison.locator('svg[role=img], svg [role=img], svg[role=group], svg [tabindex="0"]').first()).toBeVisible();
  await desk.secondExample.click();
  await expect(desk.cards).toHaveCount(3);
  await expect(desk.cell('Missing', 'people', 0)).toContainText('80 to 90');
});

test('several articles pasted as one text stay one article', async ({ desk }) => {
  await desk.addArticle('Nine people were killed.\n\n***\n\nAnother paper: 12 people were killed.');
  await expect(desk.cards).toHaveCount(1);
  await expect(desk.table.getByRole('columnheader')).toHaveCount(2);
});

test('a paste that is meant for no field becomes an article', async ({ desk, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await desk.page.evaluate(() => navigator.clipboard.writeText('Twelve people were killed.'));
  await desk.page.getByRole('heading', { name: 'Comparison' }).click();
  await desk.page.keyboard.press('Control+V');
  await expect(desk.cards).toHaveCount(1);
  await expect(desk.cell('Killed', 'people', 0)).toContainText('12');
});
