// The list of articles: take off, put back, reorder, replace.
import type { Desk } from '../pages/desk.ts';
import { expect, test } from '../pages/test.ts';

async function three(desk: Desk): Promise<void> {
  for (const [outlet, number] of [['Alpha', 11], ['Beta', 22], ['Gamma', 33]] as const) {
    const card = await desk.addArticle(`${number} people were killed.`);
    await card.outlet.fill(outlet);
  }
}

async function columns(desk: Desk, names: string[]): Promise<void> {
  await expect(desk.table.getByRole('columnheader').locator('.column-name')).toHaveText(
    names.map((name) => new RegExp(name)),
  );
}

test('a removed article comes back to its place', async ({ desk }) => {
  await three(desk);
  await desk.card(1).remove.click();
  await columns(desk, ['Alpha', 'Gamma']);
  await expect(desk.table).not.toContainText('22');
  await desk.notice.getByRole('button', { name: 'Undo' }).click();
  await columns(desk, ['Alpha', 'Beta', 'Gamma']);
  await expect(desk.card(1).text).toHaveValue('22 people were killed.');
  await expect(desk.cell('Killed', 'people', 1)).toContainText('22');
  await expect(desk.notice).toHaveCount(0);
});

test('two removed articles come back one after the other', async ({ desk }) => {
  await three(desk);
  await desk.card(0).remove.click();
  await desk.card(0).remove.click();
  await columns(desk, ['Gamma']);
  await desk.notice.getByRole('button', { name: 'Undo' }).click();
  await columns(desk, ['Beta', 'Gamma']);
  await desk.page.getByRole('button', { name: 'Undo removal' }).click();
  await columns(desk, ['Alpha', 'Beta', 'Gamma']);
});

test('articles move up and down, and their columns and cells with them', async ({ desk }) => {
  await three(desk);
  await desk.card(2).up.click();
  await columns(desk, ['Alpha', 'Gamma', 'Beta']);
  await expect(desk.cell('Killed', 'people', 1)).toContainText('33');
  await desk.card(0).down.click();
  await columns(desk, ['Gamma', 'Alpha', 'Beta']);
  await expect(desk.card(0).up).toHaveAttribute('aria-disabled', 'true');
  await expect(desk.card(2).down).toHaveAttribute('aria-disabled', 'true');
});

test('what an example replaced can be put back', async ({ desk }) => {
  await three(desk);
  await desk.loadExample.click();
  await expect(desk.cards).toHaveCount(4);
  await desk.notice.getByRole('button', { name: 'Undo' }).click();
  await columns(desk, ['Alpha', 'Beta', 'Gamma']);
});

test('the lit words follow their article when it moves, and go when it is removed', async ({ desk }) => {
  await three(desk);
  await desk.cell('Killed', 'people', 0).click();
  await desk.card(0).down.click();
  await expect(desk.card(1).lit).toContainText('11');
  await desk.card(1).remove.click();
  await expect(desk.evidence).toHaveCount(0);
});
