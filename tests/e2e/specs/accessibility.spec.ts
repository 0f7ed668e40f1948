// axe finds nothing, in every state, light and dark, wide and narrow; and nothing is cut off when narrow.
import { AxeBuilder } from '@axe-core/playwright';
import type { Desk } from '../pages/desk.ts';
import { expect, test } from '../pages/test.ts';

const STATES: [string, (desk: Desk) => Promise<void>][] = [
  ['empty', async () => {}],
  [
    'one article',
    async (desk) => {
      await desk.addArticle('At least 12 people were killed, the ministry said.');
      await expect(desk.cell('Killed', 'people', 0)).toBeVisible();
    },
  ],
  [
    'no figure',
    async (desk) => {
      await desk.addArticle('The council met on Tuesday.');
      await expect(desk.comparison).toContainText('No casualty figure');
    },
  ],
  [
    'full',
    async (desk) => {
      await desk.loadExample.click();
      await expect(desk.cell('Killed', 'people', 0)).toBeVisible();
    },
  ],
  [
    'what was set aside',
    async (desk) => {
      const card = await desk.addArticle('A 14-year-old boy was killed in 3 houses.');
      await desk.cell('Killed', 'boys', 0).click();
      await card.asides.click();
      await card.aside('3 houses').click();
      await expect(card.why).toContainText('things');
    },
  ],
  [
    'full, with evidence and a notice',
    async (desk) => {
      await desk.loadExample.click();
      await desk.card(3).remove.click();
      await desk.cell('Killed', 'civilians', 1).click();
      await expect(desk.evidence).toBeVisible();
      await expect(desk.notice).toBeVisible();
    },
  ],
];

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1440, 768, 320]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: 900 }, contextOptions: { reducedMotion: 'reduce' } });
      for (const [name, reach] of STATES) {
        test(`axe finds nothing: ${name}`, async ({ desk }) => {
          await reach(desk);
          const { violations } = await new AxeBuilder({ page: desk.page }).analyze();
          const found = violations.map(({ id, nodes }) => ({ id, nodes: nodes.map((node) => node.html) }));
          expect(found).toEqual([]);
          const overflow = await desk.page.evaluate(() => {
            const root = document.documentElement;
            return root.scrollWidth - root.clientWidth;
          });
          expect(overflow, 'the page scrolls sideways').toBe(0);
        });
      }
    });
  }
}

test('the switch for the colours is followed', async ({ desk }) => {
  const background = () => desk.page.evaluate(() => {
    const page = document.querySelector('.page');
    return page === null ? '' : getComputedStyle(page).backgroundColor;
  });
  await desk.page.getByRole('button', { name: 'Light' }).click();
  const light = await background();
  await desk.page.getByRole('button', { name: 'Dark' }).click();
  expect(await background()).not.toBe(light);
});
