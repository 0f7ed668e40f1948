// The chart: a bar for each figure, with its sentence, on two scales, with pointer and keyboard.
import type { Locator } from '@playwright/test';
import type { Desk } from '../pages/desk.ts';
import { expect, test } from '../pages/test.ts';

const TEXTS = [
  'At least 12 people were killed and 30 were injured.',
  'Fifteen people were killed.',
  'Between 900 and 1,000 people were killed.',
  'Dozens of people were killed.',
];

async function fill(desk: Desk): Promise<void> {
  for (const text of TEXTS) {
    await desk.addArticle(text);
  }
}

function panel(desk: Desk, outcome: string): Locator {
  return desk.page.getByRole('figure', { name: outcome });
}

function bars(desk: Desk, outcome: string): Locator {
  return panel(desk, outcome).locator('svg').getByRole('button');
}

test('each outcome has its chart, each figure its bar and its sentence', async ({ desk }) => {
  await fill(desk);
  await expect(bars(desk, 'Killed')).toHaveCount(4);
  await expect(bars(desk, 'Injured')).toHaveCount(1);
  const said = ['at least 12', '15', '900 to 1,000', 'dozens'];
  for (const [number, words] of said.entries()) {
    await expect(bars(desk, 'Killed').nth(number)).toHaveAccessibleName(new RegExp(words));
  }
  await expect(panel(desk, 'Killed').locator('svg')).toHaveAccessibleName(/\S/);
});

test('open ends, ranges and words are drawn apart from plain numbers', async ({ desk }) => {
  await fill(desk);
  const shapes = (number: number) => bars(desk, 'Killed').nth(number);
  await expect(shapes(0).locator('.solid')).toHaveCount(1);
  await expect(shapes(0).locator('.arrow')).toHaveCount(1);
  await expect(shapes(1).locator('.solid')).toHaveCount(1);
  await expect(shapes(1).locator('.arrow, .whisker, .hatched')).toHaveCount(0);
  await expect(shapes(2).locator('.whisker')).toHaveCount(1);
  await expect(shapes(3).locator('.hatched')).toHaveCount(1);
  await expect(shapes(3).locator('.solid')).toHaveCount(0);
});

test('the logarithmic scale brings small numbers nearer to large ones', async ({ desk }) => {
  await fill(desk);
  const share = async () => {
    const width = async (number: number) =>
      Number(await bars(desk, 'Killed').nth(number).locator('.solid').first().getAttribute('width'));
    return (await width(1)) / (await width(2));
  };
  const linear = await share();
  await desk.page.getByRole('button', { name: 'Logarithmic' }).click();
  await expect(desk.page.getByRole('button', { name: 'Logarithmic' })).toHaveAttribute('aria-pressed', 'true');
  expect(linear).toBeCloseTo(15 / 900, 2);
  expect(await share()).toBeGreaterThan(linear * 5);
});

test('bars are reached with the arrow keys, and Enter lights up the words', async ({ desk }) => {
  await fill(desk);
  const killed = bars(desk, 'Killed');
  await desk.tabTo(killed.first());
  await desk.page.keyboard.press('ArrowDown');
  await expect(killed.nth(1)).toBeFocused();
  await expect(panel(desk, 'Killed').locator('.tip')).toContainText('15');
  await desk.page.keyboard.press('End');
  await expect(killed.nth(3)).toBeFocused();
  await desk.page.keyboard.press('Enter');
  await expect(desk.card(3).lit).toContainText('Dozens');
  await desk.page.keyboard.press('Escape');
  await expect(killed.nth(3)).toBeFocused();
});

test('a pointer on a bar shows its sentence, a click lights up the words', async ({ desk }) => {
  await fill(desk);
  const bar = bars(desk, 'Killed').nth(1);
  await bar.hover();
  await expect(panel(desk, 'Killed').locator('.tip')).toContainText('15');
  await bar.click();
  await expect(desk.card(1).lit).toContainText('Fifteen');
});

test('an absent figure has no bar', async ({ desk }) => {
  await desk.addArticle('Nobody was hurt.');
  await desk.addArticle('Nine people were killed.');
  await expect(bars(desk, 'Killed')).toHaveCount(1);
  await expect(bars(desk, 'Injured')).toHaveCount(1);
  await expect(bars(desk, 'Injured').locator('.zero')).toHaveCount(1);
  await expect(desk.cell('Injured', 'people', 0)).toContainText('0');
});
