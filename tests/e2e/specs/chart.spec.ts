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
      bars(desk, 'Killed').nth(number).locator('.solid').first().evaluate((solid: SVGGraphicsElement) => solid.getBBox().width);
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

test('rows are left out of the chart and taken in, and stay so while texts change', async ({ desk }) => {
  const card = await desk.addArticle('A bus crash killed nine people, including two children. In the village of Marl, four people were killed.');
  await desk.addArticle('Nine people were killed.');
  await expect(bars(desk, 'Killed')).toHaveCount(3);
  const rows = desk.page.getByRole('button', { name: /^Rows in the chart/ });
  await expect(rows).toHaveText('Rows in the chart: 2 of 3');
  await rows.click();
  const row = (name: string) => desk.page.getByRole('checkbox', { name, exact: true });
  await expect(row('Killed: people')).toBeChecked();
  await expect(row('Killed: people (place: Marl)')).not.toBeChecked();
  await row('Killed: people (place: Marl)').click();
  await row('Killed: children').press('Space');
  await expect(rows).toHaveText('Rows in the chart: 2 of 3');
  await expect(panel(desk, 'Killed').locator('.group-label')).toHaveText(['people', 'people, place: Marl']);
  await card.text.fill('A bus crash killed eight people, including two children. In the village of Marl, four people were killed.');
  await expect(panel(desk, 'Killed').locator('.group-label')).toHaveText(['people', 'people, place: Marl']);
  await row('Killed: people').click();
  await row('Killed: people (place: Marl)').click();
  await expect(panel(desk, 'Killed')).toHaveCount(0);
  await row('Killed: children').click();
  await expect(panel(desk, 'Killed').locator('.group-label')).toHaveText(['children']);
});

test('replaced figures are ghosts, on demand', async ({ desk }) => {
  await desk.addArticle('The death toll rose from 9 to 14 on Monday.');
  await desk.addArticle('Fourteen people were killed.');
  await expect(bars(desk, 'Killed')).toHaveCount(2);
  await desk.page.getByRole('button', { name: 'Show replaced figures (1)' }).click();
  await expect(bars(desk, 'Killed')).toHaveCount(3);
  const ghost = panel(desk, 'Killed').locator('.ghost');
  await expect(ghost).toHaveCount(1);
  await expect(ghost).toHaveAccessibleName(/9 \(superseded\)/);
  await ghost.click();
  await expect(desk.card(0).lit).toContainText('9');
  await expect(ghost).toHaveClass(/lit/);
});

test('each article has a pattern of its own beside its colour', async ({ desk }) => {
  for (let article = 0; article < 12; article += 1) {
    await desk.addArticle(`${40 + article} people were killed.`);
  }
  await expect(bars(desk, 'Killed')).toHaveCount(12);
  const cuts = await desk.page.locator('.charts pattern path.cut').evaluateAll((paths) => paths.map((path) => path.getAttribute('d')));
  expect(new Set(cuts).size).toBe(12);
  const fills = await bars(desk, 'Killed')
    .locator('.solid')
    .evaluateAll((solids) => solids.map((solid) => getComputedStyle(solid).fill));
  expect(new Set(fills).size).toBe(12);
  // The legend tells which article has which.
  await desk.page.getByText('How figures are shown').click();
  const told = desk.page.locator('.legend-patterns > div');
  await expect(told).toHaveCount(12);
  await expect(told.last()).toHaveText('Article 12');
  expect(await told.locator('path').evaluateAll((paths) => paths.map((path) => getComputedStyle(path).fill))).toEqual(fills);
});
