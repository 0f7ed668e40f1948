// When an article was written: entered by hand or given with it, and told apart.
import { expect, test } from '../pages/test.ts';

test('a date that is entered is shown as such, and decides what the latest article is', async ({ desk }) => {
  const first = await desk.addArticle('Forty-one people were killed.');
  const second = await desk.addArticle('Fifty people were killed.');
  await desk.page.getByRole('group', { name: 'Which reading?' }).getByRole('button', { name: 'GTD' }).click();
  const reading = desk.table.locator('.reading').first();
  await expect(reading).toContainText('41');
  await first.date.fill('9 March 2025');
  await second.date.fill('2025-03-11');
  await expect(first.root).toContainText('Entered by you');
  await expect(reading).toContainText('50');
  await expect(reading).toContainText('of the latest article: Article 2');
  await second.date.fill('7 March 2025');
  await expect(reading).toContainText('41');
  await second.date.fill('some day');
  await expect(second.root).toContainText('not understood as a date');
  await expect(second.date).toHaveAccessibleDescription(/not understood as a date/);
});

test('a date that the text says is shown as read from it, and gives way to one that is entered', async ({ desk }) => {
  const card = await desk.addArticle('PORT SELIM, March 9, 2025 - Forty-one people were killed.');
  await expect(card.root).toContainText('Read from the text: 9 March 2025');
  await expect(desk.table.getByRole('columnheader', { name: /Article 1/ })).toContainText('9 March 2025, from the text');
  await card.date.fill('10 March 2025');
  await expect(card.root).toContainText('Entered by you; the text says 9 March 2025');
  await card.date.fill('');
  await expect(card.root).toContainText('Read from the text: 9 March 2025');
});

test('a date that comes with an example is not said to be entered', async ({ desk }) => {
  await desk.loadExample.click();
  await expect(desk.card(0).root).toContainText('Given with the article');
  await expect(desk.card(0).root).not.toContainText('Entered by you');
});
