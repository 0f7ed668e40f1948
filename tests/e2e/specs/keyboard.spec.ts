// The whole job with the keyboard alone.
import { expect, test } from '../pages/test.ts';

test('from the first Tab to the evidence and back, without a pointer', async ({ desk }) => {
  const { page } = desk;
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the comparison' })).toBeFocused();
  await desk.tabTo(desk.add);
  await page.keyboard.press('Enter');
  await expect(desk.card(0).text).toBeFocused();
  await page.keyboard.type('At least 12 people were killed and 30 injured.');

  await page.keyboard.press('Control+Home');
  for (let presses = 0; presses < 60; presses += 1) {
    if (await desk.add.evaluate((element) => element === document.activeElement)) {
      break;
    }
    await page.keyboard.press('Shift+Tab');
  }
  await expect(desk.add).toBeFocused();
  await page.keyboard.press('Space');
  await expect(desk.card(1).text).toBeFocused();
  await page.keyboard.type('Fifteen people were killed.');

  await desk.tabTo(desk.cell('Killed', 'people', 0));
  await page.keyboard.press('ArrowRight');
  await expect(desk.cell('Killed', 'people', 1)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowDown');
  await expect(desk.cell('Injured', 'people', 0)).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(desk.card(0).lit).toContainText('30');
  await expect(desk.evidence.getByRole('heading')).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(desk.cell('Injured', 'people', 0)).toBeFocused();
});

test('the skip link leads to the comparison', async ({ desk }) => {
  await desk.page.keyboard.press('Tab');
  await desk.page.keyboard.press('Enter');
  await expect(desk.comparison).toBeFocused();
});

test('removing, putting back and reordering keep the focus at hand', async ({ desk }) => {
  await desk.addArticle('11 people were killed.');
  await desk.addArticle('22 people were killed.');
  await desk.card(1).up.focus();
  await desk.page.keyboard.press('Enter');
  await expect(desk.card(0).text).toHaveValue('22 people were killed.');
  await expect(desk.card(0).up).toBeFocused();
  await desk.card(0).remove.focus();
  await desk.page.keyboard.press('Enter');
  await expect(desk.cards).toHaveCount(1);
  await expect(desk.card(0).root.getByRole('heading').getByRole('button')).toBeFocused();
  await desk.tabTo(desk.notice.getByRole('button', { name: 'Undo' }));
  await desk.page.keyboard.press('Enter');
  await expect(desk.cards).toHaveCount(2);
});

test('everything that has the focus shows it', async ({ desk }) => {
  await desk.loadExample.click();
  await desk.page.locator('body').click({ position: { x: 1, y: 1 } });
  const seen = new Set<string>();
  for (let presses = 0; presses < 60; presses += 1) {
    await desk.page.keyboard.press('Tab');
    const focus = await desk.page.evaluate(() => {
      const element = document.activeElement;
      if (!(element instanceof HTMLElement || element instanceof SVGElement) || element === document.body) {
        return undefined;
      }
      const style = getComputedStyle(element);
      const outlined = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) > 0;
      return { name: element.outerHTML.slice(0, 120), shown: outlined || style.boxShadow !== 'none' };
    });
    if (focus === undefined) {
      break;
    }
    seen.add(focus.name);
    expect(focus.shown, focus.name).toBe(true);
  }
  expect(seen.size).toBeGreaterThan(10);
});
