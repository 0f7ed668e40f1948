// The table: places and incidents folded under their row, specific groups under general ones, a reading beside the range.
import { expect, test } from '../pages/test.ts';

const CRASH = 'A bus crash killed nine people, including two children. In the village of Marl, four people were killed.';

test('a place is folded under the row of the whole event', async ({ desk }) => {
  await desk.addArticle(CRASH);
  await desk.addArticle('Nine people were killed.');
  const place = desk.table.getByRole('row').filter({ hasText: 'place: Marl' });
  const fold = desk.table.getByRole('button', { name: '1 place or incident' });
  await expect(place).toHaveCount(0);
  await expect(fold).toHaveAttribute('aria-expanded', 'false');
  await fold.press('Enter');
  await expect(place).toBeVisible();
  await expect(fold).toHaveAttribute('aria-expanded', 'true');
  await expect(fold).toBeFocused();
  await desk.card(0).text.fill(CRASH.replace('four', 'five'));
  await expect(place).toContainText('5');
  await fold.click();
  await expect(place).toHaveCount(0);
});

test('a specific group stands under its general one', async ({ desk }) => {
  await desk.addArticle('Eight members of the security forces were killed. Three police officers were killed.');
  const head = (name: string) => desk.table.getByRole('rowheader', { name, exact: true });
  await expect(head('security forces')).toHaveClass(/depth-0/);
  await expect(head('police')).toHaveClass(/depth-1/);
});

test('two sources of one number share a line', async ({ desk }) => {
  await desk.addArticle('Twelve people were killed, police said. The ministry of health said 12 people were killed.');
  const cell = desk.cell('Killed', 'people', 0);
  await expect(cell).toContainText('Also: according to');
  await expect(cell.locator('.figure')).toHaveCount(1);
});

test('no reading is chosen at first; a ladder stands beside the range, with its rule and its claims', async ({ desk }) => {
  await desk.addArticle('Forty-one people were killed, police said.');
  await desk.addArticle('Fifty people were killed.');
  const choice = (name: string) => desk.page.getByRole('group', { name: 'Which reading?' }).getByRole('button', { name });
  await expect(choice('None')).toHaveAttribute('aria-pressed', 'true');
  await expect(desk.table.locator('.reading')).toHaveCount(0);
  await choice('ACLED').click();
  await expect(desk.comparison).toContainText('Armed Conflict Location & Event Data');
  const across = desk.table.locator('td.across').first();
  await expect(across).toContainText('41 to 50');
  await expect(across.locator('.reading')).toContainText('ACLED reading');
  await expect(across.locator('.reading-shown')).toHaveText('41');
  await expect(across.locator('.reading')).toContainText('the lowest figure: Article 1');
  await across.locator('.reading').click();
  await expect(desk.card(0).lit).toContainText('Forty-one');
  await expect(desk.card(1).lit).toHaveCount(0);
  await choice('UCDP').click();
  await expect(across.locator('.reading-shown')).toHaveText(/^low 41, best 41, high 50$/);
  await choice('None').click();
  await expect(desk.table.locator('.reading')).toHaveCount(0);
  await expect(across).toContainText('41 to 50');
});
